using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Klynge.Teams.Hosting;

/// <summary>Reads the options by the names that administrators know from the Bot Framework.</summary>
internal static class TeamsBotSettings
{
    /// <exception cref="FormatException">A setting cannot be read; the message names it.</exception>
    public static void Read(IConfiguration root, string section, IHostEnvironment environment, TeamsBotOptions options)
    {
        var own = root.GetSection(section);
        options.AppType = ReadAppType(root["MicrosoftAppType"]);
        options.AppId = root["MicrosoftAppId"]?.Trim() ?? "";
        options.AppPassword = root["MicrosoftAppPassword"]?.Trim() ?? "";
        options.TenantId = root["MicrosoftAppTenantId"]?.Trim() ?? "";
        options.OpenIdMetadata = ReadMetadata(root["BotOpenIdMetadata"], options.OpenIdMetadata);
        options.ValidIssuers = ReadList(own["ValidIssuers"]) ?? options.ValidIssuers;
        options.AllowedTenants = ReadList(own["AllowedTenants"]) ?? (options.TenantId.Length > 0 ? [options.TenantId] : []);
        options.AllowedChannels = ReadList(own["AllowedChannels"]) ?? options.AllowedChannels;
        options.AllowedServiceHosts = ReadList(own["AllowedServiceHosts"]) ?? options.AllowedServiceHosts;
        options.AllowAnonymous = own.GetValue("AllowAnonymous", defaultValue: false);
        options.FederatedIdentityClientId = own["FederatedIdentityClientId"]?.Trim() ?? "";
        options.RequestsPerPerson = own.GetValue("RequestsPerPerson", options.RequestsPerPerson);
        options.RequestsPerTenant = own.GetValue("RequestsPerTenant", options.RequestsPerTenant);
        options.IsDevelopment = environment.IsDevelopment();
    }

    private static BotAppType ReadAppType(string? value) => value?.Trim() switch
    {
        null or "" => BotAppType.SingleTenant,
        { } name when name.Equals(nameof(BotAppType.SingleTenant), StringComparison.OrdinalIgnoreCase) => BotAppType.SingleTenant,
        { } name when name.Equals(nameof(BotAppType.UserAssignedMSI), StringComparison.OrdinalIgnoreCase) => BotAppType.UserAssignedMSI,
        _ => throw new FormatException("MicrosoftAppType must be SingleTenant or UserAssignedMSI; Azure creates no others."),
    };

    private static Uri ReadMetadata(string? value, Uri otherwise)
    {
        if (string.IsNullOrWhiteSpace(value))
            return otherwise;
        return Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri)
            ? uri
            : throw new FormatException("BotOpenIdMetadata must be an absolute address.");
    }

    private static string[]? ReadList(string? value)
    {
        var entries = value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return entries is { Length: > 0 } ? entries : null;
    }
}
