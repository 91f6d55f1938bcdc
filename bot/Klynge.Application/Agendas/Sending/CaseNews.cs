using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// »Orientering« back: when a case that was sent on is decided, each forum that it came through, and each that was heard about it, has the result
/// on its next agenda, or among its coming items. One for each decision; it follows the decision while nobody has taken it up.
/// </summary>
internal static class CaseNews
{
    /// <summary>Of items that have just been saved.</summary>
    /// <param name="all">What they are on their forums' lists.</param>
    internal static async Task TellOfCasesAsync(this WriteScope scope, IReadOnlyList<AgendaItem> saved, IEnumerable<ComingItem> all)
    {
        foreach (var coming in all.Where(one => one.Origin != ComingOrigin.News))
        {
            if (saved.First(item => item.Id == coming.ItemId) is { DecisionChange: not null } item)
                await scope.TellAsync(item, coming, isDecided: null);
        }
    }

    /// <summary>Of an item to which something was added that goes along with its case: an afvigende mening.</summary>
    internal static async Task RetellCaseAsync(this WriteScope scope, AgendaItem item)
    {
        if (await scope.ComingOfAsync(item.Id) is { Coming: var coming })
            await scope.RetellAsync(await ItemOfSender.OfAsync(scope.Db, item), coming);
    }

    /// <summary>Of a case that was decided in writing.</summary>
    internal static async Task TellOfProcedureAsync(this WriteScope scope, WrittenProcedure procedure)
    {
        if (procedure is not { AgendaItemId: { } id, Outcome: Outcome.Adopted or Outcome.Rejected, Case.IsClosed: false })
            return;

        if (await scope.ComingOfAsync(id) is { Coming: var coming } && await scope.Db.AgendaItems.FindAsync(id) is { } item)
            await scope.TellAsync(item, coming, WrittenProcedures.Texts.Result(procedure.Outcome!.Value, procedure.Outcomes));
    }

    /// <param name="isDecided">What was decided in writing; null for what stands in the item's own decision.</param>
    private static async Task TellAsync(this WriteScope scope, AgendaItem item, ComingItem coming, string? isDecided)
    {
        var at = await ItemOfSender.OfAsync(scope.Db, item);
        await scope.RetellAsync(at, coming);
        var result = isDecided ?? (IsResult(item) && coming.IsInForce && await scope.SentFromAsync(coming) is null ? item.Decision : null);
        if (result is null && await scope.IsDecidedInWritingAsync(item.Id))
            return;

        foreach (var (forum, title) in await scope.HearersAsync(coming, item))
            await scope.NewsAsync(at, coming, forum, title, result);
    }

    /// <summary>Then its own decision, which says that it goes out in writing, takes nothing back.</summary>
    private static Task<bool> IsDecidedInWritingAsync(this WriteScope scope, AgendaItemId item) => scope.Db.WrittenProcedures.AnyAsync(one =>
        one.AgendaItemId == item && one.Status == ProcedureStatus.Closed && (one.Outcome == Outcome.Adopted || one.Outcome == Outcome.Rejected));

    /// <summary>What only sends it on, postpones it or leaves it to others is no result yet.</summary>
    private static bool IsResult(AgendaItem item)
    {
        if (item is not { IsOnAgenda: true, Decision: { } decision })
            return false;

        var told = RecommendationOutcomes.Told(decision, item.Content.Recommendations.Count);
        return told.Count == 0 || told.Any(one => one is not (RecommendationOutcome.Referred or RecommendationOutcome.Recommended
            or RecommendationOutcome.Postponed or RecommendationOutcome.WrittenProcedure or RecommendationOutcome.AwaitsAuthority));
    }

    /// <summary>What the receiving forum reads of this one's decision follows it, while its own item is undecided and its meeting not over.</summary>
    private static async Task RetellAsync(this WriteScope scope, ItemOfSender at, ComingItem coming)
    {
        if (at.Item.Content.IsClosed || await scope.SentFromAsync(coming) is not { } sent)
            return;

        sent.Tell(SentContent.Retold(sent.Content, at, sent.Remark));
        if (sent.ItemId is not { } id || await scope.Db.AgendaItems.FindAsync(id) is not { Decision: null } there || (await scope.Db.Meetings.FindAsync(there.MeetingId))!.CheckNotOver() is not null)
            return;

        there.Edit(SentContent.Retold(there.Content, at, sent.Remark), there.Version, scope.Now);
        await scope.RefreshAsync(AgendaCards.Key(there.MeetingId));
    }

    /// <summary>The forums that are told, each with what the case is called there.</summary>
    private static async Task<List<(ForumId Forum, string Title)>> HearersAsync(this WriteScope scope, ComingItem coming, AgendaItem item)
    {
        var way = await scope.WayHereAsync(coming);
        var told = way.ConvertAll(one => (one.ForumId, one.Content.Title));
        var items = way.Select(one => one.ItemId).Append(item.Id).OfType<AgendaItemId>().Select(id => (AgendaItemId?)id).ToList();
        var heard = await scope.Db.Consultations
            .Join(scope.Db.WrittenProcedures.Where(procedure => items.Contains(procedure.AgendaItemId)), one => one.ProcedureId, procedure => procedure.Id, (one, procedure) => new { one.ForumId, procedure.Case })
            .ToListAsync();
        told.AddRange(heard.Where(one => !one.Case.IsClosed).Select(one => (one.ForumId, one.Case.Title)));
        return [.. told.Where(one => one.ForumId != coming.ForumId).DistinctBy(one => one.ForumId)];
    }

    private static async Task NewsAsync(this WriteScope scope, ItemOfSender at, ComingItem coming, ForumId forum, string title, string? result)
    {
        var id = SentContent.IdOf("news", at.Item.Id.Value, forum);
        var there = await scope.Db.ComingItems.FindAsync(id);
        if (result is null)
        {
            await scope.TakeBackAsync(there);
            return;
        }

        if (there is { Status: ComingStatus.Dropped } || (await scope.Db.Forums.FindAsync(forum))!.IsClosed)
            return;

        var details = new ComingDetails(Content(at, title, result), new Wanted(WantedKind.Next, Texts.NextMeeting));
        if (there is null)
            scope.Db.ComingItems.Add(there = ComingItem.Add(Request(at, coming, forum, details, id), by: null, scope.Now));
        else if (there.IsInForce)
            there.Tell(details.Content);
        else
            there.SendAgain(details, isProposal: false, isByDecision: true);

        await scope.ShowAsync(there);
    }

    private static NewComingItem Request(ItemOfSender at, ComingItem coming, ForumId forum, ComingDetails details, ComingItemId id) => new(forum, details)
    {
        Id = id,
        FromForumId = at.Forum.Id,
        FromMeetingId = at.Meeting.Id,
        FromItemId = at.Item.Content.IsClosed ? null : at.Item.Id, // Told without a word, it needs no hiding.
        FromComingId = coming.Id,
        Origin = ComingOrigin.News,
        IsByDecision = true,
        Case = at.Item.Case ?? coming.Case,
    };

    /// <summary>What was decided on a closed item is told without a word of it.</summary>
    private static AgendaItemContent Content(ItemOfSender at, string title, string result) => new()
    {
        Title = DanishText.Shorten(AgreementTexts.Orientation(title, at.Forum.Name), AgendaItemRules.MaxTitleLength),
        Kind = AgendaItemKind.Information,
        Sections = [new AgendaSection(Agendas.Texts.CaseLabel, Texts.News(at.Forum.Name, at.Meeting.Date, at.Item.Number, at.Item.Case, at.Item.Content.IsClosed ? null : DanishText.Shorten(result, 4_000)))],
    };

    /// <summary>Puts it on the next agenda that has not gone out, where it is on none.</summary>
    private static async Task ShowAsync(this WriteScope scope, ComingItem news)
    {
        var item = news.ItemId is { } id ? await scope.Db.AgendaItems.FindAsync(id) : null;
        var meeting = item is null ? await NextAsync(scope, news.ForumId) : await scope.Db.Meetings.FindAsync(item.MeetingId);
        if (meeting is null || meeting.CheckNotOver() is not null || meeting.Status == MeetingStatus.Cancelled)
            return;

        var items = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
        if (item is null)
        {
            var added = AgendaItem.Add(meeting, AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items)), news.Content, scope.Now);
            scope.Db.AgendaItems.Add(added);
            news.Become(added.Id);
            if (news.Case is { } key)
                added.JoinCase(key);
        }
        else if (item.IsOnAgenda)
        {
            if (item.Decision is null)
                item.Edit(news.Content with { IsClosed = item.Content.IsClosed }, item.Version, scope.Now);
        }
        else if (item.Restore(AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items))).IsSuccess)
        {
            item.Content = news.Content with { IsClosed = item.Content.IsClosed };
        }

        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
    }

    /// <summary>The decision is taken back, so there is nothing to tell; what a meeting has heard stays.</summary>
    private static async Task TakeBackAsync(this WriteScope scope, ComingItem? news)
    {
        if (news is not { IsInForce: true })
            return;

        if (news.ItemId is { } id && await scope.Db.AgendaItems.FindAsync(id) is { IsOnAgenda: true } item)
        {
            if (item.Decision is not null || (await scope.Db.Meetings.FindAsync(item.MeetingId))!.CheckNotOver() is not null)
                return;

            item.Remove(scope.Now);
            AgendaOrder.CloseGaps([.. (await scope.Db.ItemsOnAgendaAsync(item.MeetingId)).Where(one => one.Id != item.Id)]);
            await scope.RefreshAsync(AgendaCards.Key(item.MeetingId));
        }

        news.Recall();
    }

    private static Task<Meeting?> NextAsync(WriteScope scope, ForumId forum) => scope.Db.Meetings
        .Where(meeting => meeting.ForumId == forum && meeting.Date >= scope.Today && meeting.Status == MeetingStatus.Planned && meeting.AgendaSentAt == null)
        .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start)
        .FirstOrDefaultAsync();
}
