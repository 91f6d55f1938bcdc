using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.Handovers;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace.Council;

/// <summary>A forum that ends: who follows and when, what would be given, or that it was done.</summary>
public sealed class ReadHandover(IDbContextFactory<KlyngeContext> contexts, Gate gate, HandOver handOver)
{
    /// <summary>Those who may fetch what was given see that it was; who may hand over gets the form.</summary>
    public const Permission Needs = StoreHandover.Needs;

    /// <param name="to">The key of the forum that follows; null for the form alone.</param>
    /// <param name="lastDay">Of the forum that ends; null for the last day of the year.</param>
    public async Task<Result<HandoverPage>> HandleAsync(ChatTurn turn, string key, string? to, LocalDate? lastDay, CancellationToken cancellationToken)
    {
        if (!(await gate.EnterAsync(turn, key, Needs, date: null, cancellationToken)).TryGet(out var visit, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var page = new HandoverPage(visit.Forum.Key, visit.Forum.Name, visit.Board, lastDay ?? new LocalDate(turn.Today.Year, 12, 31));
        if (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(one => one.FromForumId == visit.Forum.Id, cancellationToken) is { } done)
            return page with { DoneText = (await db.DoneBeforeAsync(done)).Text, IsDone = true };

        if (!visit.Access.May(HandOver.Needs) || visit.Forum.IsOverFor(HandOver.Needs) || visit.IsHistoricFor(HandOver.Needs, turn.Today))
            return page with { DoneText = new HandoverNotDone().Text };

        var others = await db.Forums.AsNoTracking().Where(forum => forum.Id != visit.Forum.Id && !forum.IsClosed && forum.HistoricFrom == null).OrderBy(forum => forum.Name).ToListAsync(cancellationToken);
        page = page with { Others = [.. others.Select(forum => (forum.Key, forum.Name))], To = to };
        if (to is null)
            return page;

        if (others.Find(forum => forum.Key == to) is not { } successor)
            return page with { Refusal = new SuccessorNotFound().Text };

        var preview = await handOver.PreviewAsync(turn.Caller, new HandoverRequest(visit.Forum.Id, successor.Id, page.LastDay), cancellationToken);
        return preview.TryGet(out var found, out var refused) ? page with { Preview = found, ToId = successor.Id } : page with { Refusal = refused.Text };
    }

    /// <summary>The forum of a key; null where there is none.</summary>
    internal async Task<ForumId?> ForumOfAsync(string? key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Forums.Where(forum => forum.Key == key).Select(forum => (ForumId?)forum.Id).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="LastDay">Of the forum that ends, itself included.</param>
public sealed record HandoverPage(string Key, string Forum, string Board, LocalDate LastDay)
{
    /// <summary>The forums that may follow.</summary>
    public IReadOnlyList<(string Key, string Name)> Others { get; init; } = [];

    /// <summary>The key of the one that was chosen; null where none was.</summary>
    public string? To { get; init; }

    public ForumId? ToId { get; init; }

    /// <summary>What would be given; null until a forum was chosen.</summary>
    public HandoverPreview? Preview { get; init; }

    /// <summary>To whom and when it was handed over, or that it was not and the reader hands nothing over; null where there is the form.</summary>
    public string? DoneText { get; init; }

    /// <summary>There is something to fetch.</summary>
    public bool IsDone { get; init; }

    /// <summary>Where the document and the package are; null until they are fetched.</summary>
    public HandoverStored? Stored { get; init; }

    public string? Refusal { get; init; }
}
