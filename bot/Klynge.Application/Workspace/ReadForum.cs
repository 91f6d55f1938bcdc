using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.Members;
using Klynge.Application.Workspace.Council;
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
        var members = await ListMembers.ReadAsync(db, visit.Forum, turn.Today, cancellationToken);
        return new ForumPage(
            visit.Forum.Key,
            visit.Forum.Name,
            visit.Board,
            visit.Access.May(ChangeForum.Needs) && !visit.Forum.IsOverFor(ChangeForum.Needs),
            visit.Forum.IsClosed,
            visit.Forum.Rules,
            [.. own.Where(one => one.Forum.BoardId == visit.Forum.BoardId)
                .OrderByDescending(one => one.Forum.Level).ThenBy(one => one.Forum.Name, DanishText.Comparer)
                .Select(one => new Rung(one.Forum.Key, one.Forum.Name, one.Forum.Level, one.Forum.Id == visit.Forum.Id, one.Access.May(Needs)))],
            members.Lines,
            [.. days.Where(day => day.Status != MeetingStatus.Cancelled).OrderByDescending(day => day.Date).Take(MaxMeetings)
                .Select(day => new MeetingLine(day.Id, visit.Forum.Name, day.Date, day.Start))],
            turn.Today)
        {
            Council = await ReadChairDecision.LinksAsync(db, visit, turn, cancellationToken),
        };
    }
}

/// <param name="Manages">The reader may change who sits there, and the rules.</param>
/// <param name="Ladder">The reader's own forums of the same board, the political level first; of others not even the name is told.</param>
/// <param name="Seats">Of today and of days to come, in the order that minutes print.</param>
/// <param name="Meetings">The latest first.</param>
public sealed record ForumPage(
    string Key,
    string Name,
    string Board,
    bool Manages,
    bool IsClosed,
    RulesOfProcedure Rules,
    IReadOnlyList<Rung> Ladder,
    IReadOnlyList<MemberLine> Seats,
    IReadOnlyList<MeetingLine> Meetings,
    LocalDate Today)
{
    /// <summary>What the page leads to of a council's rights.</summary>
    public CouncilLinks Council { get; init; } = CouncilLinks.None;

    /// <summary>Why what was asked for was not done; null where nothing was refused.</summary>
    public string? Refusal { get; init; }
}

/// <param name="IsHere">The forum that the page is about.</param>
public sealed record Rung(string Key, string Name, int Level, bool IsHere, bool MayOpen);
