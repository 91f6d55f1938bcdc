using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Testing;

namespace Klynge.Teams.Tests.BotBuilder;

/// <summary>
/// Bodies by number, from a fixed seed: a fixture with other texts and more fields, half of them damaged as well. A quarter of those is
/// damaged in its bytes, where it mostly is no activity any more.
/// </summary>
internal static class GeneratedActivities
{
    private const int Seed = 20261128;

    /// <summary>Deeper than what the bot reads, so that it is the bot that refuses.</summary>
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    private static readonly string[] Texts =
    [
        "2026-12-01T13:00:00+01:00", "2026-12-01", "/Date(1700000000000)/", "24:00", "Æblegrød på Ærø", "😀 tak", "\u00A0&nbsp;", "1e3", "null",
        "<at>Klynge</at> dagsorden", "29:bodil", "\"anførsel\"\\", "linje\r\nskift", "\u2028", "-0", "a\0b", "𝔘", "message",
    ];

    private static readonly string[] Names =
    [
        "From", "TYPE", "Text", "serviceURL", "aadobjectid", "$ref", "$id", "$type", "$values", "nyt", "id", "name", "tenant", "role", "properties",
        "__proto__", "", "1", "æ", "value", "channelData",
    ];

    public static byte[] Make(IReadOnlyList<JsonObject> fixtures, int number)
    {
        var random = new Random(unchecked((Seed * 1_000_003) + number));
        var activity = fixtures[number % fixtures.Count].DeepClone().AsObject();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
            Change(activity, random);

        if (number % 2 == 1)
            Mutator.Damage(activity, random);
        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString(Deep));
        return number % 8 == 3 ? Mutator.Damage(bytes, random) : bytes;
    }

    private static void Change(JsonObject activity, Random random)
    {
        var objects = Objects(activity).ToList();
        var place = objects[random.Next(objects.Count)];
        var texts = place.Where(pair => pair.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String).Select(pair => pair.Key).ToList();
        if (texts.Count > 0 && random.Next(2) == 0)
            place[texts[random.Next(texts.Count)]] = Texts[random.Next(Texts.Length)];
        else if (random.Next(3) > 0)
            place["x" + random.Next(9).ToString(CultureInfo.InvariantCulture)] = Value(random, depth: 3);
        else
            place.TryAdd(Names[random.Next(Names.Length)], Value(random, depth: 3));
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 10 : 8) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1_000_000, 1_000_000),
        3 => random.NextInt64(),
        4 => Math.Round(random.NextDouble() * 1000, 3),
        < 8 => Texts[random.Next(Texts.Length)],
        8 => new JsonArray(Value(random, depth - 1), Value(random, depth - 1)),
        _ => new JsonObject { [Names[random.Next(Names.Length)]] = Value(random, depth - 1), ["z"] = Value(random, depth - 1) },
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(pair => Objects(pair.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
