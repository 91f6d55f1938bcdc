using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Lays JSON out for people: an object without further objects in it is one line, so that lists of people read as tables.</summary>
internal static class BoardFileLayout
{
    private const int MaxLineLength = 260;

    /// <summary>Danish letters and quotation marks stay as they are; the file is no web page.</summary>
    private static readonly JsonSerializerOptions Scalars = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } json when OnOneLine(json) is { Length: <= MaxLineLength } line:
                text.Append(line);
                break;
            case JsonObject { Count: > 0 } json:
                Block(text, '{', '}', depth, [.. json.Select(property => (Label(property.Key), property.Value))]);
                break;
            case JsonArray { Count: > 0 } list:
                Block(text, '[', ']', depth, [.. list.Select(item => (string.Empty, item))]);
                break;
            default:
                text.Append(Scalar(node));
                break;
        }
    }

    private static string? OnOneLine(JsonObject json) => json.All(property => property.Value is JsonValue || IsSubstitutes(property.Key))
        ? $"{{ {string.Join(", ", json.Select(property => Label(property.Key) + (property.Value is JsonArray list ? $"[{string.Join(", ", list.Select(Scalar))}]" : Scalar(property.Value))))} }}"
        : null;

    /// <summary>A seat stays one line with its substitutes.</summary>
    private static bool IsSubstitutes(string name) => name == "substitutes";

    private static void Block(StringBuilder text, char open, char close, int depth, List<(string Label, JsonNode? Value)> entries)
    {
        text.Append(open);
        var separator = "\n";
        foreach (var (label, value) in entries)
        {
            text.Append(separator).Append(' ', (depth + 1) * 2).Append(label);
            Append(text, value, depth + 1);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', depth * 2).Append(close);
    }

    private static string Label(string name) => Scalar(JsonValue.Create(name)) + ": ";

    private static string Scalar(JsonNode? node) => node?.ToJsonString(Scalars) ?? "null";
}

/// <summary>What a key looks like: 1 to 40 of a–z, 0–9 and hyphen, beginning with a letter or a digit.</summary>
internal static class BoardKeys
{
    private const int MaxKeyLength = 40;

    internal static bool IsKey(string text) =>
        text.Length is > 0 and <= MaxKeyLength && text[0] != '-' && text.All(IsAllowed);

    /// <summary>The key that a text would have: »Direktørforum« is <c>direktoerforum</c>; null when nothing is left of it.</summary>
    internal static string? Suggest(string text)
    {
        var folded = DanishText.Fold(text).Replace(' ', '-');
        var key = new string([.. folded.Where(IsAllowed).SkipWhile(letter => letter == '-').Take(MaxKeyLength)]);
        return key.Length > 0 ? key : null;
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
