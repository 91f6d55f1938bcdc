using System.Text.Json.Nodes;
using Klynge.Teams.Cards;

namespace Klynge.Teams.Tests.Support;

internal static class SampleCards
{
    public static AdaptiveCard Small { get; } = new()
    {
        Speak = "Kort",
        FallbackText = "Kort",
        Body = [new TextBlock("Chefforum")],
    };

    /// <summary>Every element and action that exists, with its properties.</summary>
    public static AdaptiveCard Everything { get; } = new()
    {
        Speak = "Skriftlig behandling i Chefforum",
        FallbackText = "Skriftlig behandling i Chefforum",
        Refresh = new CardRefresh(new ExecuteAction("Opdatér", "ballot.show") { Data = new JsonObject { ["id"] = 7 } }, ["29:bodil"]),
        Body =
        [
            new TextBlock("Udpegning til ledelsesprogrammet, hold 4")
            {
                Size = TextSize.Large, Weight = TextWeight.Bolder, Color = TextColor.Accent, Style = TextBlockStyle.Heading, MaxLines = 3,
                Id = "title", Separator = true, Spacing = Spacing.ExtraLarge, IsSubtle = true,
            },
            new RichTextBlock(
                new TextRun("8 af 13 ") { Weight = TextWeight.Bolder },
                new TextRun("har svaret") { Italic = true, Highlight = true, Color = TextColor.Good }),
            new Container(new FactSet(new Fact("Frist", "fre. 25. apr. kl. 12"), new Fact("Bilag", "2")))
            {
                Id = "details", IsVisible = false, Style = ContainerStyle.Emphasis, Bleed = true,
                SelectAction = new OpenUrlAction("Åbn sagen", new Uri("https://example.dk/sag/7")),
            },
            new ColumnSet(
                new Column(new TextBlock("1")) { Width = "auto" },
                new Column(new TextBlock("Godkendelse") { HorizontalAlignment = HorizontalAlignment.Right })
                {
                    VerticalContentAlignment = VerticalAlignment.Center,
                }),
            new Table(
                [new TableColumn(), new TableColumn(2)],
                [new TableRow(new TableCell(new TextBlock("Navn")), new TableCell(new TextBlock("Svar")))]),
            new TextInput("remarks", "Bemærkninger") { IsMultiline = true, MaxLength = 4000, Placeholder = "Skriv her" },
            new ChoiceSetInput("forum", "Forum", new Choice("Chefforum", "c"), new Choice("Politisk niveau", "p"))
            {
                Value = "c", Style = ChoiceInputStyle.Expanded, IsRequired = true, ErrorMessage = "Vælg et forum",
            },
            new DateInput("date", "Dato") { Value = "2026-12-15" },
            new TimeInput("time", "Kl.") { Value = "14:00" },
            new NumberInput("minutes", "Minutter") { Min = 1, Max = 240, Value = 15 },
            new ToggleInput("closed", "Lukket punkt", "Behandles for lukkede døre"),
            new ActionSet(new ToggleVisibilityAction("Læs sagen", "details")),
        ],
        Actions =
        [
            new ExecuteAction("Godkender", "ballot.vote")
            {
                Data = new JsonObject { ["ballot"] = "7", ["answer"] = "approve", ["n"] = 3, ["sure"] = true },
                Style = ActionStyle.Positive, Tooltip = "Du kan ændre dit svar", AssociatedInputs = AssociatedInputs.Auto,
            },
            new ExecuteAction("Inhabil", "ballot.recuse") { Mode = ActionMode.Secondary, AssociatedInputs = AssociatedInputs.None },
            new ShowCardAction("Ændr svar", Small),
        ],
    };
}
