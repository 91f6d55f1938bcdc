using System.Text.Json.Nodes;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// Every golden card as axe-core hears and sees it: drawn by the renderer that Teams builds on, in the colours of Prøvebænk, light and
/// dark, with everything that folds unfolded. <c>KLYNGE_CARD_PICTURES</c> names a folder for pictures of what was looked at.
/// </summary>
public sealed class CardAccessibilityTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    public static TheoryData<string> Names => [.. CardTests.Samples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Card_IsReadAloudAndSeen_InLightAndDark(string name)
    {
        var json = CardJson.Serialize(CardTests.Samples[name]);
        if (Environment.GetEnvironmentVariable("KLYNGE_CARD_PICTURES") is { Length: > 0 } folder)
            await renderer.PhotographAsync(json, folder, name.Replace('/', '-'));

        var unfolded = Unfolded(json);
        string[] faults = [.. await renderer.AuditAsync(unfolded, isDark: false), .. await renderer.AuditAsync(unfolded, isDark: true)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    /// <summary>The audit finds what it is for: a name that is not what stands there, colours that cannot be told apart, a field without a label.</summary>
    [Theory]
    [InlineData("label-content-name-mismatch", """{ "type": "ColumnSet", "columns": [{ "type": "Column", "width": "stretch", "items": [{ "type": "TextBlock", "text": "3" }, { "type": "TextBlock", "text": "Budget" }] }], "selectAction": { "type": "Action.ToggleVisibility", "title": "Vis eller skjul punkt 3", "targetElements": [] } }""")]
    [InlineData("label", """{ "type": "Input.Text", "id": "a" }""")]
    [InlineData("image-alt", """{ "type": "Image", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" }""")]
    public async Task Audit_OfACardWithAFault_FindsIt(string rule, string element)
    {
        var card = $$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [{{element}}] }""";

        Assert.Contains(await renderer.AuditAsync(card, isDark: false), fault => fault.StartsWith($"{rule}:", StringComparison.Ordinal));
    }

    /// <summary>What a person sees after having pressed everything that folds.</summary>
    private static string Unfolded(string json)
    {
        var card = JsonNode.Parse(json)!;
        foreach (var part in CardTests.Objects(card).Where(part => part["isVisible"] is not null).ToList())
            part["isVisible"] = true;

        return card.ToJsonString();
    }
}
