using Klynge.Teams.Cards;

namespace Klynge.Teams.Activities;

/// <summary>
/// What a card action comes to. For an <c>Action.Execute</c> it is the invoke's body (HTTP stays 200, the client reads
/// <see cref="StatusCode"/>); for its fallback <c>Action.Submit</c> the router sends the card or the text as a message.
/// </summary>
public sealed record CardActionResponse
{
    internal const string MessageType = "application/vnd.microsoft.activity.message";
    internal const string ErrorType = "application/vnd.microsoft.error";
    internal const string PreconditionFailedType = "application/vnd.microsoft.error.preconditionFailed";

    private CardActionResponse(int statusCode, string type) => (StatusCode, Type) = (statusCode, type);

    public int StatusCode { get; }

    public string Type { get; }

    /// <summary>The card that takes the old one's place, for the person who pressed.</summary>
    public AdaptiveCard? NewCard { get; private init; }

    /// <summary>The text shown to the person when there is no new card.</summary>
    public string? Text { get; private init; }

    /// <summary>The machine's name of an error.</summary>
    public string? Code { get; private init; }

    public static CardActionResponse Card(AdaptiveCard card) => new(200, Attachment.AdaptiveCardType) { NewCard = card };

    /// <summary>A short confirmation; the card stays as it is, with what was typed in it.</summary>
    public static CardActionResponse Message(string text) => new(200, MessageType) { Text = text };

    /// <summary>A refusal of what the person asked; the card stays as it is, with what was typed in it.</summary>
    public static CardActionResponse Error(string code, string text) => new(400, ErrorType) { Code = code, Text = text };

    /// <summary>The bot's own failure; the person may try again.</summary>
    public static CardActionResponse ServerError(string code, string text) => new(500, ErrorType) { Code = code, Text = text };

    /// <summary>The card is out of date: what it shows has changed since.</summary>
    public static CardActionResponse PreconditionFailed(string code, string text) =>
        new(412, PreconditionFailedType) { Code = code, Text = text };

    public InvokeResponse ToInvokeResponse() => new(200, CardJson.ToUtf8(this)) { Outcome = StatusCode };
}
