namespace Klynge.Application.Forums.Sample;

/// <summary>
/// What the channel would tell of the sample council's chats and people, for a local start where Prøvebænk plays the channel.
/// Both sides take the ids from here: the bot to know the chats beforehand, the workbench to show them.
/// </summary>
/// <param name="ServiceUrl">Where the workbench's connector listens at this start.</param>
/// <param name="BotId">The bot's id in the channel: <c>28:…</c>.</param>
/// <param name="TenantId">The tenant of every sample person.</param>
public sealed record SampleChannel(string ServiceUrl, string BotId, string TenantId)
{
    public const string ChannelId = "msteams";

    /// <summary>The group chat of a forum.</summary>
    /// <param name="forum">The forum's key.</param>
    public static string ConversationOf(string forum) => $"19:proevebaenk-{forum}@thread.v2";

    /// <summary>The channel's id of a person's account.</summary>
    /// <param name="person">The person's key.</param>
    public static string UserOf(string person) => $"29:proevebaenk-{person}";
}
