using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Http;

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
