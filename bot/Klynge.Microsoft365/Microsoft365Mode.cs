namespace Klynge.Microsoft365;

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
