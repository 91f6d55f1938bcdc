using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Cards;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// What people type is never lost without a word. The forms are those of the card samples, so that a new one is held to it, too: each
/// button that sends what stands in a form is pressed, at once and when others have pressed something meanwhile; after it every text is saved,
/// sent, on the card that comes, or the form stays. A button that leaves a form says so.
/// </summary>
public sealed partial class TypedTextTests : IAsyncLifetime
{
    private const int Seed = 20_261_129;

    /// <summary>How many other buttons are pressed before each button of a form.</summary>
    private const int Meanwhile = 3;

    private static readonly List<ButtonRight> Buttons = [.. RightsTable.All.OfType<ButtonRight>()];

    private RightsBoard _board = null!;
    private RightsChat _chat = null!;
    private int _press;

    public async ValueTask InitializeAsync()
    {
        _board = await RightsBoard.CreateAsync();
        _chat = await RightsChat.CreateAsync(_board);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Text_OnAnyForm_IsKept_WhateverHappenedMeanwhile()
    {
        var random = new Random(Seed);
        var lost = new List<string>();
        var forms = Forms().Where(button => button.Sends && button.Fields.Count > 0).GroupBy(button => button.Verb, StringComparer.Ordinal).ToList();
        foreach (var form in forms)
        {
            var button = Buttons.Single(one => one.Verb == form.Key);
            var fields = form.SelectMany(one => one.Fields).ToHashSet(StringComparer.Ordinal);
            foreach (var before in Enumerable.Range(0, Meanwhile).Select(_ => Buttons[random.Next(Buttons.Count)]).Append(button).Prepend(null))
            {
                lost.AddRange(await LostAsync(button, fields, before));
                _board.PutBack();
            }
        }

        Assert.InRange(forms.Count, 15, Buttons.Count);
        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    /// <summary>
    /// A client that knows of a longest text cuts a pasted one without a word, so the forms name none: what is longer than there is room for
    /// is refused, or comes back whole.
    /// </summary>
    [Theory]
    [InlineData(13_000)]
    [InlineData(60_000)]
    public async Task Text_ThatIsTooLong_IsNeverCut(int length)
    {
        var cut = new List<string>();
        var words = string.Concat(Enumerable.Repeat("ord ", length / 4));
        foreach (var form in Forms().Where(button => button.Sends && button.Fields.Count > 0).GroupBy(button => button.Verb, StringComparer.Ordinal))
        {
            var button = Buttons.Single(one => one.Verb == form.Key);
            foreach (var field in form.SelectMany(one => one.Fields).Distinct(StringComparer.Ordinal))
            {
                cut.AddRange(await LostAsync(button, [field], before: null, words));
                _board.PutBack();
            }
        }

        Assert.True(cut.Count == 0, string.Join('\n', cut));
        Assert.Empty(CardTests.Samples.Where(sample => CardJson.Serialize(sample.Value).Contains("\"maxLength\"", StringComparison.Ordinal)).Select(sample => sample.Key));
    }

    /// <summary>»Vis dagsorden« beside a box with three paragraphs would put an agenda in their place.</summary>
    [Fact]
    public void Button_ThatLeavesAForm_SaysThatNothingIsSaved()
    {
        var silent = Forms().Where(button => !button.Sends && button.Fields.Count > 0 && !SaysSo().IsMatch(button.Title));

        Assert.Empty(silent.Select(button => $"{button.Card}: {button.Title}").Distinct());
    }

    private async Task<List<string>> LostAsync(ButtonRight button, HashSet<string> fields, ButtonRight? before, string first = "")
    {
        var actor = RightsPeople.Columns.First(column => button.Who.HasFlag(column));
        var data = JsonObject.Create(RightsCalls.Data(_board, button, actor))!;
        foreach (var field in fields)
            data[field] = first + Typed(field);

        // The box for a decision names the item that it was drawn for.
        if (fields.Contains("text"))
            data["loaded"] = $"{_board.ItemOfHeld.Value}/1";

        if (before is not null)
        {
            var other = RightsPeople.Columns.First(column => before.Who.HasFlag(column));
            await _chat.DeliverAsync(before, other, RightsCalls.Data(_board, before, other), $"typed-{++_press}");
        }

        var answer = await _chat.DeliverAsync(button, actor, JsonSerializer.SerializeToElement(data), $"typed-{++_press}");
        using var body = JsonDocument.Parse(answer);
        // A refusal and a message leave the form where it is, with all that stands in it.
        if (RightsChat.RefusalIn(body.RootElement) is not null || body.RootElement.GetProperty("type").GetString() == "application/vnd.microsoft.activity.message")
            return [];

        var gone = fields.Where(field => !answer.Contains(Marker(field), StringComparison.Ordinal)).ToList();
        var kept = gone.Count > 0 ? _board.Contents() : string.Empty;
        return [.. gone.Where(field => !kept.Contains(Marker(field), StringComparison.Ordinal)).Select(field => $"{button.Verb} loses {field}, pressed after {before?.Verb ?? "nothing"}: {answer[..Math.Min(answer.Length, 200)]}")];
    }

    /// <summary>As its field takes it.</summary>
    private static string Typed(string field) => field switch
    {
        "rule" => "30. april",
        "reminders" => "14, 7",
        "attachments" => $"Plan https://fjordlandet.example/{Marker(field)}",
        _ => $"Om {Marker(field)}",
    };

    private static string Marker(string field) => field switch
    {
        "rule" => "30. april",
        "reminders" => "14",
        _ => $"zq{field.ToLowerInvariant()}",
    };

    private static IEnumerable<FormButton> Forms() =>
        CardTests.Samples.SelectMany(sample => OfCard(sample.Key, JsonNode.Parse(CardJson.Serialize(sample.Value))!.AsObject(), []));

    /// <summary>A card that a button unfolds sends its own fields and those around it; the fields in it are out of reach for the buttons around.</summary>
    private static IEnumerable<FormButton> OfCard(string name, JsonObject card, HashSet<string> around)
    {
        var parts = Own(card["body"]).Concat(Own(card["actions"])).ToList();
        HashSet<string> fields = [.. around, .. parts.Where(part => (string?)part["type"] == "Input.Text").Select(part => (string)part["id"]!)];
        var buttons = parts.Where(part => (string?)part["type"] == "Action.Execute").Select(part => new FormButton(
            name, (string)part["verb"]!, (string?)part["title"] ?? string.Empty, (string?)part["associatedInputs"] is not "none", fields));
        return buttons.Concat(parts.Where(part => (string?)part["type"] == "Action.ShowCard").SelectMany(part => OfCard(name, part["card"]!.AsObject(), fields)));
    }

    private static IEnumerable<JsonObject> Own(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Own),
        JsonObject part when (string?)part["type"] == "Action.ShowCard" => [part],
        JsonObject part => part.Where(pair => pair.Key != "fallback").SelectMany(pair => Own(pair.Value)).Prepend(part),
        _ => [],
    };

    [GeneratedRegex("uden at gemme$|^Fortryd|^Brug den gemte tekst$|^Slet |^Behold mit svar$")]
    private static partial Regex SaysSo();

    private sealed record FormButton(string Card, string Verb, string Title, bool Sends, HashSet<string> Fields);
}
