using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Votes;

/// <summary>A vote on cards that has not been closed, for the secretariat: who has voted, never what.</summary>
internal sealed record RunningBallot(ItemBallot Ballot, IReadOnlyList<Voter> Voters);

internal static class BallotQueries
{
    internal static async Task<RunningBallot?> RunningBallotAsync(this KlyngeContext db, Visit visit, AgendaItemId item, CancellationToken cancellationToken)
    {
        var found = await db.ItemBallots.Include(one => one.Answers).AsNoTracking()
            .Where(one => one.ItemId == item && one.ForumId == visit.Forum.Id && one.EndedAt == null)
            .Join(db.Meetings, ballot => ballot.MeetingId, meeting => meeting.Id, (ballot, meeting) => new { Ballot = ballot, Meeting = meeting })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new RunningBallot(found.Ballot, await db.VotersAsync(visit.Forum, found.Meeting, item, cancellationToken));
    }

    /// <summary>A vote as a voter sees it.</summary>
    /// <param name="seat">The seat that the card was made for; null for the voter's own.</param>
    internal static async Task<Result<(ItemBallotView View, Sitting Sitting)>> BallotOfAsync(
        this KlyngeContext db, Visit visit, ItemVoteId ballot, PersonId person, MemberId? seat, CancellationToken cancellationToken)
    {
        var found = await db.ItemBallots.Include(one => one.Answers).AsNoTracking()
            .Where(one => one.Id == ballot && one.ForumId == visit.Forum.Id)
            .Join(db.AgendaItems, one => one.ItemId, item => item.Id, (one, item) => new { Ballot = one, Item = item })
            .Join(db.Meetings, one => one.Ballot.MeetingId, meeting => meeting.Id, (one, meeting) => new { one.Ballot, one.Item, Meeting = meeting })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return new BallotNotFound();

        var voters = await db.VotersAsync(visit.Forum, found.Meeting, found.Item.Id, cancellationToken);
        return voters.FirstOrDefault(voter => voter.Person == person && (seat is not { } named || voter.Sitting.Seat.Id == named)) is { } own
            ? (ItemBallotView.Of(visit.Forum, visit.Board, found.Meeting, found.Item, found.Ballot), own.Sitting)
            : new NoVoteAtItem();
    }

    /// <summary>The votes that run now and wait for the person.</summary>
    internal static async Task<IReadOnlyList<(ItemBallotView View, Sitting Sitting)>> WaitingBallotsAsync(
        this KlyngeContext db, PersonId person, IReadOnlyList<Visit> own, CancellationToken cancellationToken)
    {
        var forums = own.Select(visit => visit.Forum.Id).ToList();
        var running = await db.ItemBallots.AsNoTracking()
            .Where(one => one.EndedAt == null && forums.Contains(one.ForumId)
                && db.Meetings.Any(meeting => meeting.Id == one.MeetingId && meeting.Status == MeetingStatus.InProgress))
            .OrderBy(one => one.OpenedAt)
            .ToListAsync(cancellationToken);
        var waiting = new List<(ItemBallotView, Sitting)>();
        foreach (var ballot in running)
        {
            var mine = await db.BallotOfAsync(own.First(visit => visit.Forum.Id == ballot.ForumId), ballot.Id, person, seat: null, cancellationToken);
            if (mine.TryGet(out var found, out _) && found.View is { IsRunning: true } view && view.AnswerOf(found.Sitting) is null)
                waiting.Add(found);
        }

        return waiting;
    }
}
