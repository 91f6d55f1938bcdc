using Microsoft.Extensions.Options;

namespace Klynge.Teams.Hosting;

/// <summary>Contradictions that would otherwise show at the first message, or never.</summary>
internal sealed class TeamsBotOptionsValidator : IValidateOptions<TeamsBotOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsBotOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(TeamsBotOptions options)
    {
        if (options is { AppType: BotAppType.UserAssignedMSI, AppPassword: not "" })
            yield return "MicrosoftAppPassword must not be set for UserAssignedMSI: the managed identity has no secret.";
        if (options is { AppType: BotAppType.SingleTenant, AppId: not "", TenantId: "" })
            yield return "MicrosoftAppTenantId is needed for SingleTenant.";
        if (!IsSecure(options.OpenIdMetadata))
            yield return "BotOpenIdMetadata must be https; plain http is for loopback only.";
        if (options.AllowedChannels.Count == 0)
            yield return "At least one channel is needed.";
        if (options.ValidIssuers.Count == 0)
            yield return "At least one issuer is needed.";
        if (options.RequestsPerPerson < 0 || options.RequestsPerTenant < 0)
            yield return "RequestsPerPerson and RequestsPerTenant count a minute's activities, or are 0 for no limit.";
        foreach (var host in options.AllowedServiceHosts.Where(host => !IsHostPattern(host)))
            yield return $"'{host}' in AllowedServiceHosts is no host name, host:port or *.domain.";
    }

    internal static bool IsSecure(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);

    private static bool IsHostPattern(string host)
    {
        // "*.net" would hand the token to half the internet.
        if (host.StartsWith("*.", StringComparison.Ordinal))
            return host.Count('.') >= 2 && Uri.CheckHostName(host[2..]) == UriHostNameType.Dns;
        return !host.Contains('/', StringComparison.Ordinal)
            && Uri.TryCreate($"https://{host}", UriKind.Absolute, out var uri)
            && uri is { UserInfo: "", Query: "", Fragment: "" };
    }
}
