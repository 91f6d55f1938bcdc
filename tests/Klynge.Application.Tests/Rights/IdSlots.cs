using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Cards;
using Klynge.Teams.Cards;
using Klynge.Testing;

namespace Klynge.Application.Tests.Rights;

/// <summary>A place in what a button sends that takes an id: a field's value, or its name where the card has a field for each record.</summary>
/// <param name="Field">Its name, with <c>*</c> where an id stands in it: <c>who*</c>.</param>
/// <param name="Place">Which id of the value: 1 is the first in <c>forum/meeting/seat</c>, 0 is the one in the name.</param>
/// <param name="Example">What a card wrote there; empty where people choose or search for it.</param>
internal sealed record IdSlot(string Verb, string Field, int Place, string Example)
{
    public override string ToString() => Place < 2 ? Field : $"{Field} ({Place})";
}

/// <summary>
/// Every field of every button that takes an id, read off the cards themselves: those that the board draws in answer to every command and
/// every button, and the sample cards of every builder. A new field is in the matrix as soon as a card draws it.
/// </summary>
internal static partial class IdSlots
{
    /// <summary>Ids in a value beyond these are of a list, and are treated as those before.</summary>
    private const int MaxPlaces = 3;

    internal static async Task<IReadOnlyList<IdSlot>> DrawnAsync(RightsBoard board, RightsChat chat)
    {
        var slots = new Dictionary<(string, string, int), IdSlot>();
        foreach (var right in RightsTable.All.Where(right => right is ButtonRight || right.GetType().IsGenericType))
        {
            var answer = (await chat.ShowAsync(right, RightsPeople.AnyOf(right)))[0];
            if (answer.Length > 0)
                Collect(JsonNode.Parse(answer), [], slots);
            board.PutBackIfChanged();
        }

        foreach (var sample in CardTests.Samples.Values)
            Collect(JsonNode.Parse(CardJson.Serialize(sample)), [], slots);

        return [.. slots.Values.OrderBy(slot => slot.Verb, StringComparer.Ordinal).ThenBy(slot => slot.Field, StringComparer.Ordinal).ThenBy(slot => slot.Place)];
    }

    /// <summary>The names of the fields that the code reads an id from, wherever it stands: a card that draws none of them any more may still lie in a chat.</summary>
    /// <remarks>A method that takes the name, such as <c>data.Meeting("target")</c>, is no field by itself.</remarks>
    internal static async Task<IReadOnlyList<string>> ReadAsync()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var constants = typeof(RightsTable).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
                .Select(field => (Name: $"{type.Name}.{field.Name}", Value: (string)field.GetRawConstantValue()!)))
            .ToLookup(constant => constant.Name, constant => constant.Value, StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "bot", "Klynge.Application"), "*.cs", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            foreach (var read in Read().Matches(text).Select(match => match.Groups[1].Value))
            {
                names.Add(read.StartsWith('"') ? read.Trim('"')
                    : constants[read].FirstOrDefault() ?? Regex.Match(text, $"const string {read} = \"(\\w+)\"").Groups[1].Value);
            }
        }

        return [.. names.Where(name => name.Length > 0)];
    }

    internal static string FieldOf(string name) => AnyId().Replace(name, "*");

    internal static string ReplaceIds(string text, Func<string, string> with) => AnyId().Replace(text, id => with(id.Value));

    internal static MatchCollection IdsIn(string text) => AnyId().Matches(text);

    /// <summary>The ids that were asked with may come back in a card.</summary>
    internal static string Mask(string text) => AnyIdAnywhere().Replace(text, "id");

    /// <summary>A button sends its own data, the fields of its card and of those around it.</summary>
    private static void Collect(JsonNode? node, IReadOnlyList<JsonObject> around, Dictionary<(string, string, int), IdSlot> slots)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var one in list)
                    Collect(one, around, slots);
                break;
            case JsonObject part:
                if ((string?)part["type"] == "Action.Execute")
                    CollectButton(part, around, slots);
                var inside = (string?)part["type"] == "AdaptiveCard" ? [.. around, .. Inputs(part["body"])] : around;
                foreach (var (_, value) in part.Where(pair => pair.Key is not ("fallback" or "data")))
                    Collect(value, inside, slots);
                break;
            default:
                break;
        }
    }

    private static void CollectButton(JsonObject button, IReadOnlyList<JsonObject> inputs, Dictionary<(string, string, int), IdSlot> slots)
    {
        var verb = (string)button["verb"]!;
        foreach (var (name, value) in button["data"] as JsonObject ?? new JsonObject())
            AddField(verb, name, TextOf(value), isTyped: false, slots);
        foreach (var input in (string?)button["associatedInputs"] == "none" ? [] : inputs)
        {
            var values = input["choices"] is JsonArray list ? list.Select(choice => choice?["value"]) : [];
            var example = values.Append(input["value"]).Select(TextOf).FirstOrDefault(value => AnyId().IsMatch(value)) ?? string.Empty;
            AddField(verb, (string)input["id"]!, example, isTyped: input["choices.data"] is not null, slots);
        }
    }

    private static string TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? (string)value! : string.Empty;

    private static void AddField(string verb, string name, string value, bool isTyped, Dictionary<(string, string, int), IdSlot> slots)
    {
        var field = FieldOf(name);
        if (field != name)
            slots.TryAdd((verb, field, 0), new IdSlot(verb, field, 0, value));
        var places = Math.Max(isTyped ? 1 : 0, Math.Min(MaxPlaces, AnyId().Count(value)));
        for (var place = 1; place <= places; place++)
            slots.TryAdd((verb, field, place), new IdSlot(verb, field, place, value));
    }

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Inputs),
        JsonObject part when (string?)part["type"] is "Action.ShowCard" or "AdaptiveCard" => [],
        JsonObject part when ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [part],
        JsonObject part => part.SelectMany(pair => Inputs(pair.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\b[dD]ata\.Id(?:<\w+>)?\(([\w.]+|""\w+"")\)")]
    private static partial Regex Read();

    /// <summary>By itself, after a word (<c>who</c>), or between signs.</summary>
    [GeneratedRegex("(?<![0-9a-zA-Z-])(?:[0-9a-f]{32}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})(?![0-9a-zA-Z-])|(?<=^[a-zA-Z:-]{1,16})[0-9a-f]{32}(?=$|[A-Z])")]
    private static partial Regex AnyId();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex AnyIdAnywhere();
}
