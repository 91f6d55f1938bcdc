using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Microsoft.AspNetCore.Http;

namespace Klynge.Teams.Hosting;

/// <summary>Reads the body, at most 256 KB of it, into an activity.</summary>
internal static class ActivityReader
{
    internal const int MaxBytes = 256 * 1024;
    private static readonly InvokeResponse TooLarge = new(StatusCodes.Status413PayloadTooLarge, ReadOnlyMemory<byte>.Empty);

    /// <returns>The activity with a type, or the answer that says why there is none.</returns>
    public static ValueTask<(Activity? Activity, InvokeResponse Otherwise)> ReadAsync(HttpContext http) => ReadAsync(http, Parse);

    /// <summary>Reads the body with another reader than <see cref="Parse"/>.</summary>
    /// <param name="parse">The body is gone once it returns.</param>
    public static async ValueTask<(T? Activity, InvokeResponse Otherwise)> ReadAsync<T>(
        HttpContext http, Func<ReadOnlySequence<byte>, (T?, InvokeResponse)> parse)
        where T : class
    {
        if (http.Request.ContentLength > MaxBytes)
            return (null, TooLarge);

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
                return (null, Done(reader, read, TooLarge));
            if (read.IsCompleted)
            {
                var parsed = parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <returns>A short English sentence for the machine, or null when the activity can be led to a handler.</returns>
    public static string? Flaw(Activity activity) => activity switch
    {
        { ServiceUrl: null or "" } => "serviceUrl is missing.",
        { ChannelId: null or "" } => "channelId is missing.",
        { Conversation: null or { Id: null or "" } } => "conversation.id is missing.",
        { From: null or { Id: null or "" } } => "from.id is missing.",
        _ when !ConnectorPaths.IsId(activity.Conversation.Id) => "conversation.id is no id.",
        _ when !ConnectorPaths.IsId(activity.From.Id) => "from.id is no id.",
        _ when activity.Id is { Length: > 0 } id && !ConnectorPaths.IsId(id) => "id is no id.",
        _ when activity.ReplyToId is { Length: > 0 } id && !ConnectorPaths.IsId(id) => "replyToId is no id.",
        _ => null,
    };

    public static (Activity?, InvokeResponse) Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            var activity = JsonSerializer.Deserialize(ref json, ActivityJson.Context.Activity);
            if (activity is not { Type.Length: > 0 } || !IsAtEnd(ref json))
                return (null, InvokeResponse.BadRequest("The body is no activity with a type."));
            return (activity, InvokeResponse.Ok);
        }
        catch (JsonException)
        {
            return (null, InvokeResponse.BadRequest("The body is no activity in JSON."));
        }
    }

    private static bool IsAtEnd(ref Utf8JsonReader json) => !json.Read();

    private static InvokeResponse Done(PipeReader reader, ReadResult read, InvokeResponse response)
    {
        reader.AdvanceTo(read.Buffer.End);
        return response;
    }
}
