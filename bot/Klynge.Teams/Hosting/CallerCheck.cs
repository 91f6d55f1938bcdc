using Klynge.Teams.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.Teams.Hosting;

/// <summary>
/// Who calls: a channel with a token, or, where the setting and Development allow it, somebody on this machine without one.
/// </summary>
internal sealed class CallerCheck
{
    private const string Scheme = "Bearer ";
    private readonly TokenCheck _tokens;
    private readonly TeamsBotOptions _options;

    public CallerCheck(TokenCheck tokens, TeamsBotOptions options, ILogger<CallerCheck> logger)
    {
        (_tokens, _options) = (tokens, options);
        if (options.AppId.Length == 0 && !options.AcceptsAnonymous)
            logger.NobodyCanCall();
    }

    public ValueTask<(Caller? Caller, Refusal Refusal)> CheckAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count == 0)
            return new(CheckAnonymous(http));
        if (_options.AppId.Length == 0)
            return new((null, Refusal.NotRegistered));
        if (header is not [{ Length: > 7 } value] || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new((null, Refusal.TokenInvalid));
        return _tokens.CheckAsync(value[Scheme.Length..].Trim(), http.RequestAborted);
    }

    private (Caller?, Refusal) CheckAnonymous(HttpContext http)
    {
        if (!_options.AcceptsAnonymous)
            return (null, Refusal.NoToken);
        return IsFromThisMachine(http) ? (Caller.Anonymous, default) : (null, Refusal.AnonymousNotLocal);
    }

    /// <summary>
    /// A loopback address alone is not enough: a web page in the developer's browser reaches loopback too, as a foreign origin or with a
    /// form's content type.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http)
    {
        var origin = http.Request.Headers.Origin;
        return OwnMachine.Sent(http) && (origin.Count == 0 || (origin.Count == 1 && OwnMachine.IsOwnOrigin(origin[0]))) && http.Request.HasJsonContentType();
    }
}

/// <summary>What a validated token says, or nobody in particular on the developer's own machine.</summary>
internal sealed class Caller
{
    private readonly string _serviceUrl;
    private readonly IReadOnlyCollection<string> _endorsements;

    private Caller(bool isAnonymous, string serviceUrl, IReadOnlyCollection<string> endorsements) =>
        (IsAnonymous, _serviceUrl, _endorsements) = (isAnonymous, serviceUrl, endorsements);

    public static Caller Anonymous { get; } = new(isAnonymous: true, "", []);

    public bool IsAnonymous { get; }

    /// <param name="serviceUrl">The token's claim.</param>
    /// <param name="endorsements">The channels that the signing key may speak for.</param>
    public static Caller WithToken(string serviceUrl, IReadOnlyCollection<string> endorsements) =>
        new(isAnonymous: false, serviceUrl, endorsements);

    /// <summary>
    /// The token must be for this very service URL, and its key endorsed for this channel: else a token of one channel could
    /// be used to speak as another, or to make the bot send its own token elsewhere. What is missing is a refusal.
    /// </summary>
    public bool MaySend(Activity activity) => IsAnonymous
        || (activity is { ServiceUrl.Length: > 0, ChannelId.Length: > 0 }
            && string.Equals(_serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            && _endorsements.Contains(activity.ChannelId, StringComparer.Ordinal));
}

/// <summary>Why a caller was turned away: for the log alone, the caller learns the status only.</summary>
internal enum Refusal
{
    NoToken,
    AnonymousNotLocal,
    NotRegistered,
    TokenInvalid,
    SkillToken,
    NoServiceUrlClaim,
    KeyNotEndorsed,
    ClaimsDiffer,
    TenantNotAllowed,
    HostNotAllowed,
    ChannelNotAllowed,
    KeysUnavailable,
    TooManyRequests,
}

/// <summary>
/// Keeps a record of what a caller brought that holds a token, or sits on the developer's own machine, and that was not let in. Who has no
/// token is anybody, and is counted only. It is asked a few times a minute at most, whoever sends how much.
/// </summary>
public interface IRefusedActivities
{
    /// <param name="activity">Nothing of it is proven but what the token says: the service URL, and that the key speaks for the channel.</param>
    /// <param name="why">What it was refused for.</param>
    /// <param name="cancellationToken">The channel has hung up.</param>
    Task RecordAsync(Activity activity, RefusedFor why, CancellationToken cancellationToken);
}

public enum RefusedFor
{
    /// <summary>Another channel than those that are let in.</summary>
    Channel = 1,

    /// <summary>A service URL of a host that the bot does not answer to.</summary>
    Host,

    /// <summary>Another organisation.</summary>
    Tenant,

    /// <summary>The body names another service URL or channel than the token.</summary>
    Claims,
}
