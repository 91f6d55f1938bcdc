using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Meetings;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>»Frister«: what is open in the reader's forums, and their meetings beside it.</summary>
public sealed class ReadDeadlines(IDbContextFactory<KlyngeContext> contexts, Gate gate)
{
    /// <param name="forum">The key of one forum; null for all of the reader's.</param>
    public async Task<Result<DeadlinesPage>> HandleAsync(ChatTurn turn, string? forum, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAllAsync(turn, forum, DeadlineQueries.Needs, closedToo: false, cancellationToken);
        if (!entered.TryGet(out var visits, out var error))
            return error;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var deadlines = new List<DeadlineView>();
        foreach (var visit in visits)
            deadlines.AddRange((await db.OpenDeadlinesAsync(visit.Forum, DeadlineReader.Of(visit.Access), int.MaxValue, isShown: null, cancellationToken)).First);

        var names = visits.Where(visit => visit.Access.May(MeetingQueries.Needs)).ToDictionary(visit => visit.Forum.Id, visit => visit.Forum.Name);
        var meetings = await db.MeetingDaysAsync(names.Keys, cancellationToken);
        return new DeadlinesPage(
            turn.Today,
            [.. deadlines.OrderBy(deadline => deadline.Date).ThenBy(deadline => deadline.Title, StringComparer.Ordinal)],
            [.. meetings.Where(day => day.Status != MeetingStatus.Cancelled).Select(day => new MeetingLine(day.Id, names[day.ForumId], day.Date, day.Start))],
            [.. (await gate.OwnAsync(turn, cancellationToken)).Where(own => own.Access.May(DeadlineQueries.Needs)).Select(own => new ForumLink(own.Forum.Key, own.Forum.Name, own.Board, MayOpen: true))],
            forum);
    }
}

/// <param name="Deadlines">The nearest first, overdue ones before them.</param>
/// <param name="Meetings">All but those that were cancelled, in their order.</param>
/// <param name="Forums">To choose from.</param>
/// <param name="Forum">The one that was chosen; null for all.</param>
public sealed record DeadlinesPage(
    LocalDate Today, IReadOnlyList<DeadlineView> Deadlines, IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<ForumLink> Forums, string? Forum)
{
    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    public string? Refusal { get; init; }
}
