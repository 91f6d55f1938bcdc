using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.People;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Simulated.Subscriptions;

/// <summary>Subscriptions to calendars, and what is sent because of them.</summary>
public sealed class SubscriptionArea : IFakeArea, IAsyncDisposable
{
    private static readonly TimeSpan MaxLife = TimeSpan.FromMinutes(10_080);

    private readonly FakePeople _people;
    private readonly TimeProvider _time;
    private readonly Deliveries _deliveries;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, SimulatedSubscription> _subscriptions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Task> _underWay = new();
    private readonly ConcurrentQueue<JsonObject> _held = new();
    private bool _isDisposed;

    internal SubscriptionArea(FakePeople people, CalendarStore calendars, TimeProvider time)
    {
        (_people, _time, _deliveries) = (people, time, new Deliveries(time));
        calendars.Changed += (_, change) => OnChanged(change);
    }

    public IReadOnlyList<SimulatedSubscription> All => [.. _subscriptions.Values];

    /// <summary>Keep notifications for <see cref="TakeHeld"/> instead of sending them.</summary>
    public bool HoldsNotifications { get; set; }

    /// <summary>Notifications that were kept back, in the order in which they came about.</summary>
    public IReadOnlyList<JsonObject> TakeHeld()
    {
        var taken = new List<JsonObject>();
        while (_held.TryDequeue(out var one))
            taken.Add(one);

        return taken;
    }

    /// <summary>Posts notifications once, in one request.</summary>
    /// <returns>The status; null when nobody answered.</returns>
    public Task<HttpStatusCode?> PostAsync(Uri url, IEnumerable<JsonObject> notifications, CancellationToken cancellationToken) =>
        _deliveries.PostAsync(url, notifications, cancellationToken);

    /// <summary>Posts notifications in one request until it is taken.</summary>
    public Task DeliverAsync(Uri url, IReadOnlyList<JsonObject> notifications, CancellationToken cancellationToken) =>
        _deliveries.DeliverAsync(url, notifications, cancellationToken);

    /// <summary>Tells the bot what becomes of a subscription: <c>reauthorizationRequired</c>, <c>subscriptionRemoved</c>, <c>missed</c>.</summary>
    public Task RaiseLifecycleAsync(SimulatedSubscription subscription, string lifecycleEvent, CancellationToken cancellationToken)
    {
        if (lifecycleEvent == "subscriptionRemoved")
            Forget(subscription.Id);

        return _deliveries.DeliverAsync(subscription.LifecycleUrl, [SubscriptionJson.Lifecycle(subscription, lifecycleEvent)], cancellationToken);
    }

    /// <summary>The subscription is gone without a word.</summary>
    public void Forget(string id) => _subscriptions.TryRemove(id, out _);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;

        await _stopping.CancelAsync();
        await Task.WhenAll(_underWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        _deliveries.Dispose();
    }

    public void Map(FakeRoutes routes)
    {
        routes.On("POST", "/v1.0/subscriptions", CreateAsync)
            .Body("changeType", "notificationUrl", "lifecycleNotificationUrl", "resource", "expirationDateTime", "clientState")
            .RequirePrefer("IdType=\"ImmutableId\"");
        routes.On("GET", "/v1.0/subscriptions", _ => GraphAnswer.Page(Alive().Select(SubscriptionJson.Write)));
        routes.On("PATCH", "/v1.0/subscriptions/{id}", Renew).Body("expirationDateTime");
        routes.On("POST", "/v1.0/subscriptions/{id}/reauthorize", call => Change(call, one => one with { Reauthorizations = one.Reauthorizations + 1 }));
        routes.On("DELETE", "/v1.0/subscriptions/{id}", call => _subscriptions.TryRemove(call.Route("id"), out _) ? GraphAnswer.NoContent() : NotFound());
    }

    private async Task<IResult> CreateAsync(FakeCall call)
    {
        if (Read(call) is not { } wanted)
            return call.Unexpected("a subscription that Graph does not take");

        if (Alive().Any(one => one.Mailbox == wanted.Mailbox && one.NotificationUrl == wanted.NotificationUrl))
            return GraphAnswer.Error(StatusCodes.Status409Conflict, "ExtensionError", "There is such a subscription already.");

        foreach (var url in new[] { wanted.NotificationUrl, wanted.LifecycleUrl })
        {
            if (await _deliveries.ValidateAsync(url, call.Http.RequestAborted) is { } wrong)
                return GraphAnswer.Error(StatusCodes.Status400BadRequest, "ValidationError", $"Subscription validation request failed: {wrong}.");
        }

        _subscriptions[wanted.Id] = wanted;
        return GraphAnswer.Json(SubscriptionJson.Write(wanted), StatusCodes.Status201Created);
    }

    private SimulatedSubscription? Read(FakeCall call)
    {
        var parts = ((string?)call.Body["resource"])?.Trim('/').Split('/') ?? [];
        var clientState = (string?)call.Body["clientState"];
        return parts is ["users", var user, "events"] && _people.Find(user) is { } person
            && (string?)call.Body["changeType"] == "created,updated,deleted"
            && clientState is { Length: > 0 and <= 128 }
            && Url(call, "notificationUrl") is { } notifications && Url(call, "lifecycleNotificationUrl") is { } lifecycle
            && Expiry(call) is { } expiry
                ? new(Guid.NewGuid().ToString(), person.Id, notifications, lifecycle, clientState, expiry)
                : null;
    }

    private IResult Renew(FakeCall call) => Expiry(call) is { } expiry
        ? Change(call, one => one with { ExpiresAt = expiry, Renewals = one.Renewals + 1 })
        : call.Unexpected("an end that Graph does not take");

    private IResult Change(FakeCall call, Func<SimulatedSubscription, SimulatedSubscription> change)
    {
        if (!_subscriptions.TryGetValue(call.Route("id"), out var subscription) || subscription.ExpiresAt <= _time.GetUtcNow())
            return NotFound();

        return GraphAnswer.Json(SubscriptionJson.Write(_subscriptions[subscription.Id] = change(subscription)));
    }

    /// <summary>Over https, or on this machine.</summary>
    private static Uri? Url(FakeCall call, string property) =>
        Uri.TryCreate((string?)call.Body[property], UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback) ? url : null;

    private DateTimeOffset? Expiry(FakeCall call) =>
        CalendarArea.TryTime((string?)call.Body["expirationDateTime"], out var at) && at > _time.GetUtcNow() && at <= _time.GetUtcNow() + MaxLife
            ? at
            : null;

    private IEnumerable<SimulatedSubscription> Alive() => _subscriptions.Values.Where(one => one.ExpiresAt > _time.GetUtcNow());

    private void OnChanged(CalendarChange change)
    {
        foreach (var subscription in Alive().Where(one => string.Equals(one.Mailbox, change.Mailbox, StringComparison.OrdinalIgnoreCase)))
        {
            var notification = SubscriptionJson.Notification(subscription, change.EventId, change.Kind);
            if (HoldsNotifications)
            {
                _held.Enqueue(notification);
                continue;
            }

            var delivery = _deliveries.DeliverAsync(subscription.NotificationUrl, [notification], _stopping.Token);
            _underWay[delivery.Id] = delivery;
            _ = delivery.ContinueWith(ended => _underWay.TryRemove(ended.Id, out _), TaskScheduler.Default);
        }
    }

    private static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "ResourceNotFound");
}
