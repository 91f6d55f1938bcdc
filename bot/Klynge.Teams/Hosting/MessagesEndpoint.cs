using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.Teams.Hosting;

/// <summary>
/// One activity from the wire to its answer: who calls (401), can it be read (400, 413), may that caller send it (401), to that host, by
/// that channel and from that tenant (403), not too often (429), then the handler. A caller with a token has named all of them. Nothing of the body is read before the caller's token
/// holds, and nothing is answered with 200 before all of it is checked.
/// </summary>
internal sealed class MessagesEndpoint(
    CallerCheck callers,
    ServiceHosts hosts,
    SenderLimits limits,
    RecordLimit<RefusedFor> records,
    ActivityRouter router,
    TurnDeduplicator deliveries,
    ConnectorClient connector,
    TeamsBotOptions options,
    TimeProvider time,
    ILogger<MessagesEndpoint> logger,
    IRefusedActivities? refusals = null,
    IActivityDoor? door = null)
{
    /// <summary>A turn goes on when the channel hangs up, so that the repeated delivery finds its answer; but not for ever.</summary>
    internal static readonly TimeSpan MaxTurn = TimeSpan.FromMinutes(2);

    private const string RetryAfter = "60";

    /// <summary>Seconds: what was away for a moment is back by then.</summary>
    private const string RetryAfterOutage = "10";

    public async Task HandleAsync(HttpContext http)
    {
        var response = await AnswerAsync(http);
        http.Response.StatusCode = response.Status;
        if (response.Status == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = RetryAfter;
        if (response.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = RetryAfterOutage;
        if (response.Body.IsEmpty)
            return;

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = response.Body.Length;
        await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
    }

    private async Task<InvokeResponse> AnswerAsync(HttpContext http)
    {
        var (caller, refusal) = await callers.CheckAsync(http);
        if (caller is null)
            return Refuse(refusal);
        if (door is not null)
            return await EnterAsync(door, caller, http);

        var (activity, unread) = await ActivityReader.ReadAsync(http);
        return activity is null ? unread : await AnswerAsync(caller, activity, http);
    }

    private async Task<InvokeResponse> EnterAsync(IActivityDoor other, Caller caller, HttpContext http)
    {
        try
        {
            return await other.EnterAsync(http, caller, activity => AnswerAsync(caller, activity, http));
        }
        catch (UnauthorizedAccessException)
        {
            return Refuse(Refusal.ClaimsDiffer);
        }
    }

    private async Task<InvokeResponse> AnswerAsync(Caller caller, Activity activity, HttpContext http)
    {
        if (!caller.MaySend(activity))
            return await RefuseOnRecordAsync(activity, Refusal.ClaimsDiffer, RefusedFor.Claims, http.RequestAborted);
        if (activity.ServiceUrl is { Length: > 0 } && !IsAllowedHost(activity, caller))
            return await RefuseOnRecordAsync(activity, Refusal.HostNotAllowed, RefusedFor.Host, http.RequestAborted);
        if (activity.ChannelId is { Length: > 0 } && !options.AllowedChannels.Contains(activity.ChannelId, StringComparer.Ordinal))
            return await RefuseOnRecordAsync(activity, Refusal.ChannelNotAllowed, RefusedFor.Channel, http.RequestAborted);

        // Nobody has a token on the developer's own machine, and there anybody may be anybody.
        var believed = caller.IsAnonymous || Channels.ProvesPeople(activity.ChannelId) ? activity : activity.WithoutIdentities();
        if (!IsAllowedTenant(believed))
            return await RefuseOnRecordAsync(activity, Refusal.TenantNotAllowed, RefusedFor.Tenant, http.RequestAborted);
        if (!ActivityRouter.Routes(believed.Type!))
            return InvokeResponse.Ok;
        if (ActivityReader.Flaw(believed) is { } flaw)
            return InvokeResponse.BadRequest(flaw);
        if (!limits.Allows(believed))
            return await SlowDownAsync(believed, http.RequestAborted);

        return await TurnAsync(believed, http);
    }

    /// <summary>
    /// Somebody may be trying to be a member, or to have the bot's token sent elsewhere, so it is on record; a flood fills no log, whatever
    /// names it comes under: all callers count together, for whoever is refused has proven no name to be counted by.
    /// </summary>
    private async Task<InvokeResponse> RefuseOnRecordAsync(Activity activity, Refusal refusal, RefusedFor why, CancellationToken cancellationToken)
    {
        if (refusals is not null && records.MayRecord(why))
            await refusals.RecordAsync(activity, why, cancellationToken);
        return Refuse(refusal);
    }

    private async Task<InvokeResponse> TurnAsync(Activity activity, HttpContext http)
    {
        try
        {
            return TurnKey.From(activity) is { } key
                ? await deliveries.RunAsync(key, () => DispatchAsync(activity, http), http.RequestAborted)
                : await DispatchAsync(activity, http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return InvokeResponse.Ok; // Nobody is listening any more.
        }
        catch (ConnectorException e) when (activity.Type is not ActivityTypes.Invoke && StatusAfter(e.Failure) is { } status)
        {
            logger.AnswerNotTaken(activity.Type!, activity.Id, e.Failure);
            return new InvokeResponse(status, ReadOnlyMemory<byte>.Empty);
        }
        catch (TurnUnavailableException e)
        {
            logger.TurnPutOff(activity.Type!, activity.Id, e.GetBaseException().GetType().FullName!);
            return InvokeResponse.Unavailable(e.Message);
        }
        catch (Exception e)
        {
            // The message of an exception may quote what a person wrote; its type and the stack do not.
            logger.TurnFailed(activity.Type!, activity.Id, e.GetType().FullName!, e.StackTrace);
            if (activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction })
                return CardActionResponse.ServerError(nameof(options.TurnFailed), options.TurnFailed).ToInvokeResponse();
            return new InvokeResponse(StatusCodes.Status500InternalServerError, ReadOnlyMemory<byte>.Empty);
        }
    }

    private async Task<InvokeResponse> DispatchAsync(Activity activity, HttpContext http)
    {
        using var limit = new CancellationTokenSource(MaxTurn, time);
        return await router.DispatchAsync(new TurnContext(activity, connector, http.RequestServices), limit.Token);
    }

    private bool IsAllowedHost(Activity activity, Caller caller) =>
        hosts.TryGet(activity.ServiceUrl, out var service) && (!caller.IsAnonymous || service.IsLoopback);

    private bool IsAllowedTenant(Activity activity)
    {
        if (options.AllowedTenants.Count == 0)
            return true;

        var (stated, also) = (activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id);
        return (stated ?? also) is not null && IsListed(stated) && IsListed(also);

        bool IsListed(string? tenant) => tenant is null || options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A pressed button shows its refusal, with what was typed still in the card; who writes is told once. Neither counts as delivered,
    /// so what the channel brings again later is handled then.
    /// </summary>
    private async Task<InvokeResponse> SlowDownAsync(Activity activity, CancellationToken cancellationToken)
    {
        var refused = Refuse(Refusal.TooManyRequests);
        if (activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction })
            return CardActionResponse.Error(nameof(Refusal.TooManyRequests), options.TooManyRequests).ToInvokeResponse();
        if (activity.Type is ActivityTypes.Message && limits.MaySaySo(activity))
            await TrySayAsync(activity, cancellationToken);
        return refused;
    }

    private async Task TrySayAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            await connector.ReplyAsync(
                ConversationReference.From(activity), null, Activity.Message(options.TooManyRequests), TurnContext.MaxReply, cancellationToken);
        }
        catch (ConnectorException e)
        {
            logger.NotToldToSlowDown(e.Failure);
        }
    }

    private InvokeResponse Refuse(Refusal refusal)
    {
        logger.Refused(refusal);
        TeamsTelemetry.Refused(refusal.ToString());
        return new InvokeResponse(StatusOf(refusal), ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>
    /// The turn is done, only its answer found nobody: bringing the activity again would not help, or not yet. Null where the channel
    /// or the bot is in trouble, which is a failure.
    /// </summary>
    private static int? StatusAfter(ConnectorFailure failure) => failure switch
    {
        ConnectorFailure.Throttled => StatusCodes.Status429TooManyRequests,
        ConnectorFailure.Gone or ConnectorFailure.Undeliverable or ConnectorFailure.TooLarge or ConnectorFailure.Refused => StatusCodes.Status200OK,
        _ => null,
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.TenantNotAllowed or Refusal.HostNotAllowed or Refusal.ChannelNotAllowed => StatusCodes.Status403Forbidden,
        Refusal.TooManyRequests => StatusCodes.Status429TooManyRequests,
        Refusal.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status401Unauthorized,
    };
}
