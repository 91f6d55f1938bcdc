using System.Text;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Documents;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.Handovers;

/// <summary>
/// Hands a forum that ends over to the one that follows (L 214, 2024-25: the clusters end with 2026): its open cases become coming items there, one more
/// tells of agreements and deadlines, and what was given is kept with its hash. It is looked at first and done once. From the day after the last the
/// forum is history. A closed case follows as a closed one where whoever hands over keeps the books of both and nobody is kept out of it; otherwise it
/// stays, and the preview and the document say why.
/// </summary>
public sealed class HandOver(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks of its caller in the forum that ends; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageForum;

    /// <summary>What it would give; nothing is saved.</summary>
    public async Task<Result<HandoverPreview>> PreviewAsync(Caller caller, HandoverRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(clock);
        var entered = await db.EnterAsync(caller, request.From, Needs, today);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(one => one.FromForumId == request.From, cancellationToken) is { } done)
            return await db.DoneBeforeAsync(done);

        var collected = await CollectAsync(db, visit, request, today, caller.PersonId);
        return collected.TryGet(out var found, out error) ? new HandoverPreview(found.Contents, MarkOf(found.Contents)) : error;
    }

    public Task<Result<Handover>> HandleAsync(Caller caller, HandoverRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(new WriteIntent(nameof(HandOver), caller, request.From, SubjectId: request.From.Value), scope => HandOverAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<Handover>> HandOverAsync(WriteScope scope, HandoverRequest request)
    {
        var entered = await scope.EnterAsync(request.From, Needs);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (await scope.Db.Handovers.SingleOrDefaultAsync(one => one.FromForumId == request.From) is { } done)
            return done.ToForumId == request.To && done.LastDay == request.LastDay ? done : await scope.Db.DoneBeforeAsync(done);

        var collected = await CollectAsync(scope.Db, visit, request, scope.Today, scope.Caller.PersonId);
        if (!collected.TryGet(out var found, out error))
            return error;

        if (request.Seen != MarkOf(found.Contents))
            return new HandoverChanged();

        if (await CheckRoomAsync(scope.Db, request.To, found) is { } full)
            return full;

        var isProposal = !(await scope.EnterAsync(request.To, AddComingItem.Needs)).IsSuccess;
        foreach (var coming in ItemsOf(found, request, isProposal))
            scope.Db.ComingItems.Add(ComingItem.Add(coming, scope.Caller.PersonId, scope.Now));

        visit.Forum.HistoricFrom = request.LastDay.PlusDays(1);
        var contents = JsonColumn.Write(found.Contents);
        var handover = new Handover
        {
            FromForumId = request.From,
            ToForumId = request.To,
            LastDay = request.LastDay,
            MadeById = scope.Caller.PersonId!.Value,
            MadeAt = scope.Now,
            Contents = contents,
            Sha256 = ContentHash.Of(Encoding.UTF8.GetBytes(contents)),
        };
        scope.Db.Handovers.Add(handover);
        await TellAsync(scope, found.Contents, request, visit.Board);
        return handover;
    }

    private static async Task<Result<Collected>> CollectAsync(KlyngeContext db, Visit visit, HandoverRequest request, LocalDate today, PersonId? by)
    {
        if (request.From == request.To)
            return new HandoverToItself();

        if (request.LastDay < today)
            return new LastDayIsPast();

        if (await db.Forums.SingleOrDefaultAsync(forum => forum.Id == request.To && !forum.IsClosed && forum.HistoricFrom == null) is not { } to)
            return new SuccessorNotFound();

        var follows = by is { } person && (await db.ActiveSeatsAsync(to.Id, today)).AccessOf(person, to.Id, today).May(AddComingItem.Needs);
        var collect = new CollectHandover(db, visit.Forum, to, visit.Board, request.LastDay, today, follows);
        return await collect.OutlivingAsync() is { Count: > 0 } titles ? new ProceduresOutliveForum(DanishFormat.List(titles)) : await collect.CollectAsync();
    }

    private static string MarkOf(HandoverContents contents) => ContentHash.Of(Encoding.UTF8.GetBytes(JsonColumn.Write(contents)))[..16];

    private static async Task<Error?> CheckRoomAsync(KlyngeContext db, ForumId to, Collected found)
    {
        var there = await db.ComingItems.CountAsync(one => one.ForumId == to && one.Status != ComingStatus.Dropped && one.ItemId == null);
        var (room, count) = (AddComingItem.Most - there, found.Open.Count + found.Closed.Count + 1);
        return count > room ? new HandoverTooLarge(found.Contents.To, Math.Max(room, 0), count) : null;
    }

    /// <summary>Each open case with its journey, and one that tells of agreements, deadlines and documents.</summary>
    private static IEnumerable<NewComingItem> ItemsOf(Collected found, HandoverRequest request, bool isProposal)
    {
        foreach (var (open, handed) in found.Open.Zip(found.Contents.Cases).Concat(found.Closed))
        {
            var content = open.Content with
            {
                LateReason = null,
                Attachments = [.. open.Content.Attachments.Select(one => one.OnTime())],
                Additions = [],
                Votes = [],
                Stops = [],
                Impartiality = [],
                TakenOff = [],
                Dissents = DissentingOpinion.Along(open.Content.Dissents),
                Sections = handed.Journey.Count == 0 ? open.Content.Sections : [.. open.Content.Sections, new AgendaSection(HandoverTexts.JourneyHeading, string.Join('\n', handed.Journey.Select(line => $"- {line}")))],
            };
            yield return New(content);
        }

        yield return New(new AgendaItemContent
        {
            Title = DanishText.Shorten(HandoverTexts.OverviewTitle(found.Contents.From), AgendaItemRules.MaxTitleLength),
            Kind = AgendaItemKind.Information,
            Sections = [.. HandoverTexts.Overview(found.Contents).Select(section => new AgendaSection(section.Heading, section.Text))],
        });

        NewComingItem New(AgendaItemContent content) => new(request.To, new ComingDetails(content, Wanted.None) { Remark = HandoverTexts.ComesFrom(found.Contents) })
        {
            FromForumId = request.From,
            IsProposal = isProposal,
        };
    }

    private static async Task TellAsync(WriteScope scope, HandoverContents contents, HandoverRequest request, string board)
    {
        var card = HandoverCards.Notice(contents, request.To, board);
        await scope.NotifySecretariatAsync(request.To, card);
        var there = await scope.Db.SecretariatAsync(request.To, scope.Today);
        foreach (var person in (await scope.Db.SecretariatAsync(request.From, scope.Today)).Except(there).Where(person => person != scope.Caller.PersonId))
            scope.Notify(person, card);
    }
}

/// <param name="LastDay">Of the forum that ends, itself included.</param>
/// <param name="Seen">The mark of the preview; null for the preview itself.</param>
public sealed record HandoverRequest(ForumId From, ForumId To, LocalDate LastDay, string? Seen = null);

/// <param name="Contents">What would be given.</param>
/// <param name="Mark">Of what was looked at; the confirmation brings it along.</param>
public sealed record HandoverPreview(HandoverContents Contents, string Mark)
{
    /// <summary>The whole of it as lines of text, for the command line and the page.</summary>
    public IReadOnlyList<string> Lines => [.. HandoverTexts.PreviewLines(Contents)];
}

internal static class HandoverQueries
{
    internal static async Task<HandoverAlreadyDone> DoneBeforeAsync(this KlyngeContext db, Handover done) => new(
        await db.Forums.Where(forum => forum.Id == done.ToForumId).Select(forum => forum.Name).SingleAsync(), DanishFormat.PlainDate(done.LastDay));
}
