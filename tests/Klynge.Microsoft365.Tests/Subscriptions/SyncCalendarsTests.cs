using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Subscriptions;

/// <summary>What is found although no notification came.</summary>
public sealed class SyncCalendarsTests : IAsyncLifetime
{
    private WatchBench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Subject => $"{BoardMeeting.Signe.Id}/{_bench.Meeting.Event.Id}";

    public async ValueTask InitializeAsync()
    {
        _bench = await WatchBench.StartAsync();
        _bench.StandIn.Subscriptions.HoldsNotifications = true;
        await _bench.SubscribeAsync();
        await _bench.SyncAsync();
        _bench.EmptyInbox();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Change_WithoutANotification_IsFoundByTheNextRound()
    {
        _bench.Meeting.Answer(BoardMeeting.Lise, "declined");
        await NextRoundAsync();

        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Round_WithoutChanges_AsksOnceAndFindsNothing()
    {
        var before = _bench.StandIn.Requests.Count;
        await NextRoundAsync();

        Assert.Equal(before + 1, _bench.StandIn.Requests.Count);
        Assert.Empty(_bench.Inbox());
    }

    [Fact]
    public async Task Event_ThatIsDeleted_IsNews()
    {
        _bench.StandIn.Calendars.Store.Delete(BoardMeeting.Signe.Id, _bench.Meeting.Event.Id);
        await NextRoundAsync();

        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Event_ThatIsSomebodysOwnAffair_LeavesNoTrace()
    {
        _bench.StandIn.Calendars.Store.Add(
            BoardMeeting.Signe.Id, BoardMeeting.New(_bench.Time.GetCurrentInstant()) with { Subject = "Krone hos tandklinikken", JoinUrl = null });
        await NextRoundAsync();

        Assert.Empty(_bench.Inbox());
        Assert.DoesNotContain("tandklinikken", _bench.RawDatabase() + _bench.Logs.Text, StringComparison.Ordinal);
    }

    /// <summary>Of an occurrence a delta query says no more than when it is; it is enough to know whose series it is of.</summary>
    [Fact]
    public async Task Occurrence_ThatIsNewInASeriesOfOurs_IsNewsAndOneOfAnotherSeriesIsNot()
    {
        await using (var db = _bench.Open())
        {
            db.CalendarLinks.Single().SeriesMasterId = "ours";
            await db.SaveChangesAsync(Ct);
        }

        var ours = BoardMeeting.New(_bench.Time.GetCurrentInstant() + Duration.FromDays(40)) with { SeriesMasterId = "ours" };
        _bench.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, ours);
        _bench.StandIn.Calendars.Store.Add(BoardMeeting.Signe.Id, ours with { Id = "AAkOther", SeriesMasterId = "other" });
        await NextRoundAsync();

        Assert.Equal([$"{BoardMeeting.Signe.Id}/{ours.Id}"], _bench.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task ManyChanges_AcrossPages_AreAllFound()
    {
        for (var index = 0; index < 250; index++)
        {
            _bench.StandIn.Calendars.Store.Add(
                BoardMeeting.Signe.Id, BoardMeeting.New(_bench.Time.GetCurrentInstant() + Duration.FromDays(index)) with { JoinUrl = null });
        }

        _bench.Meeting.Answer(BoardMeeting.Omar, "declined");
        await NextRoundAsync();

        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
        Assert.Equal(3, _bench.StandIn.Requests.Count(request => request.Query.ContainsKey("$skiptoken") || request.Query.ContainsKey("$deltatoken")));
    }

    [Fact]
    public async Task DeltaLink_ThatHasRunOut_MeansReadingEverythingAndLosesNothing()
    {
        _bench.Meeting.Answer(BoardMeeting.Lise, "declined");
        _bench.StandIn.Calendars.ForgetDeltaTokens();
        await NextRoundAsync();
        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));

        _bench.EmptyInbox();
        _bench.Meeting.Answer(BoardMeeting.Lise, "accepted");
        await NextRoundAsync();
        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
    }

    [Fact]
    public async Task DeltaLink_ToAnotherHost_IsNotFollowed()
    {
        await using (var db = _bench.Open())
        {
            db.CalendarWatches.Single().DeltaLink = "https://graph.microsoft.com.example/v1.0/users/x/calendarView/delta?$deltatoken=1";
            await db.SaveChangesAsync(Ct);
        }

        await NextRoundAsync();

        Assert.StartsWith(_bench.StandIn.Url.ToString(), _bench.Watch().DeltaLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_AfterAMonth_IsMovedAhead()
    {
        var before = _bench.Watch().WindowStart;
        _bench.Time.Advance(Duration.FromDays(31));
        await _bench.SyncAsync();

        Assert.True(_bench.Watch().WindowStart > before);
    }

    [Fact]
    public async Task MissedNotifications_ThatGraphTellsOf_MeanReadingEverything()
    {
        await _bench.StandIn.Subscriptions.RaiseLifecycleAsync(_bench.Subscription(), "missed", Ct);
        Assert.Null(_bench.Watch().DeltaLink);

        _bench.Meeting.Answer(BoardMeeting.Lise, "declined");
        await _bench.SyncAsync();

        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
        Assert.NotNull(_bench.Watch().DeltaLink);
    }

    [Fact]
    public async Task Outage_LeavesTheLinkAsItWasAndTheNextRoundFindsTheChange()
    {
        var before = _bench.Watch().DeltaLink;
        _bench.Meeting.Answer(BoardMeeting.Lise, "declined");
        _bench.StandIn.Faults.Add(new Fault("GET", "/delta", 503, "ServiceUnavailable", RetryAfter: 600));
        await Assert.ThrowsAsync<CalendarUnavailableException>(NextRoundAsync);
        Assert.Equal(before, _bench.Watch().DeltaLink);

        await _bench.SyncAsync();
        Assert.Equal([Subject], _bench.Inbox().Select(entry => entry.Subject));
    }

    private Task NextRoundAsync()
    {
        _bench.Time.Advance(Duration.FromMinutes(16));
        return _bench.SyncAsync();
    }
}
