using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Hosting;

/// <summary>Validates the channel's token. No claim is read before signature, issuer, audience and lifetime hold.</summary>
internal sealed class TokenCheck
{
    internal static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly SigningKeys _keys;
    private readonly TimeProvider _time;
    private readonly ValidatedTokens _validated;
    private readonly TokenValidationParameters _rules;

    public TokenCheck(SigningKeys keys, TeamsBotOptions options, TimeProvider time)
    {
        (_keys, _time, _validated) = (keys, time, new ValidatedTokens(time));
        _rules = new TokenValidationParameters
        {
            ValidIssuers = options.ValidIssuers,
            ValidAudience = options.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        };
    }

    public async ValueTask<(Caller? Caller, Refusal Refusal)> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var keys = await _keys.GetAsync(cancellationToken);
        if (keys is null)
            return (null, Refusal.KeysUnavailable);
        if (_validated.Find(token, keys) is { } known)
            return (known, default);

        var result = await ValidateAsync(token, keys);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await _keys.RefreshAsync(keys, cancellationToken) is { } fresh)
        {
            keys = fresh;
            result = await ValidateAsync(token, keys);
        }

        return result.IsValid ? ReadClaims(token, (JsonWebToken)result.SecurityToken, keys) : (null, Refusal.TokenInvalid);
    }

    private Task<TokenValidationResult> ValidateAsync(string token, KeySet keys)
    {
        var rules = _rules.Clone();
        rules.IssuerSigningKeys = keys.Keys;
        return _handler.ValidateTokenAsync(token, rules);
    }

    private (Caller?, Refusal) ReadClaims(string text, JsonWebToken token, KeySet keys)
    {
        if (IsSkillToken(token))
            return (null, Refusal.SkillToken);
        if (!token.TryGetPayloadValue("serviceurl", out string? serviceUrl) || string.IsNullOrEmpty(serviceUrl))
            return (null, Refusal.NoServiceUrlClaim);
        if (keys.EndorsementsOf(token.SigningKey?.KeyId) is not { Count: > 0 } endorsements)
            return (null, Refusal.KeyNotEndorsed);

        var caller = Caller.WithToken(serviceUrl, endorsements);
        _validated.Remember(text, keys, caller, new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew);
        return (caller, default);
    }

    /// <summary>A token that another bot got for itself in order to call this one names that bot; the channel's own names nobody.</summary>
    private bool IsSkillToken(JsonWebToken token) => NamesAnother(token, "appid") || NamesAnother(token, "azp");

    private bool NamesAnother(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out string? appId)
        && !string.Equals(appId, _rules.ValidAudience, StringComparison.OrdinalIgnoreCase);

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is not null && now <= until + Skew && (from is null || now >= from - Skew);
    }
}
