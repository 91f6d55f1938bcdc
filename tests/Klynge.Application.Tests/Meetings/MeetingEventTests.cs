using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Meetings;

public sealed class MeetingEventTests : IAsyncLifetime
{
    private readonly ActivityRouter _router = new();
    private AgendaFixture _fixture = null!;
    private int _activity;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync(daysAhead: 0);
        Board.Clock.Advance(Duration.FromHours(5));
        _fixture.Chat.Get<MeetingEvents>().Map(_router);
        await Board.AddAsync(new Conversation
        {
            Id = "19:meeting",
            Kind = ConversationKind.Group,
            ServiceUrl = "https://smba.example/",
            ChannelId = "msteams",
            BotId = "28:bot",
            ForumId = Board.Forum.Id,
            SeenAt = Board.Clock.GetCurrentInstant(),
        });
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Start_FindsTheForumsNearestMeetingAndRemembersTheTeamsMeeting()
    {
        await Board.AddMeetingAsync(daysAhead: 30);

        await HappensAsync(EventNames.MeetingStart, "19:meeting", "teams-1");

        var meeting = await MeetingAsync();
        Assert.Equal((MeetingStatus.InProgress, "teams-1"), (meeting.Status, meeting.TeamsMeetingId));
    }

    [Fact]
    public async Task End_IsFoundByTheTeamsMeetingInAnyChat()
    {
        await HappensAsync(EventNames.MeetingStart, "19:meeting", "teams-1");
        Board.Clock.Advance(Duration.FromHours(2));

        await HappensAsync(EventNames.MeetingEnd, "19:another", "teams-1");

        Assert.Equal((MeetingStatus.Held, Board.Clock.GetCurrentInstant()), ((await MeetingAsync()).Status, (await MeetingAsync()).EndedAt));
    }

    [Fact]
    public async Task Event_OfAChatThatIsNoForums_HasNoEffect()
    {
        await HappensAsync(EventNames.MeetingStart, "19:another", "teams-9");

        Assert.Equal(MeetingStatus.Planned, (await MeetingAsync()).Status);
    }

    /// <summary>Whatever Teams meeting the event of a forum's chat names: it is that forum's own, or nobody's.</summary>
    [Fact]
    public async Task Start_InAForumsChat_BeginsNoOtherForumsMeeting()
    {
        var now = DanishTime.ToDanish(Board.Clock.GetCurrentInstant());
        var soon = new MeetingTime(now.Date, now.TimeOfDay.PlusMinutes(10), now.TimeOfDay.PlusMinutes(70));
        var theirs = Meeting.Schedule(Board.OtherForum.Id, soon, null, Board.Clock.GetCurrentInstant()).Value;
        theirs.TeamsMeetingId = "teams-theirs";
        await Board.AddAsync(theirs);

        await HappensAsync(EventNames.MeetingStart, "19:meeting", "teams-theirs");

        await using var db = Board.Open();
        Assert.Equal(MeetingStatus.Planned, (await db.Meetings.SingleAsync(meeting => meeting.Id == theirs.Id)).Status);
    }

    [Theory]
    [InlineData("19:meeting")]
    [InlineData("19:another")]
    public async Task Event_OfAForumThatIsClosedDown_ChangesNothing(string chat)
    {
        await HappensAsync(EventNames.MeetingStart, "19:meeting", "teams-1");
        Board.Clock.Advance(Duration.FromHours(2));
        await _fixture.ChangeAsync(async db => (await db.Forums.SingleAsync(forum => forum.Id == Board.Forum.Id)).IsClosed = true);

        await HappensAsync(EventNames.MeetingEnd, chat, "teams-1");

        Assert.Equal(MeetingStatus.InProgress, (await MeetingAsync()).Status);
    }

    [Fact]
    public async Task End_FreezesWhoWasInvitedAndAsksTheSecretariatWhoCame()
    {
        await ApologiseAsync();
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");

        var people = await ParticipantsAsync();
        Assert.Equal(["Karen Ravn", "Mads Holt", "Lene Aagaard", "Omar Said", "Bo Ørum", "Sofie Bech"], people.Select(person => person.Name));
        Assert.Equal((true, "Bo Friis", null), (people[1].Apology, people[1].SubstituteName, people[1].Attended));
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Mødet er slut: hvem deltog?", question, StringComparison.Ordinal);
        Assert.Contains("Mads Holt, medlem (afbud, stedfortræder: Bo Friis)", question, StringComparison.Ordinal);
        Assert.DoesNotContain(people[1].Id.Value.ToString("N"), Preselected(question), StringComparison.Ordinal);
        Assert.Contains(people[0].Id.Value.ToString("N"), Preselected(question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_Twice_AsksOnceAndListsNobodyTwice()
    {
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");

        Assert.Equal(6, (await ParticipantsAsync()).Count);
        Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
    }

    [Fact]
    public async Task RollCall_RecordsWhoCameDespiteAnApologyAndWhoDidNot()
    {
        await ApologiseAsync();
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");
        var people = await ParticipantsAsync();

        var reply = await RollCallAsync(people.Where(person => person.Name != "Omar Said").Select(person => person.Id));

        Assert.Contains("5 personer deltog, heraf 1 trods afbud. 1 person kom ikke og havde ikke meldt afbud.", reply.Text(), StringComparison.Ordinal);
        Assert.Equal([true, true, true, false, true, true], (await ParticipantsAsync()).Select(person => person.Attended));
    }

    [Fact]
    public async Task RollCall_BeforeTheMeetingIsHeld_IsRefused() => (await RollCallAsync([])).Refused<MeetingNotHeld>();

    [Fact]
    public async Task Trial_IsTakenBackAndTheListOfParticipantsIsMadeAnew()
    {
        await HappensAsync(EventNames.MeetingStart, "19:meeting", "teams-1");
        Board.Clock.Advance(Duration.FromMinutes(15));
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");

        await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Reopen, _fixture.Data());

        Assert.Equal((MeetingStatus.Planned, null, null), ((await MeetingAsync()).Status, (await MeetingAsync()).StartedAt, (await MeetingAsync()).EndedAt));
        Assert.Empty(await ParticipantsAsync());
        await HappensAsync(EventNames.MeetingEnd, "19:meeting", "teams-1");
        Assert.Equal(6, (await ParticipantsAsync()).Count);
    }

    [Fact]
    public async Task MeetingInARoom_IsStartedAndEndedByTheSecretariat()
    {
        Assert.Contains("Mødet er i gang", (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Begin, _fixture.Data())).Text(), StringComparison.Ordinal);
        Board.Clock.Advance(Duration.FromHours(2));
        Assert.Contains("hvem deltog?", (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Finish, _fixture.Data())).Text(), StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Held, (await MeetingAsync()).Status);
    }

    private static string Preselected(string card)
    {
        var values = card.Split("\"value\":\"").Skip(1).Select(part => part.Split('"')[0]);
        return string.Concat(values.Where(value => value.Contains(',', StringComparison.Ordinal)));
    }

    private Task HappensAsync(string name, string conversation, string teamsMeeting)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Id = $"event-{++_activity}",
            Name = name,
            ServiceUrl = "https://smba.example/",
            ChannelId = "msteams",
            From = new ChannelAccount { Id = "29:teams" },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = conversation },
            ChannelData = new TeamsChannelData { Meeting = new MeetingInfo { Id = teamsMeeting } },
        };
        return _router.DispatchAsync(new TurnContext(activity, null!, null!), CancellationToken.None);
    }

    private async Task ApologiseAsync()
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(member => member.PersonId == Board.Member.Id);
        var apology = Apology.Register(_fixture.Meeting.Id, seat.Id, ApologySource.Member, Board.Clock.GetCurrentInstant());
        apology.Detail(null, "Bo Friis", null);
        await Board.AddAsync(apology);
    }

    private Task<Klynge.Application.Chat.ChatReply> RollCallAsync(IEnumerable<Domain.Attendance.ParticipantId> attended) =>
        _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.RollCall, new
        {
            forum = Board.Forum.Id.Value.ToString("N"),
            meeting = _fixture.Meeting.Id.Value.ToString("N"),
            attended = string.Join(',', attended.Select(id => id.Value.ToString("N"))),
        });

    private async Task<Meeting> MeetingAsync()
    {
        await using var db = Board.Open();
        return await db.Meetings.SingleAsync(meeting => meeting.Id == _fixture.Meeting.Id);
    }

    private async Task<List<Participant>> ParticipantsAsync()
    {
        await using var db = Board.Open();
        return await db.Participants.OrderBy(participant => participant.Order).ToListAsync();
    }
}
