using Klynge.Application.Invitations;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>The cards about meetings in the calendar with fixed ids.</summary>
public sealed class InvitationSamples : ICardSamples
{
    private static readonly MeetingTime Later = new(new LocalDate(2026, 2, 10), new LocalTime(9, 0), new LocalTime(11, 0));

    public string Feature => "invitations";

    public IEnumerable<CardSample> Samples()
    {
        var meeting = AgendaSamples.Sent;
        yield return new("linked", CalendarNotices.Linked(meeting, [(meeting.Time, true)]));
        yield return new("linked-series", CalendarNotices.Linked(meeting, [.. Enumerable.Range(0, 15).Select(index => (meeting.Time, index % 2 == 0))]));
        yield return new("moved", CalendarNotices.Moved(meeting, Later));
        yield return new("moved-awkward", CalendarNotices.Moved(meeting with { Place = AgendaSamples.Awkward }, Later));
        yield return new("cancelled", CalendarNotices.Cancelled(meeting, people: 16));
        yield return new("not-read", CalendarNotices.NotRead(meeting, new CalendarAccessDenied("Calendars.Read")));
        yield return new("ended", CalendarNotices.Ended(meeting));
        yield return new("report-late", CalendarNotices.ReportLate(meeting, Instant.FromUtc(2026, 2, 3, 15, 30)));
        yield return new("report-missing", CalendarNotices.ReportMissing(meeting));
        yield return new("conflict", ConflictCard.Ask(meeting, Link(meeting, "Rådhuset"), people: 16));
        yield return new("conflict-awkward", ConflictCard.Ask(meeting with { Place = AgendaSamples.Awkward }, Link(meeting, AgendaSamples.Awkward), people: 0));
        yield return new("gone", ConflictCard.Gone(meeting, Link(meeting, "Rådhuset"), people: 16));
        yield return new("conflict-settled", ConflictCard.Settled(meeting, Link(meeting, "Rådhuset"), "Sofie Bech 12. jan. kl. 09.14"));
        yield return new("conflict-gone", ConflictCard.Settled(meeting, Link(meeting, "Rådhuset"), by: null));
        yield return new("who-answered-in-part", AttendeesCard.Build(
            meeting, [Unknown(1, "Gitte Gæst", "gitte@kommune.example")], Seats("Mads Holt", 4), ["Ulla Ukendt og Per Hansen er på plads. Sofie Bech kl. 09.14"]));
        yield return new("who", AttendeesCard.Build(meeting, [Unknown(1, "Gitte Gæst", "gitte@kommune.example")], Seats("Mads Holt", 4)));
        yield return new("who-awkward", AttendeesCard.Build(
            meeting, [.. Enumerable.Range(1, 9).Select(index => Unknown(index, AgendaSamples.Awkward, $"{index}@{new string('x', 120)}.example"))], Seats(AgendaSamples.Awkward, 80)));
    }

    private static CalendarLink Link(MeetingView meeting, string place)
    {
        var link = new CalendarLink { MeetingId = meeting.Id, Mailbox = "m" };
        link.RecordSeen(Later, place);
        link.Ask();
        return link;
    }

    private static Invitation Unknown(int number, string name, string address)
    {
        var invitation = new Invitation { MeetingId = AgendaSamples.Meeting.Id, Address = address, Name = name };
        typeof(Invitation).GetProperty(nameof(Invitation.Id))!.SetValue(invitation, new InvitationId(AgendaSamples.Id(number)));
        return invitation;
    }

    private static List<ForumMember> Seats(string name, int count) => [.. Enumerable.Range(1, count).Select(index => Seat(name, index))];

    private static ForumMember Seat(string name, int index)
    {
        var seat = new ForumMember
        {
            ForumId = AgendaSamples.Meeting.ForumId,
            PersonId = new PersonId(AgendaSamples.Id(index)),
            Role = Role.Member,
            HasVote = true,
            Organisation = "Birkelse Kommune",
            Sector = "Birkelse Kommune",
            From = new LocalDate(2025, 1, 1),
        };
        typeof(ForumMember).GetProperty(nameof(ForumMember.Person))!.SetValue(seat, new Person { Key = $"p{index}", Name = name });
        return seat;
    }
}
