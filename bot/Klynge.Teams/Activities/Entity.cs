using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>Metadata of a text; for this library above all a mention.</summary>
public sealed record Entity
{
    public const string MentionType = "mention";

    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The piece of the activity's text that is the mention, such as <c>&lt;at&gt;Klynge&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>A mention; put its <see cref="Text"/> into the message's text word for word, or Teams refuses the message.</summary>
    public static Entity Mention(ChannelAccount account) => new()
    {
        Type = MentionType,
        Mentioned = new ChannelAccount { Id = account.Id, Name = account.Name },
        Text = $"<at>{System.Net.WebUtility.HtmlEncode(account.Name)}</at>",
    };
}
