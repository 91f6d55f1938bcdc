using Klynge.Application.Data;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>Lets the secretariat's word on who was in a meeting take its effect on the list of participants.</summary>
internal static class RollCallPeople
{
    internal static async Task RecogniseAsync(
        WriteScope scope, MeetingOfForum at, List<Presence> presences, List<Participant> participants, IReadOnlyList<PresenceAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (presences.Find(one => one.Id == answer.PresenceId && one.Match == InvitationMatch.Unknown) is not { } presence)
                continue;

            var line = participants.Find(one => one.Id == answer.ParticipantId);
            if (answer.Match == InvitationMatch.Guest)
                line = AddGuest(scope, at, presence, participants);

            if (line is null && answer.Match is not (InvitationMatch.Ignored or InvitationMatch.Room))
                continue;

            presence.Recognise(answer.Match, line?.Id);
            TakeEffect(answer.Match, line, presence);
            await RememberAsync(scope, at.Forum.Id, presence, line);
        }
    }

    /// <summary>A substitute on record who was there while the member was not stands on the list as the substitute.</summary>
    internal static void NameSubstitutes(List<Participant> participants, List<Presence> presences)
    {
        foreach (var participant in participants.Where(one => one is { Attended: false, SubstituteName: null }))
        {
            participant.SubstituteName = presences
                .Find(one => one is { Match: InvitationMatch.Substitute, Minutes: > 0 } && one.ParticipantId == participant.Id)?.Name;
        }
    }

    private static void TakeEffect(InvitationMatch match, Participant? line, Presence presence)
    {
        if (match == InvitationMatch.Member)
            line!.Attended = true;
        else if (match == InvitationMatch.Substitute)
            line!.SubstituteName ??= presence.Name;
    }

    private static Participant AddGuest(WriteScope scope, MeetingOfForum at, Presence presence, List<Participant> participants)
    {
        var guest = new Participant
        {
            MeetingId = at.Meeting.Id,
            Name = presence.Name,
            Role = Role.Guest,
            Attended = true,
            Order = participants.Count == 0 ? 1 : participants.Max(one => one.Order) + 1,
        };
        scope.Db.Participants.Add(guest);
        participants.Add(guest);
        return guest;
    }

    /// <summary>Only an account says next time that it is the same person; a name that anybody can write, or half a number, does not.</summary>
    private static async Task RememberAsync(WriteScope scope, ForumId forum, Presence presence, Participant? line)
    {
        if (presence.Kind != AttendanceKind.Account || presence.Match == InvitationMatch.Substitute
            || (presence.Match == InvitationMatch.Member && line?.PersonId is null))
        {
            return;
        }

        if (await scope.Db.KnownAttendees.FindAsync(forum, presence.Address) is not { } known)
        {
            known = new KnownAttendee { ForumId = forum, Address = presence.Address, Match = presence.Match, AnsweredAt = scope.Now };
            scope.Db.KnownAttendees.Add(known);
        }

        (known.Match, known.PersonId) = (presence.Match, presence.Match == InvitationMatch.Member ? line!.PersonId : null);
        (known.AnsweredById, known.AnsweredAt) = (scope.Caller.PersonId, scope.Now);
    }
}
