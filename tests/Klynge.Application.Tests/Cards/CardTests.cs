using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// Every card that the product can send, in the states that its feature names: drawn by the renderer that Teams builds on, and held
/// against a golden file that a reviewer can read. <c>KLYNGE_UPDATE_GOLDEN=1</c> writes the files anew.
/// </summary>
public sealed partial class CardTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Lazy<SortedDictionary<string, AdaptiveCard>> AllSamples = new(BuildSamples);

    private static readonly string[] LinkFields = ["text", "label"];

    private static readonly string[] LineFields = ["text", "title", "label", "speak", "fallbackText"];

    private static readonly string LongLink =
        $"https://fjordlandet.sharepoint.example/sites/chefforum/{new string('q', 140)}/{string.Concat(Enumerable.Repeat("Delte%20dokumenter/", 8))}?d=w{new string('0', 32)}";

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_IsAsItsGoldenFileHasIt(string name)
    {
        var file = Path.Combine(GoldenFolder(), name + ".json");
        var json = JsonNode.Parse(CardJson.Serialize(Samples[name]))!.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("KLYNGE_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, json);
        }

        var golden = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        var at = golden.Zip(json).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(golden == json, $"""
            Golden/{name}.json {(golden.Length == 0 ? "is missing" : $"says »{Around(golden, at)}« where the card says »{Around(json, at)}«")}.
            Look at the card, then write the file with KLYNGE_UPDATE_GOLDEN=1, and read the difference.
            """);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_KeepsTheRulesOfTeams(string name)
    {
        var card = Samples[name];
        var json = JsonNode.Parse(CardJson.Serialize(card))!.AsObject();

        Assert.InRange(CardJson.MeasureBytes(card), 1, CardJson.MaxBytes);
        Assert.Equal("1.5", (string?)json["version"]);
        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        foreach (var part in Objects(json))
        {
            var type = (string?)part["type"] ?? string.Empty;
            if (type == "Action.Execute" && !ReferenceEquals(part, json["refresh"]?["action"]))
            {
                Assert.Equal("Action.Submit", (string?)part["fallback"]?["type"]);
                Assert.Equal((string?)part["verb"], (string?)part["fallback"]?["data"]?["verb"]);
            }

            if (type.StartsWith("Input.", StringComparison.Ordinal))
                Assert.False(string.IsNullOrWhiteSpace((string?)part["label"]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Card_IsDrawnWithoutAComplaint(string name)
    {
        var rendered = await renderer.RenderAsync(CardJson.Serialize(Samples[name]));

        Assert.Empty(rendered.Events);
        Assert.InRange(rendered.Overflow, 0, 0);
        Assert.Empty(rendered.Cut);
        Assert.Equal(0, rendered.Unlabelled);
        Assert.False(string.IsNullOrWhiteSpace(rendered.Text));
    }

    /// <summary>Whatever people wrote, in whatever place: an address without a blank breaks instead of widening the card.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Card_WithALongLinkInEveryText_IsNoWider(string name)
    {
        var json = JsonNode.Parse(CardJson.Serialize(Samples[name]))!.AsObject();
        foreach (var part in Objects(json))
        {
            foreach (var field in LinkFields.Where(field => part[field]?.GetValueKind() == JsonValueKind.String && part["wrap"]?.GetValueKind() != JsonValueKind.False))
            {
                // A run that follows another begins with what parts the two: blanks, or a place to break at.
                var blanks = ((string)part[field]!).StartsWith(' ') ? "  " : "\u200B";
                part[field] = (string?)part["type"] == "TextBlock" ? CardText.Escape(LongLink) : blanks + CardText.Breakable(LongLink);
            }
        }

        var rendered = await renderer.RenderAsync(json.ToJsonString());

        Assert.InRange(rendered.Overflow, 0, 0);
    }

    /// <summary>»kl. 09.14« and »kl. 12« stand side by side; »kl. 9.24« beside them would be a third form.</summary>
    [Fact]
    public void EveryCard_WritesTheClockOneWay()
    {
        var wrong = Samples.SelectMany(sample => OneDigitHour().Matches(CardJson.Serialize(sample.Value)).Select(match => $"{sample.Key}: {match.Value}"));

        Assert.Empty(wrong);
    }

    /// <summary>»Tirsdag d. 3. februar« begins a line or a choice; in »Chefforum: tirsdag d. 3. februar« it stands within one.</summary>
    [Fact]
    public void EveryCard_WritesADayWithACapital_OnlyWhereItBegins()
    {
        var wrong = Samples.SelectMany(sample => Objects(JsonNode.Parse(CardJson.Serialize(sample.Value))!)
            .SelectMany(part => LineFields.Select(field => part[field]))
            .Where(line => line?.GetValueKind() == JsonValueKind.String && WrongDay().IsMatch((string)line!))
            .Select(line => $"{sample.Key}: {line}"));

        Assert.Empty(wrong);
    }

    /// <summary>A card that was taken away leaves no golden file behind that nobody checks.</summary>
    [Fact]
    public void GoldenFiles_AllBelongToACard()
    {
        var files = Directory.EnumerateFiles(GoldenFolder(), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(GoldenFolder(), file).Replace('\\', '/')[..^".json".Length]);

        Assert.Empty(files.Except(Samples.Keys, StringComparer.Ordinal));
    }

    /// <summary>Built once: each row of a test takes one of them.</summary>
    internal static SortedDictionary<string, AdaptiveCard> Samples => AllSamples.Value;

    private static SortedDictionary<string, AdaptiveCard> BuildSamples()
    {
        var features = typeof(CardTests).Assembly.GetTypes()
            .Where(type => typeof(ICardSamples).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false })
            .Select(type => (ICardSamples)Activator.CreateInstance(type)!);
        return new(
            features.SelectMany(feature => feature.Samples().Select(sample => (Name: $"{feature.Feature}/{sample.Name}", sample.Card)))
                .ToDictionary(pair => pair.Name, pair => pair.Card, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    internal static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        if (node is JsonObject self)
            yield return self;

        var children = node switch
        {
            JsonObject parent => parent.Select(pair => pair.Value),
            JsonArray array => array,
            _ => [],
        };
        foreach (var inner in children.OfType<JsonNode>().SelectMany(Objects))
            yield return inner;
    }

    /// <summary>In the source, where a reviewer sees a change.</summary>
    private static string Around(string text, int at) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 30)].ReplaceLineEndings(" ");

    private static string GoldenFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    [GeneratedRegex(@"kl\. [0-9]\.[0-9]{2}")]
    private static partial Regex OneDigitHour();

    [GeneratedRegex("^(man|tirs|ons|tors|fre|lør|søn)dag |[:,·] (Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag ", RegexOptions.ExplicitCapture)]
    private static partial Regex WrongDay();
}
