using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>Reads what the calendar says of a meeting for the agenda card.</summary>
internal static class InvitationQueries
{
    /// <param name="seats">The seats of the day, in the forum's order.</param>
    /// <param name="absent">Those whose apology stands.</param>
    /// <returns>Null for a meeting that no event calls.</returns>
    internal static async Task<InvitationCount?> InvitationsAsync(
        this KlyngeContext db, MeetingId meeting, List<ForumMember> seats, IReadOnlySet<MemberId> absent, CancellationToken cancellationToken)
    {
        var found = await db.Invitations.Where(one => one.MeetingId == meeting && !one.IsRemoved && one.Match != InvitationMatch.Room)
            .Select(one => new { Invitation = one, Organizer = db.CalendarLinks.Where(link => link.MeetingId == meeting).Select(link => link.Mailbox).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
            return null;

        var (invitations, organizer) = (found.ConvertAll(one => one.Invitation), found[0].Organizer);
        var bySeat = invitations.Where(one => one.MemberId is not null).ToLookup(one => one.MemberId!.Value);
        var expected = seats.Where(seat => bySeat.Contains(seat.Id) && !absent.Contains(seat.Id)).ToList();
        var tentative = expected.Where(seat => AnswerOf(seat) == InvitationResponse.Tentative).ToList();
        var unanswered = expected.Count(seat => AnswerOf(seat) == InvitationResponse.None);
        return new InvitationCount(
            seats.Count(seat => bySeat.Contains(seat.Id)),
            expected.Count - tentative.Count - unanswered,
            [.. tentative.Select(seat => seat.Person.Name)],
            unanswered,
            [.. seats.Where(seat => seat.HasVote && !bySeat.Contains(seat.Id) && !absent.Contains(seat.Id)).Select(seat => seat.Person.Name)],
            invitations.Count(one => one.Match == InvitationMatch.Unknown));

        // Who calls the meeting has nothing to answer, and comes.
        InvitationResponse AnswerOf(ForumMember seat) => string.Equals(seat.Person.EntraObjectId, organizer, StringComparison.OrdinalIgnoreCase)
            ? InvitationResponse.Accepted
            : Answer(bySeat[seat.Id]);
    }

    /// <summary>
    /// The latest answer of one who may be invited under two addresses. Who declined and has no apology has said here that they come.
    /// </summary>
    private static InvitationResponse Answer(IEnumerable<Invitation> ofSeat) =>
        ofSeat.Where(one => !one.IsForEarlierTime && one.RespondedAt is not null).MaxBy(one => one.RespondedAt)?.Response ?? InvitationResponse.None;
}
