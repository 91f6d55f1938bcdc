namespace Klynge.Application.Rights;

/// <summary>What lets a caller in over HTTP.</summary>
public enum Guard
{
    /// <summary>Nothing: there is nothing to see but that the program is there.</summary>
    None = 1,

    /// <summary>A token that the Bot Framework has signed for this bot; each activity then has the rights of its sender.</summary>
    ChannelToken,

    /// <summary>The secret that Microsoft Graph was given when the bot subscribed; what comes in is only a hint where to look.</summary>
    SubscriptionSecret,

    /// <summary>A secret in the address, which one person has made for themselves and can take away; it shows what that person may read today.</summary>
    PersonalSecret,

    /// <summary>Exists without a tenant only, and answers this machine alone: there anyone acts as anyone.</summary>
    LocalMode,

    /// <summary>A token that Entra has signed for this bot's own page in Teams, or that the browser is sent to fetch; what follows is the session.</summary>
    SignIn,
}
