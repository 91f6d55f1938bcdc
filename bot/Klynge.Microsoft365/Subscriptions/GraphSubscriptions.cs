using Klynge.Application.Invitations.Receiving;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Notifications;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using NodaTime;

namespace Klynge.Microsoft365.Subscriptions;

/// <summary>Makes, renews and ends one subscription. What the SDK throws comes through.</summary>
internal sealed class GraphSubscriptions(GraphServiceClient client, Microsoft365Settings settings, WatchStore watches, IClock clock)
{
    /// <summary>Graph's longest is 10,080 minutes; a clock that is ahead of Graph's must not go beyond.</summary>
    private static readonly Duration Life = Duration.FromMinutes(10_080 - 60);

    /// <summary>Renewed so long before its end that a weekend's outage does no harm.</summary>
    private static readonly Duration Margin = Duration.FromDays(4);

    public async Task SaveAsync(CalendarWatch watch, CancellationToken cancellationToken)
    {
        if (watch.SubscriptionId is { } id && watch.ExpiresAt > clock.GetCurrentInstant() && await TryRenewAsync(watch.Mailbox, id, cancellationToken))
            return;

        await CreateAsync(watch.Mailbox, cancellationToken);
    }

    public async Task EndAsync(CalendarWatch watch, CancellationToken cancellationToken)
    {
        if (watch.SubscriptionId is { } id)
            await DeleteAsync(id, cancellationToken);

        await watches.RemoveAsync(watch.Mailbox, cancellationToken);
    }

    /// <summary>A later end, which vouches for the subscription, too.</summary>
    /// <returns>False when Graph no longer has it.</returns>
    private async Task<bool> TryRenewAsync(string mailbox, string id, CancellationToken cancellationToken)
    {
        var end = clock.GetCurrentInstant() + Life;
        try
        {
            await client.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = end.ToDateTimeOffset() }, cancellationToken: cancellationToken);
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsNotFound: true })
        {
            return false;
        }

        await watches.ChangeAsync(mailbox, (watch, _) => (watch.ExpiresAt, watch.RenewAt) = (end, end - Margin), cancellationToken);
        return true;
    }

    /// <summary>
    /// The hash of the secret is on disk before Graph knows the secret, so that no notification comes too early; a process that dies in
    /// between leaves a subscription that the next try finds in its way (409), takes away and makes anew. Either way the calendar is read afterwards.
    /// </summary>
    private async Task CreateAsync(string mailbox, CancellationToken cancellationToken)
    {
        var clientState = ClientState.New();
        await watches.ChangeAsync(
            mailbox,
            (watch, _) => (watch.SubscriptionId, watch.ExpiresAt, watch.ClientStateHash) = (null, null, ClientState.HashOf(clientState)),
            cancellationToken);
        var end = clock.GetCurrentInstant() + Life;
        var id = await PostAsync(() => Describe(mailbox, clientState, end), cancellationToken);
        await watches.ChangeAsync(mailbox, (watch, now) =>
        {
            (watch.SubscriptionId, watch.ExpiresAt, watch.RenewAt) = (id, end, end - Margin);
            watch.SyncAt = now;
        }, cancellationToken);
    }

    private Subscription Describe(string mailbox, string clientState, Instant end) => new()
    {
        ChangeType = "created,updated,deleted",
        NotificationUrl = settings.NotificationUrl.ToString(),
        LifecycleNotificationUrl = settings.LifecycleUrl.ToString(),
        Resource = $"users/{mailbox}/events",
        ExpirationDateTime = end.ToDateTimeOffset(),
        ClientState = clientState,
    };

    /// <param name="wanted">Makes the object anew for each try: the SDK sends of an object that it has sent before only what changed since.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<string?> PostAsync(Func<Subscription> wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await PostOnceAsync(wanted(), cancellationToken);
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsConflict: true })
        {
            await RemoveOrphansAsync(wanted().Resource, cancellationToken);
            return await PostOnceAsync(wanted(), cancellationToken);
        }
    }

    private async Task<string?> PostOnceAsync(Subscription wanted, CancellationToken cancellationToken) =>
        (await client.Subscriptions.PostAsync(wanted, request => GraphPreferences.ForSubscription(request.Headers), cancellationToken))?.Id;

    /// <summary>Ours on the same calendar: another registration's are not shown to us.</summary>
    private async Task RemoveOrphansAsync(string? resource, CancellationToken cancellationToken)
    {
        for (var page = await client.Subscriptions.GetAsync(cancellationToken: cancellationToken); page is not null;)
        {
            foreach (var orphan in (page.Value ?? []).Where(one => IsSameResource(one.Resource, resource)))
                await DeleteAsync(orphan.Id!, cancellationToken);

            page = page.OdataNextLink is { } next ? await client.Subscriptions.WithUrl(next).GetAsync(cancellationToken: cancellationToken) : null;
        }
    }

    private async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await client.Subscriptions[id].DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsNotFound: true })
        {
            // Gone is what was wanted.
        }
    }

    private static bool IsSameResource(string? one, string? other) =>
        string.Equals(one?.Trim('/'), other?.Trim('/'), StringComparison.OrdinalIgnoreCase);
}
