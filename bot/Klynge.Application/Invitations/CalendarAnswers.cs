using Klynge.Application.Attendance;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Attendance;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Invitations;

/// <summary>Turns answers in the calendar into apologies and takes them back, as <see cref="CalendarApologies"/> says.</summary>
internal static class CalendarAnswers
{
    internal static async Task ApplyAsync(WriteScope scope, LinkedMeeting linked, CalendarEvent read)
    {
        var invitations = await InvitationsAsync(scope, linked);
        var news = new HashSet<InvitationId>();
        foreach (var attendee in read.Attendees)
        {
            if (InvitedPeople.AddressOf(attendee) is { } address && invitations.TryGetValue(address, out var invitation)
                && invitation.Answer(attendee.Response, AnsweredAt(attendee, invitation, read, scope.Now)))
            {
                news.Add(invitation.Id);
            }
        }

        if (!linked.Meeting.IsOver)
            await ApologiseAsync(scope, linked, [.. invitations.Values], news);
    }

    /// <summary>Draws the apologies from answers that are known already: it has just been said who somebody is.</summary>
    internal static async Task ApplyKnownAsync(WriteScope scope, LinkedMeeting linked)
    {
        if (!linked.Meeting.IsOver)
            await ApologiseAsync(scope, linked, [.. (await InvitationsAsync(scope, linked)).Values], []);
    }

    private static async Task ApologiseAsync(WriteScope scope, LinkedMeeting linked, List<Invitation> invitations, HashSet<InvitationId> news)
    {
        var answered = invitations.Where(one => one is { MemberId: not null, IsRemoved: false, Response: not InvitationResponse.None }).ToList();
        if (answered.Count == 0)
            return;

        var seats = await scope.Db.ActiveSeatsAsync(linked.Forum.Id, linked.Meeting.Date);
        var all = await scope.Db.Apologies.Where(apology => apology.MeetingId == linked.Meeting.Id).ToListAsync();
        var standing = all.Where(apology => apology.Stands).ToList();
        foreach (var invitation in answered)
        {
            if (seats.Find(candidate => candidate.Id == invitation.MemberId) is { } seat)
            {
                var place = new AttendancePlace(linked.Forum, linked.Meeting, seat, IsOwn: false, seats, standing);
                var ofSeat = all.Where(apology => apology.MemberId == seat.Id).ToList();
                await TakeEffectAsync(scope, place, ofSeat, invitation, news.Contains(invitation.Id));
            }
        }
    }

    private static async Task TakeEffectAsync(
        WriteScope scope, AttendancePlace place, List<Apology> ofSeat, Invitation invitation, bool isNews)
    {
        switch (CalendarApologies.Decide(ofSeat, invitation.Response, invitation.RespondedAt!.Value))
        {
            case CalendarEffect.Register:
                var given = place.ToState(ApologyWorkflow.Add(scope, place, ApologySource.Calendar), isNew: true);
                ApologyWorkflow.Ask(scope, given);
                await ApologyWorkflow.NotifyAsync(scope, given);
                scope.Notify(place.Seat.PersonId, ApologyCards.FromCalendar(given with { IsOwn = true }));
                break;
            case CalendarEffect.Withdraw:
                var standing = ofSeat.Single(apology => apology.Stands);
                standing.WithdrawByCalendar(scope.Now);
                await ApologyWorkflow.NotifyAsync(scope, place.ToState(standing, isNew: false));
                break;
            case CalendarEffect.Contradicts when isNews:
                var said = place.ToState(ofSeat.Single(apology => apology.Stands), isNew: false);
                scope.Notify(place.Seat.PersonId, ApologyCards.Contradicted(said with { IsOwn = true }));
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// When the answer was given, never in the future. Where the calendar does not say, it is taken for as old as the reading that brought
    /// it, and an answer that is known already keeps its time.
    /// </summary>
    private static Instant AnsweredAt(CalendarAttendee attendee, Invitation known, CalendarEvent read, Instant now)
    {
        var unsaid = known.Response == attendee.Response ? known.RespondedAt : null;
        return Instant.Min(attendee.RespondedAt ?? unsaid ?? read.LastModified, now);
    }

    /// <summary>Those that the database has, and those that this write adds.</summary>
    private static async Task<Dictionary<string, Invitation>> InvitationsAsync(WriteScope scope, LinkedMeeting linked)
    {
        await scope.Db.Invitations.Where(one => one.MeetingId == linked.Meeting.Id).LoadAsync();
        return scope.Db.Invitations.Local.Where(one => one.MeetingId == linked.Meeting.Id).ToDictionary(one => one.Address, StringComparer.Ordinal);
    }
}
