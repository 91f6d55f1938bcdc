using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Klynge.Teams.Cards;

namespace Klynge.Teams.Activities;

/// <summary>
/// The answer to an invoke: the HTTP status and the bare JSON body. It is kept as bytes so that a repeated delivery gets
/// exactly the first answer.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON in UTF-8, or empty.</param>
public sealed record InvokeResponse(int Status, ReadOnlyMemory<byte> Body)
{
    public static InvokeResponse Ok { get; } = new(200, ReadOnlyMemory<byte>.Empty);

    /// <summary>What it came to for the person: a refused button travels in an answer of 200.</summary>
    internal int Outcome { get; init; } = Status;

    /// <summary>What the channel expects for an invoke that the bot does not know.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501, ReadOnlyMemory<byte>.Empty);

    public static InvokeResponse Json<T>(T value, JsonTypeInfo<T> typeInfo) =>
        new(200, JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>A refusal of the request itself, with a short JSON error.</summary>
    public static InvokeResponse BadRequest(string message) => Error(400, "BadRequest", message);

    /// <summary>It cannot be done right now; bring it again later.</summary>
    internal static InvokeResponse Unavailable(string message) => Error(503, "Unavailable", message);

    private static InvokeResponse Error(int status, string code, string message) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new ProtocolError(new ProtocolErrorBody(code, message)), ActivityJson.Context.ProtocolError));
}

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

/// <summary>An error as the Activity Protocol spells it, in both directions: <c>{"error":{"code","message"}}</c>.</summary>
public sealed record ProtocolError(ProtocolErrorBody? Error);

public sealed record ProtocolErrorBody(string? Code, string? Message);
