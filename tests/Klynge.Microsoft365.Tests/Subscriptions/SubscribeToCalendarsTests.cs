using Klynge.Application.Ports;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Subscriptions;

public sealed class SubscribeToCalendarsTests : IAsyncLifetime
{
    private WatchFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await WatchFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Subscribe_ToACalendarThatCallsAMeeting_PassesTheHandshakeAndIsStored()
    {
        await _fixture.SubscribeAsync();

        var (subscription, watch) = (_fixture.Subscription(), _fixture.Watch());
        Assert.Equal(BoardMeeting.Signe.Id, subscription.Mailbox);
        Assert.Equal((subscription.Id, BoardMeeting.Signe.Id), (watch.SubscriptionId, watch.Mailbox));
        Assert.InRange(subscription.ExpiresAt - _fixture.Time.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromMinutes(10_080));
    }

    [Fact]
    public async Task Subscribe_Again_AsksGraphForNothing()
    {
        await _fixture.SubscribeAsync();
        var before = _fixture.StandIn.Requests.Count;
        await _fixture.SubscribeAsync();

        Assert.Equal(before, _fixture.StandIn.Requests.Count);
    }

    [Fact]
    public async Task Subscription_DaysBeforeItsEnd_IsRenewed()
    {
        await _fixture.SubscribeAsync();
        _fixture.Time.Advance(Duration.FromDays(3));
        await _fixture.SubscribeAsync();

        Assert.Equal(1, _fixture.Subscription().Renewals);
        Assert.InRange(_fixture.Subscription().ExpiresAt - _fixture.Time.GetUtcNow(), TimeSpan.FromDays(6), TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Subscription_ThatRanOutWhileTheBotWasOff_IsMadeAnewAndTheCalendarIsRead()
    {
        await _fixture.SubscribeAsync();
        await _fixture.SyncAsync();
        var first = _fixture.Subscription();
        _fixture.Time.Advance(Duration.FromDays(9));
        await _fixture.SubscribeAsync();

        Assert.Contains(_fixture.StandIn.Subscriptions.All, one => one.Id != first.Id && one.Id == _fixture.Watch().SubscriptionId);
        Assert.True(_fixture.Watch().SyncAt <= _fixture.Time.GetCurrentInstant());
    }

    [Fact]
    public async Task Subscription_ThatGraphHasForgotten_IsMadeAnewWithAnotherSecret()
    {
        await _fixture.SubscribeAsync();
        var first = _fixture.Subscription();
        _fixture.StandIn.Subscriptions.Forget(first.Id);
        _fixture.Time.Advance(Duration.FromDays(3));
        await _fixture.SubscribeAsync();

        Assert.NotEqual(first.Id, _fixture.Subscription().Id);
        Assert.NotEqual(first.ClientState, _fixture.Subscription().ClientState);
    }

    /// <summary>The process died, or the line broke, after Graph had made the subscription.</summary>
    [Fact]
    public async Task Subscription_WhoseAnswerWasLost_IsTakenAwayAndMadeAnew()
    {
        _fixture.StandIn.Faults.Add(new Fault("POST", "/subscriptions", 500, "Lost", AfterEffect: true));
        await Assert.ThrowsAsync<CalendarUnavailableException>(_fixture.SubscribeAsync);
        var orphan = _fixture.Subscription();

        await _fixture.SubscribeAsync();

        Assert.NotEqual(orphan.Id, _fixture.Subscription().Id);
        Assert.Equal(_fixture.Subscription().Id, _fixture.Watch().SubscriptionId);
    }

    [Fact]
    public async Task Subscription_InAMailboxThatMayNotBeRead_WaitsAndSaysSoWithoutNames()
    {
        _fixture.StandIn.Faults.Add(new Fault("POST", "/subscriptions", 403, "ErrorAccessDenied"));
        await _fixture.SubscribeAsync();

        Assert.Empty(_fixture.StandIn.Subscriptions.All);
        Assert.Contains("403 ErrorAccessDenied", _fixture.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("signe", _fixture.Logs.Text, StringComparison.OrdinalIgnoreCase);

        _fixture.Time.Advance(Duration.FromMinutes(11));
        await _fixture.SubscribeAsync();
        Assert.Single(_fixture.StandIn.Subscriptions.All);
    }

    [Fact]
    public async Task Calendar_ThatCallsNoMoreMeetings_IsLeftAlone()
    {
        await _fixture.SubscribeAsync();
        await using (var db = _fixture.Open())
            await db.CalendarLinks.ExecuteUpdateAsync(links => links.SetProperty(link => link.IsGone, true), Ct);

        await _fixture.SubscribeAsync();

        Assert.Empty(_fixture.StandIn.Subscriptions.All);
        await using var after = _fixture.Open();
        Assert.Empty(await after.CalendarWatches.ToListAsync(Ct));
    }

    [Fact]
    public async Task Reauthorization_IsGivenByRenewing()
    {
        await _fixture.SubscribeAsync();
        await _fixture.StandIn.Subscriptions.RaiseLifecycleAsync(_fixture.Subscription(), "reauthorizationRequired", Ct);
        await _fixture.SubscribeAsync();

        Assert.Equal(1, _fixture.Subscription().Renewals);
    }

    [Fact]
    public async Task Removal_ThatGraphTellsOf_MakesItAnewAndReadsWhatWasMissed()
    {
        await _fixture.SubscribeAsync();
        await _fixture.SyncAsync();
        var first = _fixture.Subscription();
        await _fixture.StandIn.Subscriptions.RaiseLifecycleAsync(first, "subscriptionRemoved", Ct);
        _fixture.Meeting.Answer(BoardMeeting.Lise, "declined");
        _fixture.EmptyInbox();

        await _fixture.SubscribeAsync();
        await _fixture.SyncAsync();

        Assert.NotEqual(first.Id, _fixture.Subscription().Id);
        Assert.Equal($"{BoardMeeting.Signe.Id}/{_fixture.Meeting.Event.Id}", Assert.Single(_fixture.Inbox()).Subject);
    }

    [Fact]
    public async Task Secrets_AreInNoLogAndNotInTheDatabase()
    {
        await _fixture.SubscribeAsync();
        await _fixture.SyncAsync();

        var traces = _fixture.RawDatabase() + _fixture.Logs.Text;
        Assert.DoesNotContain(_fixture.Subscription().ClientState, traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(FakeGraph.Token, traces, StringComparison.Ordinal);
    }
}
