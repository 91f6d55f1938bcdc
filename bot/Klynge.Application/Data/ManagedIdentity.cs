using Microsoft.Extensions.Configuration;

namespace Klynge.Application.Data;

/// <summary>Which managed identity signs in to a database without a password, as the bot's own settings say it.</summary>
public static class ManagedIdentity
{
    /// <returns>
    /// The bot's own (<c>UserAssignedMSI</c>), or the one that it signs in federated by. Null: the surroundings say, as on a developer's
    /// machine.
    /// </returns>
    public static string? ClientIdOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var isManaged = string.Equals(configuration["MicrosoftAppType"], "UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        var identity = configuration[isManaged ? "MicrosoftAppId" : "Klynge:FederatedIdentityClientId"];
        return string.IsNullOrEmpty(identity) ? null : identity;
    }
}
