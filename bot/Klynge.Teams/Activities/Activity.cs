using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Teams.Cards;

namespace Klynge.Teams.Activities;

/// <summary>
/// One message of the Activity Protocol, in either direction. What a type does not use is null and left out on the wire;
/// what this record does not know is kept in <see cref="Extra"/>, so that a stored activity can be sent on unchanged.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or a type that a later version of the channel invents.</summary>
    public string? Type { get; init; }

    /// <summary>Given by the channel, unique within its conversation. The same id may be delivered twice.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where answers go. Trusted only after authentication: the bot's token is sent there.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Recipient { get; init; }

    /// <summary>For a card action: the id of the message that carries the card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The name of an invoke or event, one of <see cref="InvokeNames"/> or <see cref="EventNames"/>.</summary>
    public string? Name { get; init; }

    /// <summary><c>add</c> or <c>remove</c> (also <c>add-upgrade</c>, <c>remove-upgrade</c>) of an installation update.</summary>
    public string? Action { get; init; }

    /// <summary>The text as the channel sent it. A handler reads <see cref="Routing.TurnContext.Text"/> instead.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c>, <c>xml</c>; absent is markdown.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a phone shows in the notification of a message that is a card.</summary>
    public string? Summary { get; init; }

    public string? Locale { get; init; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>The payload of an invoke, event or <c>Action.Submit</c>; untrusted input of any shape.</summary>
    public JsonElement? Value { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>Fields that this record does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>The tenant as the channel states it, in the conversation or the channel data.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;

    /// <summary>What is left when who sent it, from which tenant, and who came and went is nobody's word but the client's.</summary>
    public Activity WithoutIdentities() => this with
    {
        From = Anonymous(From),
        Recipient = Anonymous(Recipient),
        MembersAdded = null,
        MembersRemoved = null,
        Conversation = Conversation is null ? null : Conversation with { TenantId = null },
        ChannelData = null,
    };

    private static ChannelAccount? Anonymous(ChannelAccount? account) =>
        account is null ? null : new ChannelAccount { Id = account.Id, Name = account.Name };

    /// <summary>A text message, shown word for word: it may quote what people wrote.</summary>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, TextFormat = "plain", Text = text };

    /// <summary>A text message in Markdown; what people wrote goes through <see cref="CardText.Escape"/> first.</summary>
    public static Activity Markdown(string text) => new() { Type = ActivityTypes.Message, TextFormat = "markdown", Text = text };

    /// <summary>A message that is one card.</summary>
    /// <param name="card">The card; its <see cref="AdaptiveCard.FallbackText"/> becomes the notification's text.</param>
    public static Activity Message(AdaptiveCard card) =>
        new() { Type = ActivityTypes.Message, Summary = card.FallbackText, Attachments = [Attachment.For(card)] };
}

/// <param name="Type"><c>like</c>, <c>heart</c>, <c>laugh</c>, …</param>
public sealed record MessageReaction(string? Type)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
