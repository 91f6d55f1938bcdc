using System.Text.Json;

namespace Klynge.Functions.Protocol;

/// <summary>What the Functions host posts: <c>{"Data":{"binding":…},"Metadata":{…}}</c>.</summary>
internal sealed class Invocation
{
    private readonly JsonElement _data;

    private Invocation(JsonElement data) => _data = data;

    /// <exception cref="BadHttpRequestException">It is not an invocation.</exception>
    internal static async Task<Invocation> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Data", out var data) && data.ValueKind == JsonValueKind.Object
                ? new Invocation(data.Clone())
                : throw new BadHttpRequestException("The invocation has no Data.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The invocation is not JSON.", exception);
        }
    }

    /// <summary>The value of a binding by its name in <c>function.json</c>.</summary>
    /// <exception cref="BadHttpRequestException">There is none.</exception>
    internal JsonElement Data(string binding) =>
        _data.TryGetProperty(binding, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : throw new BadHttpRequestException($"The invocation has no value for the binding '{binding}'.");
}
