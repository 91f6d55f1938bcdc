using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas;

/// <summary>Reads agendas. Whether the person may read them at all is the caller's to check.</summary>
public static class AgendaQueries
{
    /// <summary>The items on a meeting's agenda in their order.</summary>
    public static Task<List<AgendaItem>> ItemsOnAgendaAsync(
        this KlyngeContext db, MeetingId meeting, CancellationToken cancellationToken = default) =>
        db.AgendaItems
            .Where(item => item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted)
            .OrderBy(item => item.Number)
            .ToListAsync(cancellationToken);

    /// <summary>The agenda of a forum's meeting; null when the meeting is not the forum's.</summary>
    /// <param name="readsClosed">Whether the reader may read closed items; otherwise they come without title and text.</param>
    public static async Task<AgendaView?> AgendaAsync(
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, bool readsClosed, CancellationToken cancellationToken = default)
    {
        if (await db.MeetingViewAsync(forumId, meetingId, cancellationToken) is not { } meeting)
        {
            return null;
        }

        var rules = (await db.Forums.SingleAsync(forum => forum.Id == forumId, cancellationToken)).Rules;
        var items = await db.ItemsOnAgendaAsync(meetingId, cancellationToken);
        var times = AgendaTimes.Of(meeting.Time, items);
        var seats = await db.ActiveSeatsAsync(forumId, meeting.Time.Date);
        var apologies = await db.Apologies
            .Where(apology => apology.MeetingId == meetingId && apology.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
        var inWriting = await ItemsInWriting.OfAsync(db, items, cancellationToken);
        var lines = AgendaLines.Of(meeting, items, times, readsClosed).Select(inWriting.AddTo);
        return new AgendaView
        {
            Meeting = meeting,
            Lines = await db.WithDeadlinesAsync([.. lines], cancellationToken),
            Overrun = meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled ? null : times.Overrun,
            Invitations = meeting.Status is MeetingStatus.Held or MeetingStatus.Cancelled
                ? null
                : await db.InvitationsAsync(meetingId, seats, apologies.Select(apology => apology.MemberId).ToHashSet(), cancellationToken),
            Absences = await db.AbsencesAsync(seats, apologies, cancellationToken),
            Quorum = QuorumForecast.Of(rules.Quorum, seats, apologies),
            NeedsEverySector = rules.Quorum.EverySector,
            Proposals = await db.AgendaItems.CountAsync(
                item => item.MeetingId == meetingId && item.Status == AgendaItemStatus.Proposed, cancellationToken),
            IsFinal = await db.Minutes.AnyAsync(
                minutes => minutes.MeetingId == meetingId && minutes.Status == MinutesStatus.Approved, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<Absence>> AbsencesAsync(
        this KlyngeContext db, List<ForumMember> seats, List<Apology> apologies, CancellationToken cancellationToken)
    {
        var bySeat = apologies.ToDictionary(apology => apology.MemberId);
        var substitutes = apologies.Select(apology => apology.SubstituteId ?? apology.AskedId).OfType<PersonId>().ToList();
        var names = await db.LabelsAsync(substitutes, cancellationToken);
        var labels = PeopleLabels.Of(seats);
        return
        [
            .. seats.Where(seat => bySeat.ContainsKey(seat.Id))
                .Select(seat => new Absence(
                    seat.Id, labels.GetValueOrDefault(seat.PersonId, seat.Person.Name), Substitute(bySeat[seat.Id], names), seat.HasVote, Asked(bySeat[seat.Id], names))),
        ];
    }

    private static string? Asked(Apology apology, Dictionary<PersonId, string> names) =>
        apology is { IsAsking: true, AskedId: { } id } ? names.GetValueOrDefault(id) : null;

    private static string? Substitute(Apology apology, Dictionary<PersonId, string> names) =>
        apology.SubstituteName ?? (apology.SubstituteId is { } id ? names.GetValueOrDefault(id) : null);
}
