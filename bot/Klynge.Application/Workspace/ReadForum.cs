using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>A forum: its rung, its rules, who sits in it, and its meetings.</summary>
public sealed class ReadForum(IDbContextFactory<KlyngeContext> contexts, Gate gate)
{
    /// <summary>For those who belong to the forum for good: a guest is there for a meeting or an item, and its people are not theirs to list.</summary>
    public const Permission Needs = Permission.ReadMinutes;

    private const int MaxMeetings = 24;

    public async Task<Result<ForumPage>> HandleAsync(ChatTurn turn, string key, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAsync(turn, key, Needs, date: null, cancellationToken);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var own = await gate.OwnAsync(turn, cancellationToken);
        var days = await gate.MeetingsAsync(turn, visit.Forum.Id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seats = await db.ActiveSeatsAsync(visit.Forum.Id, turn.Today);
        return new ForumPage(
            visit.Forum.Name,
            visit.Board,
            visit.Forum.IsClosed,
            visit.Forum.Rules,
            [.. own.Where(one => one.Forum.BoardId == visit.Forum.BoardId)
                .OrderByDescending(one => one.Forum.Level).ThenBy(one => one.Forum.Name, DanishText.Comparer)
                .Select(one => new Rung(one.Forum.Key, one.Forum.Name, one.Forum.Level, one.Forum.Id == visit.Forum.Id, one.Access.May(Needs)))],
            [.. seats.Select(seat => SeatLine.Of(seat, turn.Today))],
            [.. days.Where(day => day.Status != MeetingStatus.Cancelled).OrderByDescending(day => day.Date).Take(MaxMeetings)
                .Select(day => new MeetingLine(day.Id, visit.Forum.Name, day.Date, day.Start))],
            turn.Today);
    }
}

/// <param name="Ladder">The reader's own forums of the same board, the political level first; of others not even the name is told.</param>
/// <param name="Meetings">The latest first.</param>
public sealed record ForumPage(
    string Name, string Board, bool IsClosed, RulesOfProcedure Rules, IReadOnlyList<Rung> Ladder, IReadOnlyList<SeatLine> Seats, IReadOnlyList<MeetingLine> Meetings, LocalDate Today);

/// <param name="IsHere">The forum that the page is about.</param>
public sealed record Rung(string Key, string Name, int Level, bool IsHere, bool MayOpen);

/// <summary>A seat as minutes print it, and who stands in for it, in their order.</summary>
/// <param name="Until">The last day, where one is set.</param>
public sealed record SeatLine(string Name, Role Role, bool HasVote, string Organisation, string? Substitute, LocalDate? Until)
{
    internal static SeatLine Of(ForumMember seat, LocalDate today) => new(
        seat.Person.Name,
        seat.Role,
        seat.HasVote,
        seat.Organisation,
        seat.SubstitutePeople.Count > 0 ? string.Join(", ", seat.SubstitutePeople.Select(one => one.Name)) : null,
        seat.To is { } to && to >= today ? to : null);
}
