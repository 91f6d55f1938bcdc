using System.Globalization;
using System.Text.Json;

namespace Klynge.Teams.Tests.BotBuilder;

/// <summary>Where two activities differ, as paths.</summary>
internal static class SameFields
{
    public static List<string> Differences(JsonElement ours, JsonElement theirs)
    {
        var found = new List<string>();
        Compare(string.Empty, ours, theirs, found);
        return found;
    }

    private static void Compare(string path, JsonElement ours, JsonElement theirs, List<string> found)
    {
        switch (ours.ValueKind, theirs.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareObjects(path, ours, theirs, found);
                return;
            case (JsonValueKind.Array, JsonValueKind.Array) when ours.GetArrayLength() == theirs.GetArrayLength():
                foreach (var (index, one, other) in ours.EnumerateArray().Zip(theirs.EnumerateArray(), (one, other) => (one, other)).Select((pair, index) => (index, pair.one, pair.other)))
                    Compare($"{path}[{index.ToString(CultureInfo.InvariantCulture)}]", one, other, found);
                return;
            case (JsonValueKind.Number, JsonValueKind.Number) when ours.GetDouble().Equals(theirs.GetDouble()):
            case (var one, var other) when one == other && ours.GetRawText() == theirs.GetRawText():
            case (JsonValueKind.String, JsonValueKind.String) when TextOf(ours) == TextOf(theirs):
                return;
            default:
                found.Add($"{path}: {Short(ours)} / {Short(theirs)}");
                return;
        }
    }

    private static void CompareObjects(string path, JsonElement ours, JsonElement theirs, List<string> found)
    {
        var (one, other) = (Last(ours), Last(theirs));
        foreach (var name in one.Keys.Union(other.Keys, StringComparer.Ordinal))
            Compare($"{path}.{name}", one.GetValueOrDefault(name), other.GetValueOrDefault(name), found);
    }

    private static Dictionary<string, JsonElement> Last(JsonElement parent)
    {
        var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in parent.EnumerateObject())
            last[property.Name] = property.Value;
        return last;
    }

    /// <summary>Half a letter pair cannot be taken out as a text: it is compared as it is written.</summary>
    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    private static string Short(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "nothing" : element.GetRawText() is { Length: > 80 } text ? text[..80] : element.GetRawText();
}
