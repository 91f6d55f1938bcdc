using Klynge.Application.Agendas.Changes;
using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.MyCases;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
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
            await ChangedAsync(db, turn, names, cancellationToken),
            [.. days.Where(day => day.IsAhead(turn.Today)).Take(MaxMeetings).Select(day => new MeetingLine(day.Id, names[day.ForumId], day.Date, day.Start))],
            [.. own.Select(visit => new ForumLink(visit.Forum.Key, visit.Forum.Name, visit.Board, visit.Access.May(ReadForum.Needs)))],
            own.Any(visit => visit.Access.May(ReadOperations.Needs)))
        {
            WritesIn = [.. own.Where(visit => visit.Access.May(ReadCaseForm.Needs) && visit.Forum.Rules.WrittenProcedures.Allowed)
                .Select(visit => new ForumLink(visit.Forum.Key, visit.Forum.Name, visit.Board, MayOpen: true))],
        };
    }

    /// <summary>Agendas that the reader has read, and that are not the same any longer.</summary>
    private static async Task<IReadOnlyList<ChangedAgenda>> ChangedAsync(KlyngeContext db, ChatTurn turn, Dictionary<ForumId, string> names, CancellationToken cancellationToken)
    {
        var ids = names.Keys.ToList();
        var read = db.AgendaReads.Where(one => one.PersonId == turn.PersonId && ids.Contains(one.ForumId)).Select(one => new KnownAgenda { MeetingId = one.MeetingId, At = one.ReadAt });
        var rows = await (
            from item in AgendaChanges.Since(db, read)
            join meeting in db.Meetings on item.MeetingId equals meeting.Id
            where meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled
            group item by new { meeting.Id, meeting.ForumId, meeting.Date, meeting.Start } into ofMeeting
            select new { ofMeeting.Key.Id, ofMeeting.Key.ForumId, ofMeeting.Key.Date, ofMeeting.Key.Start, Count = ofMeeting.Count() }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Date).ThenBy(row => row.Start)
            .Select(row => new ChangedAgenda(new MeetingLine(row.Id, names[row.ForumId], row.Date, row.Start), row.Count))];
    }
}

/// <param name="Changed">What the reader has read, and has changed since, the nearest meeting first.</param>
/// <param name="Waiting">The same as the card of »mine sager« is drawn from.</param>
/// <param name="MayOperate">The reader may see how the jobs are.</param>
public sealed record BoardPage(Instant Now, Waiting Waiting, IReadOnlyList<ChangedAgenda> Changed, IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<ForumLink> Forums, bool MayOperate)
{
    /// <summary>The forums where the reader may send a case out to be decided in writing.</summary>
    public IReadOnlyList<ForumLink> WritesIn { get; init; } = [];
}

/// <param name="Count">How many items came, were changed or were taken off.</param>
public sealed record ChangedAgenda(MeetingLine Meeting, int Count);

/// <summary>A meeting in a list.</summary>
public sealed record MeetingLine(MeetingId Id, string Forum, LocalDate Date, LocalTime Start);

/// <param name="MayOpen">The reader may see the forum's own page.</param>
public sealed record ForumLink(string Key, string Name, string Board, bool MayOpen);
