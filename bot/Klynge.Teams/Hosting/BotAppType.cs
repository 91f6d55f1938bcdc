namespace Klynge.Teams.Hosting;

/// <summary>How the bot is registered. Multi-tenant bots can no longer be created.</summary>
public enum BotAppType
{
    /// <summary>An app registration of one tenant, with a secret or a federated managed identity.</summary>
    SingleTenant,

    /// <summary>The bot is a managed identity itself; there is no secret.</summary>
    UserAssignedMSI,
}
