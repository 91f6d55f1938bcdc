using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>What one kind of request may look like. Whatever is not allowed here is unexpected.</summary>
public sealed class FakeRoute
{
    private readonly HashSet<string> _query = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _required = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _preferences = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _requiredPreferences = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _properties = new(StringComparer.Ordinal);
    private bool _isAnonymous;
    private bool _isRaw;

    /// <summary>Query options that may be there.</summary>
    public FakeRoute Query(params ReadOnlySpan<string> names) => Add(_query, names);

    /// <summary>Query options that must be there.</summary>
    public FakeRoute RequireQuery(params ReadOnlySpan<string> names)
    {
        Add(_query, names);
        return Add(_required, names);
    }

    /// <summary>Values of <c>Prefer</c> that may be there; <c>odata.maxpagesize=*</c> stands for any size.</summary>
    public FakeRoute Prefer(params ReadOnlySpan<string> values) => Add(_preferences, values);

    /// <summary>Values of <c>Prefer</c> that must be there.</summary>
    public FakeRoute RequirePrefer(params ReadOnlySpan<string> values)
    {
        Add(_preferences, values);
        return Add(_requiredPreferences, values);
    }

    /// <summary>Properties of the JSON body. A route without any takes no body.</summary>
    public FakeRoute Body(params ReadOnlySpan<string> properties) => Add(_properties, properties);

    /// <summary>Takes any content, unread.</summary>
    public FakeRoute RawBody()
    {
        _isRaw = true;
        return this;
    }

    /// <summary>An address that is its own permission: a token on it is refused, since it would be shown to another host.</summary>
    public FakeRoute Anonymous()
    {
        _isAnonymous = true;
        return this;
    }

    /// <summary>Whether a missing or wrong token is to be answered with 401.</summary>
    internal bool IsRefused(RecordedRequest request) => !_isAnonymous && request.Headers.GetValueOrDefault("Authorization") != $"Bearer {FakeGraph.Token}";

    /// <summary>What is wrong with a request; null for nothing.</summary>
    internal string? Check(RecordedRequest request, bool hasContent)
    {
        if (_isAnonymous && request.Headers.ContainsKey("Authorization"))
            return "a token was sent to an address that takes none";

        var preferences = (request.Headers.GetValueOrDefault("Prefer") ?? string.Empty)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return First("unknown query option", request.Query.Keys.Where(name => !_query.Contains(name)))
            ?? First("missing query option", _required.Where(name => !request.Query.ContainsKey(name)))
            ?? First("unknown preference", preferences.Where(value => !IsAllowed(value)))
            ?? First("missing preference", _requiredPreferences.Where(value => !preferences.Contains(value, StringComparer.OrdinalIgnoreCase)))
            ?? CheckBody(request, hasContent);
    }

    private string? CheckBody(RecordedRequest request, bool hasContent)
    {
        if (_isRaw)
            return null;

        if (_properties.Count == 0)
            return hasContent ? "a body where none is taken" : null;

        var isJson = MediaTypeHeaderValue.TryParse(request.Headers.GetValueOrDefault("Content-Type"), out var type) && type.MediaType == "application/json";
        return isJson && request.Body is JsonObject body
            ? First("unknown property", body.Select(pair => pair.Key).Where(name => !_properties.Contains(name)))
            : "no JSON object as body";
    }

    private bool IsAllowed(string preference) =>
        _preferences.Contains(preference) || _preferences.Contains($"{preference.Split('=')[0]}=*");

    private static string? First(string what, IEnumerable<string> names) => names.FirstOrDefault() is { } name ? $"{what} {name}" : null;

    private FakeRoute Add(HashSet<string> set, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            set.Add(name);

        return this;
    }
}
