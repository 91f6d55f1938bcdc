using Klynge.Application.Data;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings.RollCalls;

/// <summary>The question who came to a meeting, with what its attendance reports say.</summary>
/// <param name="Lines">The list of participants.</param>
/// <param name="Unknown">Who was there by the reports and is recognised by nobody.</param>
/// <param name="HasReport">Whether there is a report at all; otherwise what is ticked is presumed.</param>
/// <param name="Rooms">The rooms that were in the meeting by their own equipment, by name; null for none.</param>
internal sealed record RollCallView(
    MeetingView Meeting, IReadOnlyList<RollCallLine> Lines, IReadOnlyList<Presence> Unknown, bool HasReport, IReadOnlyList<string>? Rooms = null);

internal static class RollCallQueries
{
    /// <summary>Null when the meeting is not the forum's. Inside a write it also sees what the write has just put on record.</summary>
    internal static async Task<RollCallView?> RollCallAsync(
        this KlyngeContext db, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken = default)
    {
        if (await db.MeetingViewAsync(forumId, meetingId, cancellationToken) is not { } meeting)
            return null;

        var record = await db.Meetings.SingleAsync(one => one.Id == meetingId, cancellationToken);
        var forum = await db.Forums.SingleAsync(one => one.Id == forumId, cancellationToken);
        var participants = await db.Participants.Where(one => one.MeetingId == meetingId).ToListAsync(cancellationToken);
        var stored = await db.Presences.Where(one => one.MeetingId == meetingId).ToListAsync(cancellationToken);
        List<Presence> presences = [.. stored.UnionBy(db.Presences.Local.Where(one => one.MeetingId == meetingId), one => one.Id)];
        if (presences.Count == 0)
            return new RollCallView(meeting, [.. participants.Select(RollCallLine.Of)], [], HasReport: false);

        var needed = AttendanceRules.MinutesNeeded(forum.Rules.AttendanceMinutes, AttendanceRules.Held(record));
        var rooms = presences.Where(one => one is { Match: InvitationMatch.Room, Minutes: > 0 }).Select(one => one.Name).Order(DanishText.Comparer).ToList();
        var accepted = rooms.Count == 0 ? [] : await db.AcceptedAsync(meetingId, cancellationToken);
        var lines = participants.Select(one => RollCallLine.Of(
            one,
            Longest(presences, one.Id, isSubstitute: false),
            Longest(presences, one.Id, isSubstitute: true),
            needed,
            mayBeInRoom: one.MemberId is { } seat && accepted.Contains(seat)));
        return new RollCallView(meeting, [.. lines], Unrecognised(presences), HasReport: true, rooms);
    }

    /// <summary>The seats whose last answer in the calendar was yes.</summary>
    private static async Task<HashSet<MemberId>> AcceptedAsync(this KlyngeContext db, MeetingId meetingId, CancellationToken cancellationToken)
    {
        var answered = await db.Invitations
            .Where(one => one.MeetingId == meetingId && one.MemberId != null && one.RespondedAt != null && !one.IsRemoved)
            .ToListAsync(cancellationToken);
        return [.. answered
            .GroupBy(one => one.MemberId!.Value)
            .Where(ofSeat => ofSeat.MaxBy(one => one.RespondedAt)!.Response == InvitationResponse.Accepted)
            .Select(ofSeat => ofSeat.Key)];
    }

    /// <summary>Several addresses can be one person's: the secretariat has said so. The times may overlap, so the longest counts.</summary>
    private static Presence? Longest(List<Presence> presences, ParticipantId participant, bool isSubstitute) => presences
        .Where(one => one.ParticipantId == participant && (one.Match == InvitationMatch.Substitute) == isSubstitute)
        .MaxBy(one => one.Minutes);

    private static List<Presence> Unrecognised(List<Presence> presences) =>
        [.. presences.Where(one => one.Match == InvitationMatch.Unknown).OrderByDescending(one => one.Minutes).ThenBy(one => one.Id.Value)];
}

/// <summary>One person in the question who came.</summary>
/// <param name="IsThere">
/// What was said; else what the attendance report proposes; else what is presumed: everybody without an apology came, except guests.
/// </param>
/// <param name="Evidence">What the attendance report says of the person; null where there is none.</param>
internal sealed record RollCallLine(
    ParticipantId Id, string Name, Role Role, bool Apology, string? Substitute, bool IsThere, int Order, string? Evidence = null)
{
    internal static RollCallLine Of(Participant participant) => new(
        participant.Id,
        participant.Name,
        participant.Role,
        participant.Apology,
        participant.SubstituteName,
        participant.Attended ?? (!participant.Apology && participant.Role != Role.Guest),
        participant.Order);

    /// <param name="participant">The line of the list of participants.</param>
    /// <param name="own">How long the person was there; null for no trace in the report.</param>
    /// <param name="substitute">How long the substitute was there; null for none.</param>
    /// <param name="needed">Minutes that make somebody a participant.</param>
    /// <param name="mayBeInRoom">The person said yes to a meeting in which a room was.</param>
    internal static RollCallLine Of(Participant participant, Presence? own, Presence? substitute, int needed, bool mayBeInRoom)
    {
        var proposal = AttendanceRules.Propose(participant.Apology, own?.Minutes, needed, mayBeInRoom);
        var isThere = proposal is AttendanceProposal.Came or AttendanceProposal.CameDespiteApology;
        return Of(participant) with
        {
            IsThere = participant.Attended ?? isThere,
            Substitute = participant.SubstituteName ?? substitute?.Name,
            Evidence = Texts.Evidence(proposal, own?.Minutes, substitute?.Minutes),
        };
    }
}
