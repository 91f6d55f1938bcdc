using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Subscriptions;

public sealed class SubscribeToCalendarsTests : IAsyncLifetime
{
    private WatchBench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bench = await WatchBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Subscribe_ToACalendarThatCallsAMeeting_PassesTheHandshakeAndIsStored()
    {
        await _bench.SubscribeAsync();

        var (subscription, watch) = (_bench.Subscription(), _bench.Watch());
        Assert.Equal(BoardMeeting.Signe.Id, subscription.Mailbox);
        Assert.Equal((subscription.Id, BoardMeeting.Signe.Id), (watch.SubscriptionId, watch.Mailbox));
        Assert.InRange(subscription.ExpiresAt - _bench.Time.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromMinutes(10_080));
    }

    [Fact]
    public async Task Subscribe_Again_AsksGraphForNothing()
    {
        await _bench.SubscribeAsync();
        var before = _bench.StandIn.Requests.Count;
        await _bench.SubscribeAsync();

        Assert.Equal(before, _bench.StandIn.Requests.Count);
    }

    [Fact]
    public async Task Subscription_DaysBeforeItsEnd_IsRenewed()
    {
        await _bench.SubscribeAsync();
        _bench.Time.Advance(Duration.FromDays(3));
        await _bench.SubscribeAsync();

        Assert.Equal(1, _bench.Subscription().Renewals);
        Assert.InRange(_bench.Subscription().ExpiresAt - _bench.Time.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Subscription_ThatRanOutWhileTheBotWasOff_IsMadeAnewAndTheCalendarIsRead()
    {
        await _bench.SubscribeAsync();
        await _bench.SyncAsync();
        var first = _bench.Subscription();
        _bench.Time.Advance(Duration.FromDays(9));
        await _bench.SubscribeAsync();

        Assert.Contains(_bench.StandIn.Subscriptions.All, one => one.Id != first.Id && one.Id == _bench.Watch().SubscriptionId);
        Assert.True(_bench.Watch().SyncAt <= _bench.Time.GetCurrentInstant());
    }

    [Fact]
    public async Task Subscription_ThatGraphHasForgotten_IsMadeAnewWithAnotherSecret()
    {
        await _bench.SubscribeAsync();
        var first = _bench.Subscription();
        _bench.StandIn.Subscriptions.Forget(first.Id);
        _bench.Time.Advance(Duration.FromDays(3));
        await _bench.SubscribeAsync();

        Assert.NotEqual(first.Id, _bench.Subscription().Id);
        Assert.NotEqual(first.ClientState, _bench.Subscription().ClientState);
    }

    /// <summary>The process died, or the line broke, after Graph had made the subscription.</summary>
    [Fact]
    public async Task Subscription_WhoseAnswerWasLost_IsTakenAwayAndMadeAnew()
    {
        _bench.StandIn.Faults.Add(new Fault("POST", "/subscriptions", 500, "Lost", AfterEffect: true));
        await Assert.ThrowsAsync<CalendarUnavailableException>(_bench.SubscribeAsync);
        var orphan = _bench.Subscription();

        await _bench.SubscribeAsync();

        Assert.NotEqual(orphan.Id, _bench.Subscription().Id);
        Assert.Equal(_bench.Subscription().Id, _bench.Watch().SubscriptionId);
    }

    [Fact]
    public async Task Subscription_InAMailboxThatMayNotBeRead_WaitsAndSaysSoWithoutNames()
    {
        _bench.StandIn.Faults.Add(new Fault("POST", "/subscriptions", 403, "ErrorAccessDenied"));
        await _bench.SubscribeAsync();

        Assert.Empty(_bench.StandIn.Subscriptions.All);
        Assert.Contains("403 ErrorAccessDenied", _bench.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("signe", _bench.Logs.Text, StringComparison.OrdinalIgnoreCase);

        _bench.Time.Advance(Duration.FromMinutes(11));
        await _bench.SubscribeAsync();
        Assert.Single(_bench.StandIn.Subscriptions.All);
    }

    [Fact]
    public async Task Calendar_ThatCallsNoMoreMeetings_IsLeftAlone()
    {
        await _bench.SubscribeAsync();
        await using (var db = _bench.Open())
        {
            await db.CalendarLinks.ExecuteUpdateAsync(links => links.SetProperty(link => link.IsGone, true), Ct);
        }

        await _bench.SubscribeAsync();

        Assert.Empty(_bench.StandIn.Subscriptions.All);
        await using var after = _bench.Open();
        Assert.Empty(await after.CalendarWatches.ToListAsync(Ct));
    }

    [Fact]
    public async Task Reauthorization_IsGivenByRenewing()
    {
        await _bench.SubscribeAsync();
        await _bench.StandIn.Subscriptions.RaiseLifecycleAsync(_bench.Subscription(), "reauthorizationRequired", Ct);
        await _bench.SubscribeAsync();

        Assert.Equal(1, _bench.Subscription().Renewals);
    }

    [Fact]
    public async Task Removal_ThatGraphTellsOf_MakesItAnewAndReadsWhatWasMissed()
    {
        await _bench.SubscribeAsync();
        await _bench.SyncAsync();
        var first = _bench.Subscription();
        await _bench.StandIn.Subscriptions.RaiseLifecycleAsync(first, "subscriptionRemoved", Ct);
        _bench.Meeting.Answer(BoardMeeting.Lise, "declined");
        _bench.EmptyInbox();

        await _bench.SubscribeAsync();
        await _bench.SyncAsync();

        Assert.NotEqual(first.Id, _bench.Subscription().Id);
        Assert.Equal($"{BoardMeeting.Signe.Id}/{_bench.Meeting.Event.Id}", Assert.Single(_bench.Inbox()).Subject);
    }

    [Fact]
    public async Task Secrets_AreInNoLogAndNotInTheDatabase()
    {
        await _bench.SubscribeAsync();
        await _bench.SyncAsync();

        var traces = _bench.RawDatabase() + _bench.Logs.Text;
        Assert.DoesNotContain(_bench.Subscription().ClientState, traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(GraphStandIn.Token, traces, StringComparison.Ordinal);
    }
}
