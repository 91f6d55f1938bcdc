using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Microsoft365.Notifications;

/// <summary>
/// Takes what Graph posts, for whichever host it is posted to. It puts the news on disk and answers; a job reads what has changed. Graph
/// wants an answer within three seconds and stops sending to those who are slow, and it sends again what was not taken with 2xx.
/// </summary>
public sealed partial class GraphWebhook(
    IDbContextFactory<KlyngeContext> contexts, Writer writer, ReceiveCalendarNotifications receive, ILogger<GraphWebhook> logger)
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Graph's tokens are about a hundred characters; a longer one is somebody who wants to be echoed.</summary>
    private const int MaxTokenLength = 1024;

    /// <summary>The handshake by which Graph makes sure that the address is ours.</summary>
    public static WebhookAnswer Validate(string validationToken) =>
        validationToken.Length is > 0 and <= MaxTokenLength ? new(200, validationToken) : new(400);

    /// <summary>Changes and lifecycle notifications alike; they can come in one body.</summary>
    /// <returns>
    /// 202, also for notifications whose secret is wrong: whoever sends them learns nothing. 400 for what is no notification, 503 when
    /// nothing could be put on disk, so that Graph sends it again.
    /// </returns>
    public async Task<WebhookAnswer> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Length > LargestBody)
            return new(413);

        if (GraphNotification.Parse(body) is not { } notifications)
            return new(400);

        try
        {
            return new(202, IsTrusted: await SaveAsync(notifications, cancellationToken));
        }
        catch (Exception exception) when (exception is StorageUnavailableException || Outage.Is(exception))
        {
            LogNotSaved(exception);
            return new(503);
        }
    }

    /// <returns>Whether the secret of any of them fits: then it is Graph that posts.</returns>
    private async Task<bool> SaveAsync(IReadOnlyList<GraphNotification> notifications, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var watches = await db.CalendarWatches.AsNoTracking().Where(watch => watch.ClientStateHash != null).ToListAsync(cancellationToken);
        var genuine = notifications
            .Select(one => (Notification: one, Watch: watches.Find(watch => IsOf(watch, one))))
            .Where(pair => pair.Watch is not null)
            .ToList();
        if (genuine.Count < notifications.Count)
            LogFalse(notifications.Count - genuine.Count);

        var changed = genuine
            .Where(pair => pair.Notification.EventId is not null)
            .Select(pair => new CalendarEventKey(pair.Watch!.Mailbox, pair.Notification.EventId!))
            .Distinct()
            .ToList();
        if (changed.Count > 0)
            await receive.HandleAsync(changed, cancellationToken);

        var lifecycle = genuine
            .Where(pair => pair.Notification.LifecycleEvent is not null)
            .Select(pair => (pair.Watch!.Mailbox, pair.Notification.LifecycleEvent!))
            .Distinct()
            .ToList();
        if (lifecycle.Count > 0)
            await MarkAsync(lifecycle, cancellationToken);

        return genuine.Count > 0;
    }

    /// <summary>A subscription is only on record once Graph has answered, and notifications may be faster than that answer.</summary>
    private static bool IsOf(CalendarWatch watch, GraphNotification notification) =>
        ClientState.Matches(notification.ClientState, watch.ClientStateHash)
        && (watch.SubscriptionId is null || watch.SubscriptionId == notification.SubscriptionId);

    /// <summary>Makes what has to be done due at once; the jobs do it.</summary>
    private Task MarkAsync(IReadOnlyList<(string Mailbox, string Event)> happened, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(GraphWebhook), Caller.System, IsOnRecord: false), async scope =>
        {
            foreach (var (mailbox, lifecycleEvent) in happened)
            {
                if (await scope.Db.CalendarWatches.FindAsync([mailbox], CancellationToken.None) is { } watch)
                    Mark(watch, lifecycleEvent, scope.Now);
            }

            return default(Done);
        }, cancellationToken);

    private static void Mark(CalendarWatch watch, string lifecycleEvent, NodaTime.Instant now)
    {
        switch (lifecycleEvent)
        {
            case "reauthorizationRequired":
                watch.RenewAt = now;
                break;
            case "subscriptionRemoved":
                (watch.SubscriptionId, watch.ExpiresAt, watch.RenewAt) = (null, null, now);
                break;
            case "missed":
                (watch.DeltaLink, watch.SyncAt) = (null, now);
                break;
            default:
                // One that Graph invents later: reading the calendar is never wrong.
                watch.SyncAt = now;
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dropped {Count} notifications without the secret of a subscription")]
    private partial void LogFalse(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to store notifications from Graph; Graph sends them again")]
    private partial void LogNotSaved(Exception exception);
}
