using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.Meetings;
using Klynge.Microsoft365.Simulated.People;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Support;

/// <summary>A meeting in the stand-in's tenant: Signe calls it, Lise and Omar are invited, and so are a doctor without an account and a room.</summary>
internal sealed class BoardMeeting
{
    /// <summary>With what links of Teams have in them: escapes, and a quote that ends a string in a filter.</summary>
    public const string JoinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x'y%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d";

    public static readonly FakePerson Signe = new("11111111-0000-4000-8000-000000000001", "Signe Dahl", "signe@board.example");
    public static readonly FakePerson Lise = new("11111111-0000-4000-8000-000000000002", "Lise Damgaard", "lise@board.example");
    public static readonly FakePerson Omar = new("11111111-0000-4000-8000-000000000003", "Omar Berg", "omar@board.example");

    private BoardMeeting(FakeGraph standIn, SimulatedEvent item) => (StandIn, Event) = (standIn, item);

    public FakeGraph StandIn { get; }

    public SimulatedEvent Event { get; }

    public static OnlineMeetingKey Key { get; } = new(Signe.Id, JoinUrl);

    public CalendarEventKey EventKey => new(Signe.Id, Event.Id);

    /// <summary>Wednesday 25 March 2026 13–15 in Denmark, still winter time.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 3, 25, 12, 0);

    public static BoardMeeting Add(FakeGraph standIn)
    {
        foreach (var person in new[] { Signe, Lise, Omar })
            standIn.People.Add(person);

        standIn.OnlineMeetings.Add(new SimulatedMeeting(Signe.Id, JoinUrl, "19:meeting_xy@thread.v2", "Chefforum", [Lise.Id, Omar.Id]) { JoinMeetingId = "365124644791" });
        return new BoardMeeting(standIn, standIn.Calendars.Store.Add(Signe.Id, New(Start)));
    }

    public static SimulatedEvent New(Instant start) => new()
    {
        Subject = "Chefforum",
        Start = start.ToDateTimeOffset(),
        End = (start + Duration.FromHours(2)).ToDateTimeOffset(),
        Location = "Lokale 3",
        JoinUrl = JoinUrl,
        Attendees =
        [
            new(Lise.Email.ToUpperInvariant(), Lise.Name),
            new(Omar.Email, Omar.Name, "optional"),
            new("laege@praksis.example", "Dorte Lind"),
            new("lokale3@board.example", "Lokale 3", "resource", "accepted"),
        ],
    };

    public void MoveTo(Instant start) => StandIn.Calendars.Store.Change(Signe.Id, Event.Id, item => item with
    {
        Start = start.ToDateTimeOffset(),
        End = (start + Duration.FromHours(2)).ToDateTimeOffset(),
    });

    public void Answer(FakePerson person, string response) => StandIn.Calendars.Store.Respond(Signe.Id, Event.Id, person.Email, response);
}
