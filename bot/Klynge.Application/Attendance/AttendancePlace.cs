using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <summary>One seat at one meeting, with everything that decides about it.</summary>
internal sealed record AttendancePlace(
    Forum Forum, Meeting Meeting, ForumMember Seat, bool IsOwn, List<ForumMember> Seats, List<Apology> Apologies)
{
    internal ApologyState ToState(Apology apology, bool isNew) =>
        new(Forum, Meeting, Seat, apology, QuorumForecast.Of(Forum.Rules.Quorum, Seats, Apologies), isNew, IsOwn)
        {
            Member = PeopleLabels.Of(Seats).GetValueOrDefault(Seat.PersonId, Seat.Person.Name),
            Next = NextSubstitute(apology),
        };

    /// <summary>
    /// The first of the seat's substitutes who can come, as far as is known: has not said no, has no vote of their own here, has sent no
    /// apology for a seat of their own, and neither comes nor is asked for another seat. Those of one list stand behind several seats.
    /// </summary>
    internal Person? NextSubstitute(Apology apology) =>
        Seat.SubstitutePeople.FirstOrDefault(one => !apology.RefusedIds.Contains(one.Id) && !IsTaken(one.Id));

    /// <summary>Whom »min stedfortræder« means: the first who can come, else the first on the list.</summary>
    internal Person? FirstSubstitute() =>
        Seat.SubstitutePeople.FirstOrDefault(one => !IsTaken(one.Id) && Apologies.Find(apology => apology.MemberId == Seat.Id)?.RefusedIds.Contains(one.Id) != true)
        ?? Seat.SubstitutePeople.FirstOrDefault();

    /// <summary>The seat that somebody takes already at this meeting, or is asked to; null for none but this one.</summary>
    internal ForumMember? TakesOther(PersonId person) => Apologies.Find(other => other.MemberId != Seat.Id && ApologyWorkflow.ExpectedOf(other) == person) is { } other
        ? Seats.Find(seat => seat.Id == other.MemberId)
        : null;

    private bool IsTaken(PersonId person) => TakesOther(person) is not null
        || Seats.Exists(seat => seat.PersonId == person && (seat.HasVote || Apologies.Exists(apology => apology.MemberId == seat.Id)));
}

/// <summary>The checks that registering and withdrawing share: the meeting is the forum's and ahead, the seat is the caller's to speak for.</summary>
internal static class AttendanceLookup
{
    /// <summary>What it takes to send an apology: for one's own seat, and for whose one may speak.</summary>
    internal const Permission Needs = Permission.RegisterOwnApology;

    /// <summary>What it takes of a substitute to answer: the seat says the rest.</summary>
    private const Permission SubstituteNeeds = Permission.ReadAgenda;

    internal static Task<Result<AttendancePlace>> FindAsync(WriteScope scope, ForumId forumId, MeetingId meetingId, MemberId? memberId) => FindAsync(
        scope,
        forumId,
        meetingId,
        Needs,
        seat => memberId is { } member ? seat.Id == member : seat.PersonId == scope.Caller.PersonId,
        forum => new NotInvited(forum.Name));

    /// <summary>The same for one who is the seat's substitute on record. Anybody else has no business with it.</summary>
    internal static Task<Result<AttendancePlace>> FindAsSubstituteAsync(WriteScope scope, ForumId forumId, MeetingId meetingId, MemberId memberId) => FindAsync(
        scope,
        forumId,
        meetingId,
        SubstituteNeeds,
        seat => seat.Id == memberId && seat.HasSubstitute(scope.Caller.PersonId),
        forum => new NotAllowed(forum.Name));

    private static async Task<Result<AttendancePlace>> FindAsync(
        WriteScope scope, ForumId forumId, MeetingId meetingId, Permission permission, Predicate<ForumMember> isMeant, Func<Forum, Error> refuse)
    {
        var entered = await scope.EnterAsync(forumId, permission);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        if (await scope.Db.Meetings.SingleOrDefaultAsync(candidate => candidate.Id == meetingId && candidate.ForumId == forumId) is not { } meeting)
            return new MeetingNotFound();

        if (meeting.IsOver)
            return meeting.Status == MeetingStatus.Held ? new MeetingIsHeld() : new MeetingIsCancelled();

        var seats = await scope.Db.ActiveSeatsAsync(forumId, meeting.Date);
        if (seats.Find(isMeant) is not { } seat)
            return refuse(visit.Forum);

        if (permission == Needs && scope.Caller.PersonId is { } caller
            && !seats.AccessOf(caller, forumId, meeting.Date).MaySpeakFor(seat))
        {
            return new NotAllowed(visit.Forum.Name);
        }

        var apologies = await scope.Db.Apologies.Where(apology => apology.MeetingId == meetingId && apology.WithdrawnAt == null).ToListAsync();
        return new AttendancePlace(visit.Forum, meeting, seat, seat.PersonId == scope.Caller.PersonId, seats, apologies);
    }
}
