using System.Text;
using System.Text.Json.Nodes;

namespace Klynge.Testing;

/// <summary>Damages what was valid: in its structure, where it still parses, and in its bytes, where it mostly does not.</summary>
public static class Mutator
{
    private static readonly string[] Texts =
    [
        string.Empty, " ", "\0", "\u202E\u200B\u00A0", "😀👨‍👩‍👧‍👦", "é́́́", "<at>Klynge</at><script>alert(1)</script>", "**fed** [a](javascript:x)", "'; DROP TABLE \"Votes\"; --",
        "31. februar 2027 kl. 99.99", "0000-00-00", "9999-12-31T23:59:59.9999999Z", "00000000-0000-0000-0000-000000000000", "../../etc/passwd", "%00%2e%2e",
        "İıŞß", "1e999", "-9223372036854775809", "NaN", "{{text}}", "${jndi:ldap:x}", "Action.Execute", "message", "29:", "19:", "\r\n\r\nX: y",
    ];

    /// <summary>Changes one to four places of the tree.</summary>
    public static void Damage(JsonObject activity, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var places = new List<(JsonObject Parent, string Name)>();
            Collect(activity, places);
            if (places.Count > 0)
                Damage(places[random.Next(places.Count)], places[random.Next(places.Count)], random);
        }
    }

    /// <summary>Changes one to eight places of the bytes.</summary>
    public static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var changes = random.Next(1, 9); changes > 0 && damaged.Count > 1; changes--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at));
                    break;
                case 3:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(1, 60), damaged.Count - at)));
                    break;
                default:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. damaged];
    }

    private static void Damage((JsonObject Parent, string Name) place, (JsonObject Parent, string Name) other, Random random)
    {
        var (parent, name) = place;
        switch (random.Next(7))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[name] = other.Parent[other.Name]?.DeepClone();
                break;
            case 2:
                parent[name] = new JsonArray(parent[name]?.DeepClone(), null);
                break;
            case 3:
                parent[name.ToUpperInvariant()] = parent[name]?.DeepClone();
                break;
            default:
                parent[name] = Junk(random);
                break;
        }
    }

    private static JsonNode? Junk(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(int.MinValue, int.MaxValue),
        3 => double.MaxValue,
        4 => new JsonObject(),
        5 => new JsonArray(),
        6 => Nested(random.Next(1, 90)),
        7 => new string('æ', random.Next(1, 3_000)),
        8 => Random(random),
        _ => Texts[random.Next(Texts.Length)],
    };

    private static string Random(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(40); length > 0; length--)
            text.Append(char.ConvertFromUtf32(random.Next(10) < 9 ? random.Next(0x250) : random.Next(0x1F300, 0x1F6FF)));

        return text.ToString();
    }

    private static JsonArray Nested(int depth)
    {
        var inner = new JsonArray();
        for (; depth > 0; depth--)
            inner = new JsonArray(inner);

        return inner;
    }

    private static void Collect(JsonNode? node, List<(JsonObject Parent, string Name)> places)
    {
        if (node is JsonObject parent)
        {
            foreach (var (name, value) in parent)
            {
                places.Add((parent, name));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
                Collect(value, places);
        }
    }
}
