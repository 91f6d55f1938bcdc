using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>Keeps the list of invited people as the calendar has it, and asks the secretariat about those whom nobody knows.</summary>
internal static class InvitedPeople
{
    private const int MaxNameLength = 100;

    /// <summary>More than this is no meeting of a board but a list of people; the rest has no account kept of it.</summary>
    private const int MaxPeople = 300;

    private const int MaxRooms = 20;

    internal static async Task UpdateAsync(WriteScope scope, LinkedMeeting linked, CalendarEvent read, bool moved)
    {
        var attendees = read.Attendees.Prepend(read.Organizer)
            .Where(attendee => AddressOf(attendee) is not null)
            .DistinctBy(attendee => AddressOf(attendee), StringComparer.Ordinal)
            .Take(MaxPeople)
            .ToList();
        var existing = await scope.Db.Invitations.Where(one => one.MeetingId == linked.Meeting.Id).ToDictionaryAsync(one => one.Address, StringComparer.Ordinal);
        var matcher = await MatcherAsync(scope.Db, linked, attendees);
        var asked = new List<Invitation>();
        foreach (var attendee in attendees)
        {
            if (Update(scope, linked, existing, matcher, attendee) is { Match: InvitationMatch.Unknown } unknown)
                asked.Add(unknown);
        }

        var rooms = read.Rooms.Where(room => AddressOf(room) is not null && !attendees.Exists(one => AddressOf(one) == AddressOf(room))).Take(MaxRooms).ToList();
        foreach (var room in rooms)
            Keep(scope, linked, existing, room).Recognise(InvitationMatch.Room, person: null, member: null);

        Remove(existing.Values, [.. attendees, .. rooms], moved);
        asked.RemoveAll(one => one.Address == AddressOf(read.Organizer));
        if (asked.Count > 0)
            await scope.NotifySecretariatAsync(linked.Forum.Id, await AttendeesCard.AskAsync(scope.Db, linked, asked));
    }

    internal static string? AddressOf(CalendarAttendee attendee) => AttendeeAddress.Of(attendee.Email, attendee.ObjectId);

    internal static async Task<AttendeeMatcher> MatcherAsync(KlyngeContext db, LinkedMeeting linked, IReadOnlyCollection<CalendarAttendee> attendees)
    {
        var emails = attendees.Select(one => AttendeeAddress.Normalised(one.Email)).OfType<string>().ToList();
        var ids = attendees.Select(one => AttendeeAddress.Normalised(one.ObjectId)).OfType<string>().ToList();
        return await MatcherAsync(db, linked.Forum.Id, linked.Meeting.Date, emails, ids);
    }

    internal static async Task<AttendeeMatcher> MatcherAsync(
        KlyngeContext db, ForumId forum, NodaTime.LocalDate date, List<string> emails, List<string> ids)
    {
        var people = await db.People
            .Where(person => emails.Contains(person.Email!) || ids.Contains(person.EntraObjectId!))
            .ToListAsync();
        var known = await db.KnownAttendees.Where(one => one.ForumId == forum).ToListAsync();
        return new AttendeeMatcher(await db.ActiveSeatsAsync(forum, date), people, known);
    }

    /// <returns>The invitation when it is news who is meant by it; null otherwise.</returns>
    private static Invitation? Update(
        WriteScope scope, LinkedMeeting linked, Dictionary<string, Invitation> existing, AttendeeMatcher matcher, CalendarAttendee attendee)
    {
        var isNews = !existing.ContainsKey(AddressOf(attendee)!);
        var invitation = Keep(scope, linked, existing, attendee);
        var found = matcher.Match(attendee.Email, attendee.ObjectId);
        if (found.Match != InvitationMatch.Unknown || invitation.Match == InvitationMatch.Unknown)
            invitation.Recognise(found.Match, found.PersonId, found.MemberId);

        return isNews ? invitation : null;
    }

    private static Invitation Keep(WriteScope scope, LinkedMeeting linked, Dictionary<string, Invitation> existing, CalendarAttendee attendee)
    {
        var address = AddressOf(attendee)!;
        var name = DanishText.Shorten(DanishText.Clean(attendee.Name), MaxNameLength) is { Length: > 0 } shown ? shown : address;
        if (!existing.TryGetValue(address, out var invitation))
        {
            invitation = new Invitation { MeetingId = linked.Meeting.Id, Address = address, Name = name };
            scope.Db.Invitations.Add(invitation);
            existing.Add(address, invitation);
        }

        (invitation.Name, invitation.IsRemoved) = (name, false);
        return invitation;
    }

    private static void Remove(IEnumerable<Invitation> existing, List<CalendarAttendee> attendees, bool moved)
    {
        var invited = attendees.Select(AddressOf).ToHashSet(StringComparer.Ordinal);
        foreach (var invitation in existing)
        {
            invitation.IsRemoved = !invited.Contains(invitation.Address);
            if (moved)
                invitation.MeetingMoved();
        }
    }
}
