using Klynge.Application.Agendas;
using Klynge.Application.Attendance;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Outbox;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>
/// The meeting is over. Who was invited is frozen with their apologies and substitutes, so that a later change of seats does not
/// rewrite the minutes, and the secretariat is asked who came. A second end (the call was opened again) only moves the time.
/// Right after its start, or before its time, it is asked about first.
/// </summary>
public sealed class FinishMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    public Task<Result<Done>> HandleAsync(Caller caller, MeetingEventRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(FinishMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            // Teams may end a call twice; a button that a person presses again says nothing new.
            if (at.Meeting.Status == MeetingStatus.Held && !scope.Caller.IsSystem)
                return default(Done);

            if (!request.IsSure && at.Meeting.IsHastyEnd(scope.Now))
                return await AskAsync(scope, at);

            if (at.Meeting.Finish(scope.Now).Error is { } refused)
                return refused;

            at.Meeting.TeamsMeetingId = request.TeamsMeetingId ?? at.Meeting.TeamsMeetingId;
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            var hasReport = await ExpectReportAsync(scope, at.Meeting);
            if (await scope.Db.Participants.AnyAsync(participant => participant.MeetingId == at.Meeting.Id))
                return default(Done);

            var participants = await FreezeAsync(scope, at.Meeting);
            scope.Db.Participants.AddRange(participants);
            var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
            await scope.NotifySecretariatAsync(
                at.Forum.Id, hasReport ? CalendarNotices.Ended(view) : RollCallCard.Sent(view, participants.Select(RollCallLine.Of)));
            return default(Done);
        }, cancellationToken);

    /// <summary>Of a call that began long before the meeting the secretariat was asked when it began: its end asks no more.</summary>
    private static async Task<Result<Done>> AskAsync(WriteScope scope, MeetingOfForum at)
    {
        if (scope.Caller.PersonId is not null)
            return new MeetingHardlyOver();

        if (!at.Meeting.IsStartDoubted(scope.Now))
        {
            var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
            await scope.NotifySecretariatAsync(
                at.Forum.Id, MeetingQuestions.Finish(view, at.Meeting.StartedAt, scope.Now, Texts.TeamsHasEnded));
        }

        return default(Done);
    }

    /// <summary>Teams makes a report of a meeting that the calendar knows: it is read in a while, and then the secretariat is asked.</summary>
    private static async Task<bool> ExpectReportAsync(WriteScope scope, Meeting meeting)
    {
        if (!await scope.Db.CalendarLinks.AnyAsync(link => link.MeetingId == meeting.Id && link.EventId != null && link.JoinUrl != null))
            return false;

        scope.Receive(CalendarInboxKind.Report, meeting.Id.Value.ToString("N"), scope.Now + ReadAttendance.FirstTry);
        return true;
    }

    private static async Task<List<Participant>> FreezeAsync(WriteScope scope, Meeting meeting)
    {
        var seats = await scope.Db.ActiveSeatsAsync(meeting.ForumId, meeting.Date);
        var apologies = await scope.Db.Apologies
            .Where(apology => apology.MeetingId == meeting.Id && apology.WithdrawnAt == null)
            .ToDictionaryAsync(apology => apology.MemberId);
        var substitutes = apologies.Values.Select(apology => apology.SubstituteId).OfType<PersonId>().ToList();
        var names = await scope.Db.People
            .Where(person => substitutes.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name);
        var invited = await scope.Db.Invitations
            .Where(one => one.MeetingId == meeting.Id && one.Match == InvitationMatch.Guest && !one.IsRemoved
                && one.Response != InvitationResponse.Declined)
            .ToListAsync();
        var last = seats.Count == 0 ? 0 : seats.Max(seat => seat.Order);
        return
        [
            .. seats.Select(seat => ToParticipant(meeting, seat, apologies.GetValueOrDefault(seat.Id), names)),
            .. invited.OrderBy(one => one.Name, DanishText.Comparer).Select((one, index) => ToGuest(meeting, one, last + index + 1)),
        ];
    }

    private static Participant ToGuest(Meeting meeting, Invitation invitation, int order) => new()
    {
        MeetingId = meeting.Id,
        PersonId = invitation.PersonId,
        Name = invitation.Name,
        Role = Role.Guest,
        Order = order,
    };

    private static Participant ToParticipant(
        Meeting meeting, ForumMember seat, Apology? apology, Dictionary<PersonId, string> names) => new()
        {
            MeetingId = meeting.Id,
            PersonId = seat.PersonId,
            MemberId = seat.Id,
            Name = seat.Person.Name,
            Organisation = seat.Organisation,
            Title = seat.Person.Title,
            Party = seat.Party,
            Role = seat.Role,
            Apology = apology is not null,
            SubstituteName = apology?.SubstituteName ?? (apology?.SubstituteId is { } id ? names.GetValueOrDefault(id) : null),
            Order = seat.Order,
        };
}
