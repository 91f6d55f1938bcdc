using Klynge.Application.Attendance.Items;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Votes;

/// <summary>A vote on cards as it stands, with the item that it is about.</summary>
/// <param name="Vote">What it was counted as; null while it runs, and where nothing was.</param>
internal sealed record ItemBallotView(
    ForumId ForumId, string Forum, string Board, MeetingId Meeting, AgendaItemId Item, int Number, AgendaItemContent Content, ItemBallot Ballot, ItemVote? Vote, bool IsRunning)
{
    internal static ItemBallotView Of(Forum forum, string board, Meeting meeting, AgendaItem item, ItemBallot ballot) => new(
        forum.Id,
        forum.Name,
        board,
        meeting.Id,
        item.Id,
        item.Number,
        item.Content,
        ballot,
        ballot.IsOpen || ballot.IsCalledOff ? null : item.Content.Votes.FirstOrDefault(vote => vote.Id == ballot.Id),
        ballot.IsOpen && meeting.Status == MeetingStatus.InProgress && item.IsOnAgenda);

    /// <inheritdoc cref="ItemVotes.AnswerOf"/>
    internal BallotAnswer? AnswerOf(Sitting voter) => Ballot.AnswerOf(voter);
}
