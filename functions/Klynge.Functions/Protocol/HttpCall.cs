using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Klynge.Functions.Protocol;

/// <summary>A request that came to the function app, as the Functions host passes it on. Everything in it is untrusted.</summary>
internal sealed class HttpCall
{
    private readonly Dictionary<string, string> _query;

    private HttpCall(Dictionary<string, string> query, string body) => (_query, Body) = (query, body);

    internal string Body { get; }

    /// <exception cref="BadHttpRequestException">It is no request.</exception>
    internal static HttpCall Read(JsonElement value)
    {
        var request = BindingValue.Unwrap(value);
        return request.ValueKind == JsonValueKind.Object
            ? new HttpCall(QueryOf(request), BodyOf(request))
            : throw new BadHttpRequestException("The request's value is no object.");
    }

    /// <returns>Null when it is not there; names are compared without regard to case.</returns>
    internal string? Query(string name) => _query.GetValueOrDefault(name);

    /// <summary>An object, an object in a string (often <c>"{}"</c>), or nothing: then what the address says.</summary>
    private static Dictionary<string, string> QueryOf(JsonElement request)
    {
        var query = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (request.TryGetProperty("Query", out var given) && BindingValue.Unwrap(given) is { ValueKind: JsonValueKind.Object } fields)
        {
            foreach (var field in fields.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String))
            {
                query[field.Name] = field.Value.GetString()!;
            }
        }

        if (query.Count == 0 && request.TryGetProperty("Url", out var url) && url.ValueKind == JsonValueKind.String
            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address))
        {
            foreach (var (name, values) in QueryHelpers.ParseQuery(address.Query))
            {
                query[name] = values.ToString();
            }
        }

        return query;
    }

    /// <summary>Text as it came; a host that has read it as JSON already passes on that.</summary>
    private static string BodyOf(JsonElement request)
    {
        if (!request.TryGetProperty(nameof(Body), out var body) || body.ValueKind == JsonValueKind.Null)
        {
            return string.Empty;
        }

        return body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();
    }
}
