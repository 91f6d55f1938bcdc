using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agreements;

/// <summary>
/// What follows from a promise that is followed up, beside its deadline: a case among the coming items of the forum that it is put before,
/// or a standing rule. Where the confirmer may not act for that forum, its secretariat is asked.
/// </summary>
internal static class FeedAgreement
{
    /// <param name="target">The forum that the secretariat chose; null for none.</param>
    internal static async Task<Result<Done>> FeedAsync(this WriteScope scope, Forum forum, FoundDeadline found, Deadline agreement, ForumId? target)
    {
        if (found.Agreement is not { } kind)
            return default(Done);

        if (kind == AgreementKind.Standing)
            scope.Db.StandingRules.Add(new StandingRule { ForumId = forum.Id, Text = found.Sentence, AgreementId = agreement.Id, MadeAt = scope.Now });

        return target is { } chosen && kind.MayBecomeAnItem() ? await AddAsync(scope, forum, found, agreement, chosen) : default(Done);
    }

    private static async Task<Result<Done>> AddAsync(WriteScope scope, Forum forum, FoundDeadline found, Deadline agreement, ForumId target)
    {
        if (await scope.Db.Forums.SingleOrDefaultAsync(one => one.Id == target && one.BoardId == forum.BoardId && !one.IsClosed) is not { } goal)
            return new ForumNotFound();

        // Whatever has become of it on the agenda since, what was closed stays closed.
        var source = found.ItemId is { } id ? await scope.Db.AgendaItems.FindAsync(id) : null;
        var isClosed = source is { Content.IsClosed: true };
        if (isClosed && goal.Id != forum.Id)
            return new ClosedStaysHere(forum.Name);

        if (await scope.CheckRoomAsync(goal.Id) is { } full)
            return full;

        var day = await scope.Db.Meetings.Where(meeting => meeting.Id == found.MeetingId).Select(meeting => (LocalDate?)meeting.Date).FirstOrDefaultAsync();
        var isProposal = !(await scope.EnterAsync(goal.Id, AddComingItem.Needs)).IsSuccess;
        var request = new NewComingItem(goal.Id, Details(forum, goal, found, day ?? scope.Today, isClosed, source?.Content.Dissents ?? []))
        {
            FromForumId = goal.Id == forum.Id ? null : forum.Id,
            FromMeetingId = found.MeetingId,
            FromItemId = source?.Id,
            AgreementId = agreement.Id,
            IsProposal = isProposal,
        };
        var coming = ComingItem.Add(request, scope.Caller.PersonId, scope.Now);
        scope.Db.ComingItems.Add(coming);
        await scope.FillFollowUpAsync(forum.Id);
        if (isProposal)
            await AskAsync(scope, coming, goal, forum.Name);

        return default(Done);
    }

    private static async Task AskAsync(WriteScope scope, ComingItem coming, Forum goal, string from)
    {
        var board = await scope.Db.Boards.Where(one => one.Id == goal.BoardId).Select(one => one.Name).SingleAsync();
        await scope.NotifySecretariatAsync(goal.Id, ComingNotices.Proposed(coming, goal.Name, board, from));
    }

    private static ComingDetails Details(Forum forum, Forum goal, FoundDeadline found, LocalDate day, bool isClosed, IReadOnlyList<DissentingOpinion> dissents)
    {
        var isNews = found.Agreement == AgreementKind.Orient;
        var title = isNews ? AgreementTexts.Orientation(found.Title, goal.Id == forum.Id ? null : forum.Name) : found.Title;
        var content = new AgendaItemContent
        {
            Title = DanishText.Shorten(title, AgendaItemRules.MaxTitleLength),
            Kind = isNews ? AgendaItemKind.Information : AgendaItemKind.Discussion,
            Sections = [new AgendaSection(Agendas.Texts.CaseLabel, AgreementTexts.ComesFrom(forum.Name, found.MeetingId is null ? null : day))],
            IsClosed = isClosed,
            Dissents = DissentingOpinion.Along(dissents),
        };
        return new ComingDetails(content, Wanted.Read(found.Trigger is { Length: <= Wanted.MaxLength } words ? words : null, day))
        {
            Remark = DanishFormat.Quote(DanishText.Shorten(found.Sentence, ComingItem.MaxRemarkLength - 2)),
        };
    }
}
