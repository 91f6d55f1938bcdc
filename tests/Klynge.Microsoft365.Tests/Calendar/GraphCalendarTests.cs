using Klynge.Application.Ports;
using Klynge.Domain.Invitations;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Calendar;

public sealed class GraphCalendarTests : IAsyncLifetime
{
    private GraphFixture _fixture = null!;
    private BoardMeeting _meeting = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _meeting = BoardMeeting.Add((_fixture = await GraphFixture.StartAsync()).StandIn);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Read_GivesTheEventWithWhatTheOnlineMeetingKnows()
    {
        var read = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value;

        Assert.Equal(("Chefforum", "Lokale 3", "19:meeting_xy@thread.v2"), (read.Subject, read.Location, read.ChatId));
        Assert.Equal((BoardMeeting.Start, BoardMeeting.Start + Duration.FromHours(2)), (read.Start, read.End));
        Assert.Equal((BoardMeeting.Key, "365124644791"), (read.OnlineMeeting, read.JoinMeetingId));
        Assert.Equal((BoardMeeting.Signe.Id, "signe@board.example"), (read.Organizer.ObjectId, read.Organizer.Email));
        Assert.Equal(_meeting.EventKey, read.Key);
    }

    [Fact]
    public async Task Read_LeavesRoomsOutAndKnowsAccountsByTheirObjectId()
    {
        var read = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value;

        Assert.Equal(
            [("Lise Damgaard", BoardMeeting.Lise.Id), ("Omar Berg", BoardMeeting.Omar.Id), ("Dorte Lind", null)],
            read.Attendees.Select(one => (one.Name, one.ObjectId)));
    }

    [Theory]
    [InlineData("none", InvitationResponse.None)]
    [InlineData("notResponded", InvitationResponse.None)]
    [InlineData("accepted", InvitationResponse.Accepted)]
    [InlineData("tentativelyAccepted", InvitationResponse.Tentative)]
    [InlineData("declined", InvitationResponse.Declined)]
    public async Task Read_UnderstandsEveryResponse(string response, InvitationResponse expected)
    {
        _meeting.Answer(BoardMeeting.Omar, response);

        var omar = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value.Attendees[1];

        Assert.Equal(expected, omar.Response);
        Assert.Equal(expected == InvitationResponse.None, omar.RespondedAt is null);
    }

    [Fact]
    public async Task Read_AfterAnAnswer_HasAnotherChangeKeyAndALaterTime()
    {
        var before = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value;
        _meeting.Answer(BoardMeeting.Omar, "declined");
        var after = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value;

        Assert.NotEqual(before.ChangeKey, after.ChangeKey);
        Assert.True(after.LastModified >= before.LastModified);
    }

    [Theory]
    [InlineData("Romance Standard Time")]
    [InlineData("Pacific Standard Time")]
    [InlineData("UTC")]
    public async Task Read_OfAMailboxThatWritesItsOwnZone_GivesTheSameInstant(string zone)
    {
        _fixture.StandIn.Calendars.StubbornZone = zone;

        Assert.Equal(BoardMeeting.Start, (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value.Start);
    }

    [Fact]
    public async Task Read_OfAnAllDayEvent_IsTheDanishDay()
    {
        var midnight = new DateTimeOffset(2026, 6, 10, 0, 0, 0, TimeSpan.Zero);
        var day = _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, BoardMeeting.New(BoardMeeting.Start) with { IsAllDay = true, Start = midnight, End = midnight.AddDays(1) });

        var read = (await _fixture.Calendar.ReadAsync(new CalendarEventKey(BoardMeeting.Signe.Id, day.Id), Ct)).Value;

        Assert.True(read.IsAllDay);
        Assert.Equal((Instant.FromUtc(2026, 6, 9, 22, 0), Instant.FromUtc(2026, 6, 10, 22, 0)), (read.Start, read.End));
    }

    [Fact]
    public async Task Read_OfADeletedEvent_SaysThatThereIsNone()
    {
        _fixture.StandIn.Calendars.Store.Delete(BoardMeeting.Signe.Id, _meeting.Event.Id);

        Assert.IsType<EventNotFound>((await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Error);
    }

    [Fact]
    public async Task Read_InAMailboxThatThePolicyLeavesOut_SaysWhichPermissionIsMissing()
    {
        _fixture.StandIn.Calendars.Deny(BoardMeeting.Signe.Id);

        Assert.Equal("Calendars.Read", Assert.IsType<CalendarAccessDenied>((await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Error).Permission);
    }

    [Fact]
    public async Task Read_WithoutThePolicyForOnlineMeetings_StillGivesTheAnswers()
    {
        _meeting.Answer(BoardMeeting.Lise, "declined");
        _fixture.StandIn.OnlineMeetings.Deny(BoardMeeting.Signe.Id);

        var lise = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value.Attendees[0];

        Assert.Equal((InvitationResponse.Declined, null), (lise.Response, lise.ObjectId));
    }

    [Fact]
    public async Task Read_OfARoomThatWasBookedAlong_KeepsItFromThePeople()
    {
        var read = (await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).Value;

        Assert.DoesNotContain(read.Attendees, one => one.Name == "Lokale 3");
        Assert.Equal("lokale3@board.example", Assert.Single(read.Rooms).Email);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Read_WhenGraphIsBusyForAMoment_TriesAgainAfterTheTimeItAsksFor(int status)
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", status, "TooManyRequests", RetryAfter: 1), times: 2);

        Assert.True((await _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct)).IsSuccess);
        Assert.Equal(3, _fixture.StandIn.Requests.Count(request => request.Path.Contains("/events/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Read_WhenGraphIsBusyForLong_IsAnOutageThatSaysForHowLong()
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", 429, "TooManyRequests", RetryAfter: 120));

        var outage = await Assert.ThrowsAsync<CalendarUnavailableException>(() => _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct));

        Assert.Equal(Duration.FromSeconds(120), outage.RetryAfter);
        Assert.Single(_fixture.StandIn.Requests);
    }

    [Fact]
    public async Task Read_WhenGraphFails_LeavesNoNamesInTheException()
    {
        _fixture.StandIn.Faults.Add(new Fault("GET", "/events/", 500, "Signe Dahl <signe@board.example>"));

        var outage = await Assert.ThrowsAsync<CalendarUnavailableException>(() => _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct));

        Assert.Contains("500", outage.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Signe", outage.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WhenNobodyAnswers_IsAnOutage()
    {
        await _fixture.StandIn.DisposeAsync();

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => _fixture.Calendar.ReadAsync(_meeting.EventKey, Ct));
    }

    [Fact]
    public async Task Find_GivesTheOccurrencesOfASeriesInOrderAcrossPages()
    {
        var series = Enumerable.Range(1, 130).Select(week => BoardMeeting.New(BoardMeeting.Start + Duration.FromDays(week)) with { SeriesMasterId = "master" });
        foreach (var occurrence in series.Reverse())
            _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, occurrence);

        var found = (await _fixture.Calendar.FindAsync(BoardMeeting.Key, BoardMeeting.Start, BoardMeeting.Start + Duration.FromDays(365), Ct)).Value;

        Assert.Equal(131, found.Count);
        Assert.Equal(found.OrderBy(one => one.Start), found);
        Assert.Equal(130, found.Count(one => one.SeriesMasterId == "master"));
    }

    [Fact]
    public async Task Find_GivesNothingOfOtherMeetingsInTheSameCalendar()
    {
        _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, BoardMeeting.New(BoardMeeting.Start) with { Subject = "Tandlæge", JoinUrl = null });
        _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, BoardMeeting.New(BoardMeeting.Start) with { Subject = "Samtale", JoinUrl = "https://teams.microsoft.com/l/other" });

        var found = (await _fixture.Calendar.FindAsync(BoardMeeting.Key, BoardMeeting.Start, BoardMeeting.Start + Duration.FromDays(1), Ct)).Value;

        Assert.Equal(["Chefforum"], found.Select(one => one.Subject));
    }

    [Fact]
    public async Task Find_OfALinkThatIsEscapedOtherwise_FindsTheEvent()
    {
        _fixture.StandIn.Calendars.Store.Change(
            BoardMeeting.Signe.Id, _meeting.Event.Id, item => item with { JoinUrl = item.JoinUrl!.Replace("%3a", "%3A", StringComparison.Ordinal) });

        Assert.Single((await _fixture.Calendar.FindAsync(BoardMeeting.Key, BoardMeeting.Start, BoardMeeting.Start + Duration.FromDays(1), Ct)).Value);
    }

    [Fact]
    public async Task Find_OfAMeetingFromAnotherTenant_SaysThatThereIsNone()
    {
        var foreign = BoardMeeting.Key with { OrganizerId = "99999999-0000-4000-8000-000000000009" };

        Assert.IsType<EventNotFound>((await _fixture.Calendar.FindAsync(foreign, BoardMeeting.Start, BoardMeeting.Start + Duration.FromDays(1), Ct)).Error);
    }
}
