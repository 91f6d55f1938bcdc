using System.Text.Json;

namespace Klynge.Functions.Protocol;

/// <summary>The Functions host writes what it holds for JSON text as a string, and a queue's message as a string within a string.</summary>
internal static class BindingValue
{
    private const int Deepest = 3;

    /// <summary>What is inside the strings; text that is no JSON is itself.</summary>
    internal static JsonElement Unwrap(JsonElement value)
    {
        for (var depth = 0; depth < Deepest && value.ValueKind == JsonValueKind.String; depth++)
        {
            if (Parse(value.GetString()!) is not { } inner)
            {
                return value;
            }

            value = inner;
        }

        return value;
    }

    private static JsonElement? Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[' or '"', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // Text that begins like JSON.
        }
    }
}
