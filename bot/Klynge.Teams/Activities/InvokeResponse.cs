using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
    public static InvokeResponse BadRequest(string message) =>
        new(400, JsonSerializer.SerializeToUtf8Bytes(
            new ProtocolError(new ProtocolErrorBody("BadRequest", message)), ActivityJson.Context.ProtocolError));
}
