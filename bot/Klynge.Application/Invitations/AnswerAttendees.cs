using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>
/// The secretariat says who the invited people are whom nobody is known by e-mail or account. The answers are remembered for the forum's
/// meetings to come and hold at once for those ahead; an answer that somebody had already given in the calendar takes its effect now.
/// </summary>
public sealed class AnswerAttendees(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    /// <returns>
    /// How many were answered; or <see cref="MeetingNotFound"/>, <see cref="MeetingNotLinked"/>, <see cref="NotAllowed"/>, and
    /// <see cref="NotInThisForum"/> for a member who has no seat on the day.
    /// </returns>
    public Task<Result<AttendeesAnswered>> HandleAsync(Caller caller, AnswerAttendeesRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<AttendeesAnswered>(
            caller, nameof(AnswerAttendees), request.ForumId, scope => AnswerAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<AttendeesAnswered>> AnswerAsync(WriteScope scope, AnswerAttendeesRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (await scope.Db.CalendarLinks.FindAsync(at.Meeting.Id) is not { } link)
            return new MeetingNotLinked();

        var invitations = await scope.Db.Invitations.Where(one => one.MeetingId == at.Meeting.Id).ToListAsync();
        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date);
        var answers = request.Answers.Where(answer => invitations.Exists(one => one.Id == answer.InvitationId)).ToList();
        if (answers.Exists(answer => answer.Match == InvitationMatch.Member && !seats.Exists(seat => seat.PersonId == answer.PersonId)))
            return new NotInThisForum(at.Forum.Name);

        foreach (var answer in answers)
        {
            var invitation = invitations.Single(one => one.Id == answer.InvitationId);
            await RememberAsync(scope, at.Forum.Id, invitation.Address, answer);
            await RecogniseAheadAsync(scope, at.Forum.Id, invitation.Address, answer, seats);
        }

        await CalendarAnswers.ApplyKnownAsync(scope, new LinkedMeeting(at.Forum, at.Meeting, link));
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new AttendeesAnswered(answers.Count, invitations.Count(one => one is { Match: InvitationMatch.Unknown, IsRemoved: false }));
    }

    private static async Task RememberAsync(WriteScope scope, ForumId forum, string address, AttendeeAnswer answer)
    {
        if (await scope.Db.KnownAttendees.FindAsync(forum, address) is not { } known)
        {
            known = new KnownAttendee { ForumId = forum, Address = address, Match = answer.Match, AnsweredAt = scope.Now };
            scope.Db.KnownAttendees.Add(known);
        }

        (known.Match, known.PersonId) = (answer.Match, answer.Match == InvitationMatch.Member ? answer.PersonId : null);
        (known.AnsweredById, known.AnsweredAt) = (scope.Caller.PersonId, scope.Now);
    }

    /// <summary>The same address is invited to the other meetings of a series: nobody is asked twice.</summary>
    private static async Task RecogniseAheadAsync(
        WriteScope scope, ForumId forum, string address, AttendeeAnswer answer, List<ForumMember> seats)
    {
        var same = await scope.Db.Invitations
            .Where(one => one.Address == address && scope.Db.Meetings.Any(meeting => meeting.Id == one.MeetingId
                && meeting.ForumId == forum && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled))
            .ToListAsync();
        var seat = answer.Match == InvitationMatch.Member ? seats.Find(one => one.PersonId == answer.PersonId) : null;
        foreach (var invitation in same)
            invitation.Recognise(answer.Match, seat?.PersonId, seat?.Id);
    }
}

public sealed record AnswerAttendeesRequest(ForumId ForumId, MeetingId MeetingId, IReadOnlyList<AttendeeAnswer> Answers);

/// <param name="Match"><see cref="InvitationMatch.Member"/>, <see cref="InvitationMatch.Guest"/> or <see cref="InvitationMatch.Ignored"/>.</param>
/// <param name="PersonId">Who it is, for a member.</param>
public sealed record AttendeeAnswer(InvitationId InvitationId, InvitationMatch Match, PersonId? PersonId);

/// <param name="Answered">How many were answered now.</param>
/// <param name="Left">How many nobody knows still.</param>
public sealed record AttendeesAnswered(int Answered, int Left);
