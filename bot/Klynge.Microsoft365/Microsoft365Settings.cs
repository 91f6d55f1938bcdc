using Klynge.Domain.Common;
using Klynge.Microsoft365.Graph;
using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365;

/// <summary>Where Graph is, who the bot is there, and where Graph reaches the bot. A class, so that nothing prints the identity by accident.</summary>
public sealed class Microsoft365Settings
{
    private static readonly Uri PublicCloud = new("https://graph.microsoft.com/v1.0");

    public required Microsoft365Mode Mode { get; init; }

    /// <summary>Setting <c>Klynge:GraphUrl</c>, with version and without a slash at its end; a government cloud's in place of the public one's.</summary>
    public Uri GraphUrl { get; init; } = PublicCloud;

    public required GraphIdentity Identity { get; init; }

    /// <summary>
    /// Where Graph posts changes: <c>/api/graph/notifications</c> below <c>Klynge:WebhookUrl</c>, where the functions take them, or
    /// <c>Klynge:PublicUrl</c>.
    /// </summary>
    public required Uri NotificationUrl { get; init; }

    /// <summary>Where Graph posts what becomes of the subscriptions themselves.</summary>
    public required Uri LifecycleUrl { get; init; }

    /// <summary>Seconds before the first retry of a call that Graph throttles without saying for how long; doubled each time.</summary>
    public int RetryDelay { get; init; } = 2;

    /// <summary>A stand-in is asked for, and none that is running already is named.</summary>
    public bool NeedsFakeGraph => Mode == Microsoft365Mode.Simulated && !GraphUrl.IsLoopback;

    /// <param name="configuration">The root: the Bot Framework's own settings stand there, and <c>Microsoft365</c> beside them.</param>
    /// <param name="publicUrl">Where the host is reached.</param>
    public static Result<Microsoft365Settings> Read(IConfiguration configuration, Uri publicUrl)
    {
        var isLocal = string.IsNullOrEmpty(configuration["MicrosoftAppId"]);
        var setting = configuration["Microsoft365"]?.Trim();
        if (string.IsNullOrEmpty(setting) || Is(setting, "off"))
            return Create(Microsoft365Mode.Off, PublicCloud, publicUrl, GraphIdentity.None);

        if (Is(setting, "tenant"))
            return ReadTenant(configuration, publicUrl, isLocal);

        var isAddress = Uri.TryCreate(setting, UriKind.Absolute, out var address) && address is { IsLoopback: true, Scheme: "http", UserInfo: "" };
        if (!isAddress && !Is(setting, "simulated"))
            return new UnknownMicrosoft365();

        return isLocal ? Create(Microsoft365Mode.Simulated, address ?? PublicCloud, publicUrl, GraphIdentity.Simulated) : new SimulatedInTenant();
    }

    /// <summary>The same against a stand-in that has been started meanwhile; nothing is connected without one.</summary>
    public Microsoft365Settings At(Uri? standIn, Uri publicUrl) => standIn is null
        ? Create(Microsoft365Mode.Off, PublicCloud, publicUrl, GraphIdentity.None)
        : Create(Mode, standIn, publicUrl, Identity);

    private static Result<Microsoft365Settings> ReadTenant(IConfiguration configuration, Uri publicUrl, bool isLocal)
    {
        if (isLocal || string.IsNullOrEmpty(configuration["MicrosoftAppTenantId"]))
            return new TenantIsMissing();

        var graph = configuration["Klynge:GraphUrl"] is { Length: > 0 } given ? given.TrimEnd('/') : PublicCloud.ToString();
        if (!Uri.TryCreate(graph, UriKind.Absolute, out var url) || !GraphHosts.IsCloud(url))
            return new NotAGraphHost();

        var webhooks = Uri.TryCreate(configuration["Klynge:WebhookUrl"], UriKind.Absolute, out var own) ? own : publicUrl;
        return webhooks.Scheme == Uri.UriSchemeHttps
            ? Create(Microsoft365Mode.Tenant, url, webhooks, GraphIdentity.Read(configuration))
            : new NotificationsNeedHttps(webhooks);
    }

    private static Microsoft365Settings Create(Microsoft365Mode mode, Uri graph, Uri publicUrl, GraphIdentity identity) => new()
    {
        Mode = mode,
        GraphUrl = graph,
        Identity = identity,
        NotificationUrl = new Uri(publicUrl, "/api/graph/notifications"),
        LifecycleUrl = new Uri(publicUrl, "/api/graph/lifecycle"),
    };

    private static bool Is(string setting, string name) => string.Equals(setting, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Setting <c>Microsoft365</c>: what the bot's ports to Outlook, SharePoint and mail are connected to.</summary>
public enum Microsoft365Mode
{
    /// <summary>Nothing: meetings, apologies and documents are what stands here.</summary>
    Off = 0,

    /// <summary>Microsoft Graph, as the bot's own registration.</summary>
    Tenant = 1,

    /// <summary>A stand-in on this machine that plays Graph; local mode only.</summary>
    Simulated = 2,
}
