using Klynge.Teams.Activities;

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

    /// <summary>The environment is Development, the only one that trusts loopback.</summary>
    public bool IsDevelopment { get; set; }

    internal bool AcceptsAnonymous => AllowAnonymous && IsDevelopment;
}
