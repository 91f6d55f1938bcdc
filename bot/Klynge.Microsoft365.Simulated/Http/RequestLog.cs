using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>What was asked, and what of it Graph would not have taken. Bounded, because local mode runs for days.</summary>
internal sealed class RequestLog
{
    private const int Most = 20_000;

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<string> _unexpected = new();

    public IReadOnlyList<RecordedRequest> All => [.. _requests];

    public IReadOnlyList<string> Unexpected => [.. _unexpected];

    public void Add(RecordedRequest request) => Keep(_requests, request);

    public void Refuse(RecordedRequest request, string reason) => Keep(_unexpected, $"{request}: {reason}");

    private static void Keep<T>(ConcurrentQueue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > Most)
            queue.TryDequeue(out _);
    }
}

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">Decoded, without the query.</param>
/// <param name="Query">Names and decoded values.</param>
/// <param name="Headers">Names without regard to case; several values are joined with a comma.</param>
/// <param name="Body">Null for none, and for content that is no JSON.</param>
public sealed record RecordedRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public override string ToString() => $"{Method} {Path}";
}
