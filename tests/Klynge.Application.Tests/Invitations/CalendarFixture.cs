using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Messaging;
using Klynge.Application.Ports;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>
/// A board whose secretary calls meetings in Outlook: an event of Tuesday 3 February 2026, 14.00–16.00, in the chat of whose meeting the
/// bot is. Everything behind the edge is real.
/// </summary>
internal sealed class CalendarFixture : IAsyncDisposable
{
    internal const string Chat = "19:meeting_abc@thread.v2";
    internal const string TeamsMeeting = "MCMxOTptZWV0aW5n";
    internal const string JoinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0";

    private int _change;

    private CalendarFixture(TestBoard board)
    {
        Board = board;
        Buttons = new ChatFixture(board, services: services => services
            .AddSingleton<IMeetingCalendar>(Outlook)
            .AddSingleton<IAttendanceReports>(Outlook)
            .AddSingleton<ITeamsMeetings>(Outlook)
            .AddSingleton<ConversationRegister>());
    }

    internal TestBoard Board { get; }

    internal ChatFixture Buttons { get; }

    internal FakeCalendar Outlook { get; } = new();

    internal string Mailbox => Board.Secretary.EntraObjectId!;

    internal CalendarEventKey Key => new(Mailbox, "AAMk=event/1");

    internal static LocalDate Date => new(2026, 2, 3);

    internal static async Task<CalendarFixture> CreateAsync(bool linkedChat = true, TestStore? store = null)
    {
        var fixture = new CalendarFixture(await TestBoard.CreateAsync(store));
        await fixture.Board.AddAsync(
            new Conversation
            {
                Id = Chat,
                Kind = ConversationKind.Group,
                ServiceUrl = "https://smba.example/",
                ChannelId = "msteams",
                BotId = "28:bot",
                ForumId = linkedChat ? fixture.Board.Forum.Id : null,
                SeenAt = fixture.Now,
            },
            new MeetingChat { ConversationId = Chat, TeamsMeetingId = TeamsMeeting, ServiceUrl = "https://smba.example/" });
        fixture.Says(fixture.Event());
        fixture.TeamsSays("Møde i Chefforum");
        return fixture;
    }

    internal Instant Now => Board.Clock.GetCurrentInstant();

    internal static Instant At(int hour, int minute = 0, LocalDate? date = null) =>
        DanishTime.ToInstant(date ?? Date, new LocalTime(hour, minute));

    /// <summary>An event as it is sent out: nobody has answered. Each has a change key of its own.</summary>
    internal CalendarEvent Event(params CalendarAttendee[] attendees) => new()
    {
        Key = Key,
        ICalUId = "040000008200E00074C5B7101A82E008",
        ChangeKey = $"ck-{++_change}",
        LastModified = Now,
        Subject = "Møde i Chefforum",
        Start = At(14),
        End = At(16),
        Location = "Microsoft Teams-møde",
        OnlineMeeting = new OnlineMeetingKey(Mailbox, JoinUrl),
        Organizer = Invite(Board.Secretary),
        Attendees = attendees.Length > 0 ? attendees : [.. Everybody.Select(person => Invite(person))],
    };

    internal IEnumerable<Person> Everybody => [Board.Chair, Board.Member, Board.OtherMember, Board.Doctor, Board.Observer];

    internal static CalendarAttendee Invite(Person person, InvitationResponse response = InvitationResponse.None, Instant? at = null) =>
        new(person.Email, person.Name, null, response, at);

    /// <summary>The event with some answers, and everybody else's as they were.</summary>
    internal CalendarEvent Answered(params (Person Person, InvitationResponse Response)[] answers) => Event() with
    {
        Attendees =
        [
            .. Everybody.Select(person => answers.FirstOrDefault(one => one.Person == person) is { Person: not null } given
                ? Invite(person, given.Response, Now)
                : Invite(person)),
        ],
    };

    internal void Says(CalendarEvent read) => Outlook.Events[read.Key] = read;

    internal void TeamsSays(string title, string? organizer = null) => Outlook.Details = new MeetingDetails
    {
        Details = new MeetingFacts
        {
            Id = TeamsMeeting,
            Title = title,
            JoinUrl = JoinUrl,
            ScheduledStartTime = At(14).ToDateTimeOffset(),
            ScheduledEndTime = At(16).ToDateTimeOffset(),
        },
        Organizer = new ChannelAccount { AadObjectId = organizer ?? Mailbox },
    };

    /// <summary>The bot is in the chat of the meeting, and everything that follows from it has happened.</summary>
    internal async Task<Meeting> LinkAsync()
    {
        await ReceiveAsync(CalendarInboxKind.Chat, Chat);
        await WorkOffAsync();
        return await MeetingAsync();
    }

    /// <summary>The event says something new, Graph notifies of it, and it is worked off.</summary>
    internal async Task ChangesAsync(CalendarEvent read)
    {
        Says(read);
        await NotifyAsync(read.Key);
        await WorkOffAsync();
    }

    internal Task NotifyAsync(params CalendarEventKey[] keys) =>
        Buttons.Get<ReceiveCalendarNotifications>().HandleAsync(keys, CancellationToken.None);

    internal Task<int> WorkOffAsync() => Buttons.Get<ProcessCalendarInbox>().HandleAsync(CancellationToken.None);

    internal async Task ReceiveAsync(CalendarInboxKind kind, string subject) => await Board.Writer.WriteAsync<Domain.Common.Done>(
        new WriteIntent("Test", Caller.System, IsOnRecord: false),
        scope =>
        {
            scope.Receive(kind, subject);
            return Task.FromResult<Domain.Common.Result<Domain.Common.Done>>(default(Domain.Common.Done));
        });

    internal async Task<Meeting> MeetingAsync() => await ReadAsync(db => db.Meetings.SingleAsync());

    internal Task<List<Apology>> ApologiesAsync() => ReadAsync(db => db.Apologies.OrderBy(apology => apology.RegisteredAt).ToListAsync());

    internal Task<CalendarLink> LinkOfMeetingAsync() => ReadAsync(db => db.CalendarLinks.SingleAsync());

    internal async Task<AgendaView> AgendaAsync()
    {
        var meeting = await MeetingAsync();
        return (await ReadAsync(db => db.AgendaAsync(Board.Forum.Id, meeting.Id, ClosedReader.Everything)))!;
    }

    internal async Task<T> ReadAsync<T>(Func<KlyngeContext, Task<T>> read)
    {
        await using var db = Board.Open();
        return await read(db);
    }

    internal async Task ChangeAsync(Func<KlyngeContext, Task> change)
    {
        await using var db = Board.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>The cards on their way to a person, without the joiners that keep text from being read as markup.</summary>
    internal async Task<IReadOnlyList<string>> MessagesToAsync(Person person)
    {
        var rows = await ReadAsync(db => db.Outbox.Where(message => message.PersonId == person.Id).OrderBy(message => message.Id).ToListAsync());
        return [.. rows.Select(row => System.Text.Json.JsonDocument.Parse(row.Payload!).RootElement.GetProperty("Card").GetString()!
            .Replace("\u2060", "", StringComparison.Ordinal))];
    }

    internal Task ForgetMessagesAsync() => ChangeAsync(db => db.Outbox.ExecuteDeleteAsync());

    internal async Task<object> DataAsync(int? question = null)
    {
        var meeting = await MeetingAsync();
        return new { forum = Board.Forum.Id.Value.ToString("N"), meeting = meeting.Id.Value.ToString("N"), question };
    }

    public async ValueTask DisposeAsync()
    {
        Buttons.Dispose();
        await Board.DisposeAsync();
    }
}
