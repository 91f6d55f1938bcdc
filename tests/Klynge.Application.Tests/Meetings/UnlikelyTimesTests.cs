using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Meetings;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Meetings;

/// <summary>A start long before the meeting, and an end right after its start, are asked about first and can be taken back.</summary>
public sealed class UnlikelyTimesTests : IAsyncLifetime
{
    private readonly ActivityRouter _router = new();
    private AgendaFixture _fixture = null!;
    private int _activity;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AgendaFixture.CreateAsync();
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
    public async Task Start_ThreeWeeksAhead_IsAskedAboutAndCanBeTakenBack()
    {
        var asked = (await PressAsync(MeetingVerbs.Begin)).Text();

        Assert.Contains("Skal mødet starte nu?", asked, StringComparison.Ordinal);
        Assert.Contains("Mødet er først tirsdag d. 3. februar 2026 kl. 14.00–16.00, om 21 dage.", asked, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Planned, await StatusAsync());

        var started = (await PressAsync(MeetingVerbs.Begin, sure: true)).Text();
        Assert.Contains("Mødet er i gang", started, StringComparison.Ordinal);
        Assert.Contains("\"Fortryd\"", started, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.InProgress, await StatusAsync());
        await PressAsync(MeetingVerbs.Reopen);
        Assert.Equal(MeetingStatus.Planned, await StatusAsync());
    }

    [Theory]
    [InlineData(61, MeetingStatus.Planned)]
    [InlineData(60, MeetingStatus.InProgress)]
    [InlineData(5, MeetingStatus.InProgress)]
    [InlineData(-30, MeetingStatus.InProgress)]
    public async Task Start_IsDoubtedOnlyMoreThanAnHourAhead(int minutesAhead, MeetingStatus status)
    {
        Board.Clock.Set(_fixture.Meeting.Time.StartInstant - Duration.FromMinutes(minutesAhead));

        await PressAsync(MeetingVerbs.Begin);

        Assert.Equal(status, await StatusAsync());
    }

    [Fact]
    public async Task StartInTeams_ThreeWeeksAhead_AsksTheSecretariatAndItsEndAsksNoMore()
    {
        await HappensAsync(EventNames.MeetingStart);
        Board.Clock.Advance(Duration.FromMinutes(3));
        await HappensAsync(EventNames.MeetingStart);
        await HappensAsync(EventNames.MeetingEnd);

        Assert.Equal(MeetingStatus.Planned, await StatusAsync());
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Er mødet begyndt?", question, StringComparison.Ordinal);
        Assert.Contains("om 21 dage", question, StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.False(await db.Participants.AnyAsync());
    }

    [Fact]
    public async Task EndInTeams_OfAMeetingThatNobodyBegan_AsksTheSecretariat()
    {
        await HappensAsync(EventNames.MeetingEnd);

        Assert.Equal(MeetingStatus.Planned, await StatusAsync());
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Mødet er ikke begyndt. Det er planlagt til tirsdag d. 3. februar 2026", question, StringComparison.Ordinal);
    }

    /// <summary>The question that Teams' word has raised lies with both secretaries: one answers it, the other's card says so.</summary>
    [Fact]
    public async Task QuestionOfTeams_ThatHasBeenAnswered_SaysHowFarTheMeetingIs()
    {
        await HappensAsync(EventNames.MeetingStart);
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Refused<Application.Chat.NothingNewToTell>();
        (await _fixture.Chat.RefreshAsync(Board.Member, question)).Refused<Domain.Forums.NotAllowed>();

        await PressAsync(MeetingVerbs.Begin, sure: true);
        var begun = (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text();
        Board.Clock.Advance(Duration.FromDays(1));
        await PressAsync(MeetingVerbs.Finish, sure: true);
        var over = (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text();

        Assert.Contains("Mødet er i gang", begun, StringComparison.Ordinal);
        Assert.Contains("Begyndt i dag kl. 09.00.", begun, StringComparison.Ordinal);
        Assert.DoesNotContain("Start mødet nu", begun, StringComparison.Ordinal);
        Assert.Contains("Mødet er slut", over, StringComparison.Ordinal);
    }

    /// <summary>What is ticked on the question who came is not emptied while somebody ticks; once the other has answered, it says so.</summary>
    [Fact]
    public async Task QuestionWhoCame_ThatTheOtherHasAnswered_SaysSo()
    {
        var other = await SecondSecretary.AddAsync(Board);
        await PressAsync(MeetingVerbs.Begin, sure: true);
        var data = new Dictionary<string, object> { ["forum"] = Board.Forum.Id.Value.ToString("N"), ["meeting"] = _fixture.Meeting.Id.Value.ToString("N"), ["sure"] = true };
        await _fixture.Chat.PressAsync(other, MeetingVerbs.Finish, data);
        var question = (await _fixture.MessagesToAsync(Board.Secretary)).Single(card => card.Contains("Mødet er slut: hvem deltog?", StringComparison.Ordinal));
        (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Refused<Application.Chat.NothingNewToTell>();

        await using (var db = Board.Open())
            data["attended"] = string.Join(',', (await db.Participants.OrderBy(one => one.Order).Take(2).ToListAsync()).Select(one => one.Id.Value.ToString("N")));

        await _fixture.Chat.PressAsync(other, MeetingVerbs.RollCall, data);
        var seen = (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text();

        Assert.Contains("2 personer deltog.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", seen, StringComparison.Ordinal);
        await PressAsync(MeetingVerbs.Resume);
        Assert.Contains("Mødet er i gang", (await _fixture.Chat.RefreshAsync(Board.Secretary, question)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_RightAfterTheStart_IsAskedAboutAndCanBeTakenBack()
    {
        Board.Clock.Set(_fixture.Meeting.Time.StartInstant);
        await PressAsync(MeetingVerbs.Begin);
        Board.Clock.Advance(Duration.FromMinutes(2));

        var asked = (await PressAsync(MeetingVerbs.Finish)).Text();
        Assert.Contains("Skal mødet slutte nu?", asked, StringComparison.Ordinal);
        Assert.Contains("Mødet har kun været i gang i 2 minutter.", asked, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.InProgress, await StatusAsync());

        var ended = (await PressAsync(MeetingVerbs.Finish, sure: true)).Text();
        Assert.Contains("Mødet er stadig i gang", ended, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Held, await StatusAsync());
        Assert.Contains("Mødet er i gang igen", (await PressAsync(MeetingVerbs.Resume)).Text(), StringComparison.Ordinal);

        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync();
        Assert.Equal((MeetingStatus.InProgress, (Instant?)_fixture.Meeting.Time.StartInstant, null), (meeting.Status, meeting.StartedAt, meeting.EndedAt));
        Assert.False(await db.Participants.AnyAsync());
    }

    [Fact]
    public async Task End_OfAMeetingThatNobodyBegan_IsAskedAboutBeforeItsTimeOnly()
    {
        Assert.Contains("Mødet er ikke begyndt. Det er planlagt til", (await PressAsync(MeetingVerbs.Finish)).Text(), StringComparison.Ordinal);

        Board.Clock.Set(_fixture.Meeting.Time.StartInstant + Duration.FromMinutes(1));
        await PressAsync(MeetingVerbs.Finish);
        Assert.Equal(MeetingStatus.Held, await StatusAsync());
    }

    [Fact]
    public async Task EndInTeams_RightAfterTheStart_AsksTheSecretariat()
    {
        Board.Clock.Set(_fixture.Meeting.Time.StartInstant);
        await HappensAsync(EventNames.MeetingStart);
        await HappensAsync(EventNames.MeetingEnd);

        Assert.Equal(MeetingStatus.InProgress, await StatusAsync());
        var question = Assert.Single(await _fixture.MessagesToAsync(Board.Secretary));
        Assert.Contains("Er mødet slut?", question, StringComparison.Ordinal);
        Assert.Contains("under et minut", question, StringComparison.Ordinal);

        Board.Clock.Advance(Duration.FromMinutes(10));
        await HappensAsync(EventNames.MeetingEnd);
        Assert.Equal(MeetingStatus.Held, await StatusAsync());
    }

    [Fact]
    public async Task Resume_LongAfterTheEnd_OrOfAMeetingAhead_IsRefused()
    {
        (await PressAsync(MeetingVerbs.Resume)).Refused<MeetingNotBegun>();
        Board.Clock.Set(_fixture.Meeting.Time.StartInstant);
        await PressAsync(MeetingVerbs.Begin);
        Board.Clock.Advance(Duration.FromHours(2));
        await PressAsync(MeetingVerbs.Finish);
        Board.Clock.Advance(Duration.FromHours(13));

        (await PressAsync(MeetingVerbs.Resume)).Refused<MeetingIsHeld>();
    }

    [Fact]
    public async Task DeadlinesBeforeAMeeting_EndWhenItBegins_AndStandAgainWhenThatIsTakenBack()
    {
        var plan = _fixture.Chat.Get<PlanDeadlines>();
        await plan.HandleAsync(Board.Forum.Id, default);
        Assert.Equal([DeadlineKind.ItemsIn, DeadlineKind.AgendaOut, DeadlineKind.MinutesOut], await OpenKindsAsync());

        await PressAsync(MeetingVerbs.Begin, sure: true);
        await PressAsync(MeetingVerbs.Finish, sure: true);
        await plan.HandleAsync(Board.Forum.Id, default);
        Assert.Equal([DeadlineKind.MinutesOut], await OpenKindsAsync());

        await PressAsync(MeetingVerbs.Reopen);
        await plan.HandleAsync(Board.Forum.Id, default);
        Assert.Equal([DeadlineKind.ItemsIn, DeadlineKind.AgendaOut, DeadlineKind.MinutesOut], await OpenKindsAsync());
    }

    private async Task<List<DeadlineKind>> OpenKindsAsync()
    {
        await using var db = Board.Open();
        var open = await db.Deadlines.Where(deadline => deadline.SettledAt == null).OrderBy(deadline => deadline.Kind).ToListAsync();
        Assert.All(open, deadline => Assert.NotNull(deadline.NextReminderAt));
        return open.ConvertAll(deadline => deadline.Kind);
    }

    private Task<Klynge.Application.Chat.ChatReply> PressAsync(string verb, bool sure = false) => _fixture.Chat.PressAsync(Board.Secretary, verb, new
    {
        forum = Board.Forum.Id.Value.ToString("N"),
        meeting = _fixture.Meeting.Id.Value.ToString("N"),
        sure,
    });

    private async Task<MeetingStatus> StatusAsync()
    {
        await using var db = Board.Open();
        return (await db.Meetings.SingleAsync()).Status;
    }

    private Task HappensAsync(string name)
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
            Conversation = new ConversationAccount { Id = "19:meeting" },
            ChannelData = new TeamsChannelData { Meeting = new MeetingInfo { Id = "teams-1" } },
        };
        return _router.DispatchAsync(new TurnContext(activity, null!, null!), CancellationToken.None);
    }
}
