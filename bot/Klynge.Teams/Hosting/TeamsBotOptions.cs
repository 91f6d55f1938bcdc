using Klynge.Teams.Activities;
using Microsoft.Extensions.Options;

namespace Klynge.Teams.Hosting;

/// <summary>The bot's registration and what it trusts. The names of the Bot Framework's own settings stand at the root.</summary>
public sealed class TeamsBotOptions
{
    /// <summary>Setting <c>MicrosoftAppType</c>.</summary>
    public BotAppType AppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>Setting <c>MicrosoftAppId</c>: the audience of inbound tokens. While it is empty every token is refused.</summary>
    public string AppId { get; set; } = "";

    /// <summary>Setting <c>MicrosoftAppPassword</c>. Without it a SingleTenant bot signs in with a managed identity (federated).</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>Setting <c>MicrosoftAppTenantId</c>.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Setting <c>BotOpenIdMetadata</c>: where the channel's signing keys are. Plain http only for loopback.</summary>
    public Uri OpenIdMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Setting <c>{section}:ValidIssuers</c>, comma-separated; Azure Bot Service is moving to tokens issued by Entra.</summary>
    public IReadOnlyList<string> ValidIssuers { get; set; } = ["https://api.botframework.com"];

    /// <summary>Setting <c>{section}:AllowedTenants</c>, comma-separated; by default the bot's own. Empty allows every tenant.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>
    /// Setting <c>{section}:AllowedChannels</c>, comma-separated. The token of a registered bot is endorsed for every channel that is
    /// turned on for it, and some of them (<c>directline</c>, <c>webchat</c>) hand on whatever sender a client names.
    /// </summary>
    public IReadOnlyList<string> AllowedChannels { get; set; } = [Channels.Teams];

    /// <summary>
    /// Setting <c>{section}:AllowedServiceHosts</c>, comma-separated hosts (<c>host</c>, <c>host:port</c>, <c>*.domain</c>) in place
    /// of the public cloud's, such as for a government cloud. Development adds loopback.
    /// </summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; set; } =
        ["*.botframework.com", "smba.trafficmanager.net", "*.teams.microsoft.com"];

    /// <summary>Setting <c>{section}:AllowAnonymous</c>: accept callers without a token, in Development and from loopback only.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>
    /// Setting <c>{section}:FederatedIdentityClientId</c>: the user-assigned identity that vouches for a SingleTenant bot without a
    /// password; empty is the system-assigned one.
    /// </summary>
    public string FederatedIdentityClientId { get; set; } = "";

    /// <summary>Setting <c>{section}:RequestsPerPerson</c>: activities a minute from one sender; 0 for no limit.</summary>
    public int RequestsPerPerson { get; set; } = 120;

    /// <summary>Setting <c>{section}:RequestsPerTenant</c>: activities a minute from one tenant; 0 for no limit.</summary>
    public int RequestsPerTenant { get; set; } = 6000;

    /// <summary>What a person over the limit is told, once a minute in a chat and at every pressed button.</summary>
    public string TooManyRequests { get; set; } = "That was too much at once. Wait a minute and try again.";

    /// <summary>What a person is told at a pressed button when the bot itself has failed.</summary>
    public string TurnFailed { get; set; } = "Something went wrong here. Try again in a while.";

    /// <summary>The environment is Development, the only one that trusts loopback.</summary>
    public bool IsDevelopment { get; set; }

    internal bool AcceptsAnonymous => AllowAnonymous && IsDevelopment;
}

/// <summary>How the bot is registered. Multi-tenant bots can no longer be created.</summary>
public enum BotAppType
{
    /// <summary>An app registration of one tenant, with a secret or a federated managed identity.</summary>
    SingleTenant,

    /// <summary>The bot is a managed identity itself; there is no secret.</summary>
    UserAssignedMSI,
}

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
