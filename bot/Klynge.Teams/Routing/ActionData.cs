using System.Globalization;
using System.Text.Json;

namespace Klynge.Teams.Routing;

/// <summary>
/// The data of a card action, read with suspicion: a value that is missing or of another type is null, never an exception.
/// Clients send numbers and ticks as text now and then, so those are read from text too.
/// </summary>
public sealed class ActionData(JsonElement? data)
{
    public static ActionData Empty { get; } = new(null);

    /// <summary>The raw value; <see cref="JsonValueKind.Undefined"/> when there was none.</summary>
    public JsonElement Json { get; } = data ?? default;

    /// <summary>The names of the values, for a card whose inputs are named after what they are about; one that is no text is left out.</summary>
    public IEnumerable<string> Names =>
        Json.ValueKind == JsonValueKind.Object ? Json.EnumerateObject().Select(NameOf).OfType<string>() : [];

    /// <summary>The text of a string, trimmed of nothing; null when it is no string or holds broken Unicode.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? ReadString(value) : null;

    public int? Integer(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        { ValueKind: JsonValueKind.String } value when int.TryParse(
            ReadString(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public bool? Flag(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(ReadString(value), out var flag) => flag,
        _ => null,
    };

    /// <summary>The values of a multi-select, which arrive joined by commas; empty when there is none.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private JsonElement? Find(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value : null;

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null; // As with a value.
        }
    }

    private static string? ReadString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // A lone surrogate such as "\ud800" is valid JSON and no text.
        }
    }
}
