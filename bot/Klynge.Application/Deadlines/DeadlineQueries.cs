using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Deadlines;

/// <summary>Reads deadlines. Whether the person may read the forum's at all is the caller's to check.</summary>
internal static class DeadlineQueries
{
    /// <summary>What it takes to read them; the command and the buttons that show them ask for this.</summary>
    internal const Permission Needs = Permission.ReadDeadlines;

    /// <summary>The forum's deadlines that are open, the nearest first, those of one day by title: ids made in one millisecond have no order.</summary>
    /// <param name="isShown">Which of them; null for all.</param>
    /// <returns>How many there are, and the first of them.</returns>
    internal static async Task<(int Count, IReadOnlyList<DeadlineView> First)> OpenDeadlinesAsync(
        this KlyngeContext db, Forum forum, DeadlineReader reader, int most, Func<Deadline, bool>? isShown, CancellationToken cancellationToken)
    {
        var open = await db.Deadlines.AsNoTracking()
            .Where(deadline => deadline.ForumId == forum.Id && (deadline.Status == DeadlineStatus.Open || deadline.Status == DeadlineStatus.Postponed))
            .OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Title).ThenBy(deadline => deadline.Id)
            .ToListAsync(cancellationToken);
        var shown = isShown is null ? open : open.FindAll(new Predicate<Deadline>(isShown));
        return (shown.Count, await db.ViewsAsync(forum, [.. shown.Take(most)], reader, cancellationToken));
    }

    /// <summary>One deadline with its history; null when it is not the forum's.</summary>
    internal static async Task<DeadlineView?> DeadlineAsync(
        this KlyngeContext db, Forum forum, DeadlineId id, DeadlineReader reader, CancellationToken cancellationToken)
    {
        var deadline = await db.Deadlines.AsNoTracking()
            .Include(candidate => candidate.History)
            .SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forum.Id, cancellationToken);
        return deadline is null ? null : (await db.ViewsAsync(forum, [deadline], reader, cancellationToken))[0];
    }

    /// <summary>
    /// What was agreed and set a day for at some items, whatever has become of it; what was dropped with a reason too, and not what should never
    /// have been there.
    /// </summary>
    internal static async Task<IReadOnlyList<DeadlineView>> DeadlinesOfItemsAsync(
        this KlyngeContext db, Forum forum, IReadOnlyCollection<AgendaItemId> items, DeadlineReader reader, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return [];

        var all = await db.Deadlines.AsNoTracking()
            .Include(deadline => deadline.History)
            .Where(deadline => deadline.ForumId == forum.Id && deadline.ItemId != null && items.Contains(deadline.ItemId.Value))
            .OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Title).ThenBy(deadline => deadline.Id)
            .ToListAsync(cancellationToken);
        var shown = all.FindAll(one => one.Status != DeadlineStatus.Removed || one.History.MaxBy(change => change.Version)?.Reason is not null);
        return shown.Count == 0 ? [] : await db.ViewsAsync(forum, shown, reader, cancellationToken);
    }

    private static async Task<IReadOnlyList<DeadlineView>> ViewsAsync(
        this KlyngeContext db, Forum forum, IReadOnlyList<Deadline> deadlines, DeadlineReader reader, CancellationToken cancellationToken)
    {
        var surroundings = await DeadlineSurroundings.LoadAsync(db, forum, deadlines, cancellationToken);
        return [.. deadlines.Select(deadline => surroundings.ToView(deadline, reader))];
    }
}

/// <summary>Who reads, and where.</summary>
/// <param name="Access">Null for everybody in a chat: nobody can be told what only they may do.</param>
internal sealed record DeadlineReader(ForumAccess? Access, bool ReadsClosed, bool ReadsDrafts)
{
    /// <summary>For everybody who reads a chat.</summary>
    internal static DeadlineReader Everybody { get; } = new(null, ReadsClosed: false, ReadsDrafts: false);

    /// <summary>For one person alone.</summary>
    internal static DeadlineReader Of(ForumAccess access) => new(access, access.May(Permission.ReadClosedItems), access.May(Permission.OpenWrittenProcedure));

    /// <summary>The answer to a button is the presser's own card, but as a message (its fallback) everybody in the chat reads it.</summary>
    internal static DeadlineReader Of(Visit visit, ChatTurn turn, InvokedAction? action) =>
        turn.IsPersonal || action is { IsFallback: false } ? Of(visit.Access) : Everybody;
}
