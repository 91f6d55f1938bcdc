using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations;
using Klynge.Application.Meetings;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance;

/// <summary>Keeps what the attendance reports of a meeting say, person by person, beside the list of participants that they speak of.</summary>
internal static class AttendanceRecorder
{
    private const int MaxNameLength = 100;

    /// <summary>Adds the reports up and keeps the sum. What the secretariat has said of somebody stays said.</summary>
    internal static async Task<AttendanceTaken> RecordAsync(WriteScope scope, MeetingOfForum at, IReadOnlyList<AttendanceReport> reports)
    {
        var counted = AttendanceCount.Of(reports, AttendanceRules.Window(at.Meeting, reports));
        var participants = await scope.Db.Participants.Where(one => one.MeetingId == at.Meeting.Id).ToListAsync();
        var kept = await scope.Db.Presences.Where(one => one.MeetingId == at.Meeting.Id).ToDictionaryAsync(one => one.Address, StringComparer.Ordinal);
        var matcher = await InvitedPeople.MatcherAsync(
            scope.Db,
            at.Forum.Id,
            at.Meeting.Date,
            [.. counted.Select(one => one.Email).OfType<string>()],
            [.. counted.Select(one => one.ObjectId).OfType<string>()]);
        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date);
        var rooms = await scope.Db.Invitations
            .Where(one => one.MeetingId == at.Meeting.Id && one.Match == InvitationMatch.Room)
            .Select(one => one.Address)
            .ToListAsync();
        var isNews = false;
        foreach (var person in counted)
        {
            isNews |= Keep(scope, at, kept, person, presence =>
            {
                var found = rooms.Contains(person.Address) ? new Recognised(InvitationMatch.Room, null, null) : matcher.Match(person.Email, person.ObjectId);
                Recognise(presence, found, participants, seats);
            });
        }

        return new AttendanceTaken(counted.Count, isNews);
    }

    private static bool Keep(
        WriteScope scope, MeetingOfForum at, Dictionary<string, Presence> kept, CountedPresence person, Action<Presence> recognise)
    {
        if (kept.TryGetValue(person.Address, out var presence))
        {
            var isNews = presence.Minutes != person.Minutes;
            presence.Minutes = person.Minutes;
            if (presence.Match == InvitationMatch.Unknown)
                recognise(presence);

            return isNews;
        }

        presence = new Presence
        {
            MeetingId = at.Meeting.Id,
            Address = person.Address,
            Name = DanishText.Shorten(DanishText.Clean(person.Name), MaxNameLength) is { Length: > 0 } name ? name : person.Address,
            Kind = person.Kind,
            Minutes = person.Minutes,
        };
        recognise(presence);
        scope.Db.Presences.Add(presence);
        return true;
    }

    /// <summary>A substitute's presence counts for the seat of the one whom the substitute stands in for: of several, the one that names them.</summary>
    private static void Recognise(Presence presence, Recognised found, List<Participant> participants, List<ForumMember> seats)
    {
        var line = found.Match switch
        {
            InvitationMatch.Member or InvitationMatch.Guest => participants.Find(one => one.PersonId is not null && one.PersonId == found.PersonId),
            InvitationMatch.Substitute => participants
                .Select(one => (Line: one, Substitute: seats.Find(seat => seat.Id == one.MemberId)?.SubstitutePeople.FirstOrDefault(person => person.Id == found.PersonId)))
                .Where(one => one.Substitute is not null)
                .OrderByDescending(one => one.Line.SubstituteName == one.Substitute!.Name)
                .ThenByDescending(one => one.Line is { Apology: true, SubstituteName: null })
                .ThenByDescending(one => one.Line.Apology)
                .Select(one => one.Line)
                .FirstOrDefault(),
            _ => null,
        };
        var isLost = line is null && found.Match is not (InvitationMatch.Ignored or InvitationMatch.Room);
        presence.Recognise(isLost ? InvitationMatch.Unknown : found.Match, line?.Id);
    }
}

/// <param name="People">How many people the reports name.</param>
/// <param name="IsNews">Something is there that was not known.</param>
internal sealed record AttendanceTaken(int People, bool IsNews);
