using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Subscriptions;

/// <summary>What is found although no notification came.</summary>
public sealed class SyncCalendarsTests : IAsyncLifetime
{
    private WatchFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Subject => $"{BoardMeeting.Signe.Id}/{_fixture.Meeting.Event.Id}";

    public async ValueTask InitializeAsync()
    {
        _fixture = await WatchFixture.StartAsync();
        _fixture.StandIn.Subscriptions.HoldsNotifications = true;
        await _fixture.SubscribeAsync();
        await _fixture.SyncAsync();
        _fixture.EmptyInbox();
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Change_WithoutANotification_IsFoundByTheNextRound()
    {
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        await NextRoundAsync();

        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Round_WithoutChanges_AsksOnceAndFindsNothing()
    {
        var before = _fixture.StandIn.Requests.Count;
        await NextRoundAsync();

        Assert.Equal(before + 1, _fixture.StandIn.Requests.Count);
        Assert.Empty(_fixture.Inbox());
    }

    [Fact]
    public async Task Event_ThatIsDeleted_IsNews()
    {
        _fixture.StandIn.Calendars.Store.Delete(BoardMeeting.Signe.Id, _fixture.Meeting.Event.Id);
        await NextRoundAsync();

        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Event_ThatIsSomebodysOwnAffair_LeavesNoTrace()
    {
        _fixture.StandIn.Calendars.Store.Add(
            BoardMeeting.Signe.Id, BoardMeeting.New(_fixture.Time.GetCurrentInstant()) with { Subject = "Krone hos tandklinikken", JoinUrl = null });
        await NextRoundAsync();

        Assert.Empty(_fixture.Inbox());
        Assert.DoesNotContain("tandklinikken", _fixture.RawDatabase() + _fixture.Logs.Text, StringComparison.Ordinal);
    }

    /// <summary>Of an occurrence a delta query says no more than when it is; it is enough to know whose series it is of.</summary>
    [Fact]
    public async Task Occurrence_ThatIsNewInASeriesOfOurs_IsNewsAndOneOfAnotherSeriesIsNot()
    {
        await using (var db = _fixture.Open())
        {
            db.CalendarLinks.Single().SeriesMasterId = "ours";
            await db.SaveChangesAsync(Ct);
        }

        var ours = BoardMeeting.New(_fixture.Time.GetCurrentInstant() + Duration.FromDays(40)) with { SeriesMasterId = "ours" };
        _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, ours);
        _fixture.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, ours with { Id = "AAkOther", SeriesMasterId = "other" });
        await NextRoundAsync();

        Assert.Equal([$"{BoardMeeting.Signe.Id}/{ours.Id}"], _fixture.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task ManyChanges_AcrossPages_AreAllFound()
    {
        for (var index = 0; index < 250; index++)
        {
            _fixture.StandIn.Calendars.Store.Add(
                BoardMeeting.Signe.Id, BoardMeeting.New(_fixture.Time.GetCurrentInstant() + Duration.FromDays(index)) with { JoinUrl = null });
        }

        _fixture.Meeting.Answer(BoardMeeting.Omar, "declined");
        await NextRoundAsync();

        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
        Assert.Equal(3, _fixture.StandIn.Requests.Count(request => request.Query.ContainsKey("$skiptoken") || request.Query.ContainsKey("$deltatoken")));
    }

    [Fact]
    public async Task DeltaLink_ThatHasRunOut_MeansReadingEverythingAndLosesNothing()
    {
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        _fixture.StandIn.Calendars.ForgetDeltaTokens();
        await NextRoundAsync();
        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));

        _fixture.EmptyInbox();
        _fixture.Meeting.Answer(BoardMeeting.Lise, "accepted");
        await NextRoundAsync();
        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task DeltaLink_ToAnotherHost_IsNotFollowed()
    {
        await using (var db = _fixture.Open())
        {
            db.CalendarWatches.Single().DeltaLink = "https://graph.microsoft.com.example/v1.0/users/x/calendarView/delta?$deltatoken=1";
            await db.SaveChangesAsync(Ct);
        }

        await NextRoundAsync();

        Assert.StartsWith(_fixture.StandIn.Url.ToString(), _fixture.Watch().DeltaLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_AfterAMonth_IsMovedAhead()
    {
        var before = _fixture.Watch().WindowStart;
        _fixture.Time.Advance(Duration.FromDays(31));
        await _fixture.SyncAsync();

        Assert.True(_fixture.Watch().WindowStart > before);
    }

    [Fact]
    public async Task MissedNotifications_ThatGraphTellsOf_MeanReadingEverything()
    {
        await _fixture.StandIn.Subscriptions.RaiseLifecycleAsync(_fixture.Subscription(), "missed", Ct);
        Assert.Null(_fixture.Watch().DeltaLink);

        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        await _fixture.SyncAsync();

        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
        Assert.NotNull(_fixture.Watch().DeltaLink);
    }

    [Fact]
    public async Task Outage_LeavesTheLinkAsItWasAndTheNextRoundFindsTheChange()
    {
        var before = _fixture.Watch().DeltaLink;
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        _fixture.StandIn.Faults.Add(new Fault("GET", "/delta", 503, "ServiceUnavailable", RetryAfter: 600));
        await Assert.ThrowsAsync<CalendarUnavailableException>(NextRoundAsync);
        Assert.Equal(before, _fixture.Watch().DeltaLink);

        await _fixture.SyncAsync();
        Assert.Equal([Subject], _fixture.Inbox().Select(entry => entry.Subject));
    }

    private Task NextRoundAsync()
    {
        _fixture.Time.Advance(Duration.FromMinutes(16));
        return _fixture.SyncAsync();
    }
}
