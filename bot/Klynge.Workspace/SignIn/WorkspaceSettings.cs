using Microsoft.Extensions.Configuration;

namespace Klynge.Workspace.SignIn;

/// <summary>How people sign in to the workspace of a tenant. Nothing needs to be set: the bot's own registration serves.</summary>
/// <param name="AppId">The bot's app id.</param>
/// <param name="TenantId">The bot's own tenant.</param>
/// <param name="PublicUrl">Where people reach the host.</param>
public sealed record WorkspaceSettings(string AppId, string TenantId, Uri PublicUrl)
{
    /// <summary><c>Klynge:Workspace:Authority</c>: who says who somebody is; by default Entra, for the bot's tenant.</summary>
    public required Uri Authority { get; init; }

    /// <summary><c>Klynge:Workspace:ClientId</c>: the registration that a browser signs in by; by default the bot's.</summary>
    public required string ClientId { get; init; }

    /// <summary><c>Klynge:Workspace:ClientSecret</c>: by default the bot's. Null: there is none, and the workspace is opened in Teams alone.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The authority is a tenant of Entra, whose tokens of version 1 name another issuer than its metadata.</summary>
    public bool IsEntra { get; init; }

    /// <summary>What a token that Teams got for the workspace's page is for; the manifest's <c>webApplicationInfo</c> asks for the same.</summary>
    public string Audience => $"api://{PublicUrl.IdnHost}/botid-{AppId}";

    /// <exception cref="UriFormatException">The authority is no address; the checks before the start say so first.</exception>
    public static WorkspaceSettings Read(IConfiguration configuration, Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (app, tenant) = (configuration["MicrosoftAppId"]?.Trim() ?? string.Empty, configuration["MicrosoftAppTenantId"]?.Trim() ?? string.Empty);
        var authority = Given(configuration["Klynge:Workspace:Authority"]);
        return new(app, tenant, publicUrl)
        {
            Authority = new Uri(authority ?? $"https://login.microsoftonline.com/{tenant}/v2.0"),
            IsEntra = authority is null,
            ClientId = Given(configuration["Klynge:Workspace:ClientId"]) ?? app,
            ClientSecret = Given(configuration["Klynge:Workspace:ClientSecret"]) ?? Given(configuration["MicrosoftAppPassword"]),
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
