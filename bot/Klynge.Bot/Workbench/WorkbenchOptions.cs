namespace Klynge.Bot.Workbench;

/// <summary>Whom the workbench claims to be, and how much it remembers.</summary>
public sealed class WorkbenchOptions
{
    /// <summary>The bot's app id; Teams calls the bot <c>28:</c> and this. From <c>MicrosoftAppId</c> where that is set.</summary>
    public string BotAppId { get; set; } = "7f1d4c0a-52b8-4f0e-9c55-0d6b1a2e3f40";

    /// <summary>The name under which the bot is installed, and is mentioned.</summary>
    public string BotName { get; set; } = "Klynge";

    /// <summary>The tenant of every person. From <c>MicrosoftAppTenantId</c> where that is set.</summary>
    public string TenantId { get; set; } = "0d3a9f2e-6c41-4b7d-8e90-5a1f7c2b6d38";

    /// <summary>The forums' chats are those of meetings called in Outlook, which Teams says on whatever comes from them.</summary>
    public bool ChatsAreMeetings { get; set; }

    /// <summary>Messages kept per chat; the oldest go first, and updating one that is gone is 404, as in Teams.</summary>
    public int MessagesPerChat { get; set; } = 500;

    /// <summary>How long the bot may take to answer before Teams gives up on it.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(15);
}
