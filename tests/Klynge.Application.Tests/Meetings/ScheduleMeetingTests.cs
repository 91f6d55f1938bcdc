using Klynge.Application.Agendas;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Meetings;

public sealed class ScheduleMeetingTests : IAsyncLifetime
{
    private AgendaFixture _fixture = null!;

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync() => _fixture = await AgendaFixture.CreateAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task NewMeeting_IsPlannedWithStandingItemsAndTheDeadlinesThatFollow()
    {
        var text = (await PlanAsync(new LocalDate(2026, 3, 3))).Text();

        Assert.Contains("Mødet er planlagt", text, StringComparison.Ordinal);
        Assert.Contains("Punkter ind senest fredag d. 20. februar 2026.", text, StringComparison.Ordinal);
        Assert.Contains("Dagsorden ud senest tirsdag d. 24. februar 2026.", text, StringComparison.Ordinal);
        await using var db = Board.Open();
        var meeting = await db.Meetings.SingleAsync(candidate => candidate.Date == new LocalDate(2026, 3, 3));
        Assert.Equal(
            ["Godkendelse af dagsordenen", "Gensidig orientering", "Eventuelt"],
            (await db.ItemsOnAgendaAsync(meeting.Id)).Select(item => item.Content.Title));
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Theory]
    [InlineData(14, "Fristen for at sende dagsordenen ud var")]
    [InlineData(17, "Datoen er en lørdag.")]
    [InlineData(34, "Datoen er en lukkedag: påskedag.")]
    public async Task NewMeeting_OnAnAwkwardDay_IsPlannedWithAWarning(int day, string warning)
    {
        var date = day == 34 ? new LocalDate(2026, 4, 5) : new LocalDate(2026, 1, day);

        Assert.Contains(warning, (await PlanAsync(date)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewMeeting_WhoseItemsAreDueOnAHoliday_SaysSo() => Assert.Contains(
        "Fristen for punkter, fredag d. 1. januar 2027, er en lukkedag: nytårsdag.",
        (await PlanAsync(new LocalDate(2027, 1, 12))).Text(),
        StringComparison.Ordinal);

    [Fact]
    public async Task NewMeeting_OnADayThatHasOne_IsPlannedWithAWarning_ButNotAtTheSameTime()
    {
        var day = _fixture.Meeting.Date;

        Assert.Contains("Forummet har allerede et møde den dag.", (await PlanAsync(day, new LocalTime(9, 0))).Text(), StringComparison.Ordinal);
        var planned = (await _fixture.Chat.SayAsync(
            Board.Secretary, new ChatCommand.ScheduleMeeting(null, day, new LocalTime(14, 0), new LocalTime(14, 30), null))).Refused<MeetingAlreadyPlanned>();
        Assert.EndsWith("kl. 14.00–16.00", planned.When, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewMeeting_InThePastOrByAMember_IsRefused()
    {
        (await PlanAsync(Board.Today, new LocalTime(9, 0))).Refused<MeetingInThePast>();
        (await _fixture.Chat.SayAsync(Board.Chair, new ChatCommand.ScheduleMeeting(null, Board.Today.PlusDays(9), new(9, 0), null, null))).Refused<NotAllowed>();
        (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.ScheduleMeeting("driftsforum", Board.Today.PlusDays(9), new(9, 0), null, null)))
            .Refused<ForumNotFound>();
    }

    [Fact]
    public async Task NewMeeting_DeliveredTwice_IsPlannedOnce()
    {
        var turn = _fixture.Chat.Turn(Board.Secretary);
        var command = new ChatCommand.ScheduleMeeting(null, new LocalDate(2026, 3, 3), new(9, 0), null, null);

        await _fixture.Chat.SayAsync(turn, command);
        (await _fixture.Chat.SayAsync(turn, command)).Refused<Klynge.Application.Data.AlreadyHandled>();

        await using var db = Board.Open();
        Assert.Equal(2, await db.Meetings.CountAsync());
    }

    [Fact]
    public async Task Undo_IsSilent_AndOnlyWhileNobodyKnows()
    {
        await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Undo, _fixture.Data());

        Assert.Equal(MeetingStatus.Cancelled, (await MeetingAsync()).Status);
        Assert.Empty(await _fixture.MessagesToAsync(Board.Member));

        var known = await Board.AddMeetingAsync(daysAhead: 30);
        await NotifyAsync(known.Id);
        (await _fixture.Chat.PressAsync(Board.Secretary, MeetingVerbs.Undo, Data(known))).Refused<MeetingIsKnown>();
    }

    [Fact]
    public async Task Meetings_ListWhatIsAhead_WithAWarningWhenTheYearFallsShort()
    {
        await _fixture.ChangeAsync(async db =>
        {
            var forum = await db.Forums.SingleAsync(candidate => candidate.Id == Board.Forum.Id);
            forum.Rules = forum.Rules with { MinimumMeetingsPerYear = 4 };
        });

        var secretary = (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.ListMeetings(null))).Text();
        var member = (await _fixture.Chat.SayAsync(Board.Member, new ChatCommand.ListMeetings(null))).Text();

        Assert.Contains("Tirsdag d. 3. februar 2026 kl. 14.00–16.00", member, StringComparison.Ordinal);
        Assert.Contains("Chefforum har 1 møde i 2026 og skal ifølge sine regler holde mindst 4.", secretary, StringComparison.Ordinal);
        Assert.DoesNotContain("mindst 4", member, StringComparison.Ordinal);
        Assert.DoesNotContain(MeetingVerbs.MoveForm, member, StringComparison.Ordinal);
    }

    private Task<ChatReply> PlanAsync(LocalDate date, LocalTime? start = null) =>
        _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.ScheduleMeeting(null, date, start ?? new LocalTime(14, 0), null, null));

    private object Data(Meeting meeting) => new { forum = Board.Forum.Id.Value.ToString("N"), meeting = meeting.Id.Value.ToString("N") };

    private Task NotifyAsync(MeetingId meeting) => Board.AddAsync(new SharedCard
    {
        Key = AgendaCards.Key(meeting).ToString(),
        ConversationId = "19:forum",
        ActivityId = "1",
        PostedAt = Board.Clock.GetCurrentInstant(),
    });

    private async Task<Meeting> MeetingAsync()
    {
        await using var db = Board.Open();
        return await db.Meetings.SingleAsync(meeting => meeting.Id == _fixture.Meeting.Id);
    }
}
