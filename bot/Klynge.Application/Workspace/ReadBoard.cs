using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.MyCases;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>»Mit bord«: what »mine sager« tells, and the meetings that come.</summary>
public sealed class ReadBoard(IDbContextFactory<KlyngeContext> contexts, Gate gate)
{
    private const int MaxMeetings = 12;

    public async Task<Result<BoardPage>> HandleAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var own = await gate.OwnAsync(turn, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.WaitingForAsync(turn.PersonId, own, turn.Now, cancellationToken);
        var names = own.Where(visit => visit.Access.May(MeetingQueries.Needs)).ToDictionary(visit => visit.Forum.Id, visit => visit.Forum.Name);
        var days = await db.MeetingDaysAsync(names.Keys, cancellationToken);
        return new BoardPage(
            turn.Now,
            waiting,
            [.. days.Where(day => day.IsAhead(turn.Today)).Take(MaxMeetings).Select(day => new MeetingLine(day.Id, names[day.ForumId], day.Date, day.Start))],
            [.. own.Select(visit => new ForumLink(visit.Forum.Key, visit.Forum.Name, visit.Board, visit.Access.May(ReadForum.Needs)))],
            own.Any(visit => visit.Access.May(ReadOperations.Needs)));
    }
}

/// <param name="Waiting">The same as the card of »mine sager« is drawn from.</param>
/// <param name="MayOperate">The reader may see how the jobs are.</param>
public sealed record BoardPage(Instant Now, Waiting Waiting, IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<ForumLink> Forums, bool MayOperate);

/// <summary>A meeting in a list.</summary>
public sealed record MeetingLine(MeetingId Id, string Forum, LocalDate Date, LocalTime Start);

/// <param name="MayOpen">The reader may see the forum's own page.</param>
public sealed record ForumLink(string Key, string Name, string Board, bool MayOpen);
