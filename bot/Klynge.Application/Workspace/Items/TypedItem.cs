using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Domain.Agendas;
using Klynge.Teams.Routing;

namespace Klynge.Application.Workspace.Items;

/// <summary>
/// What came back from the page of an item. Each field says what it was drawn with, so that one that nobody touched is never written: it stays what
/// the item says, whatever a browser made of its line ends, and whatever others have saved meanwhile.
/// </summary>
/// <param name="Values">By the field's name in the form.</param>
/// <param name="Drawn">By the field's name in the form, <see cref="MarkOf"/> of what it was drawn with.</param>
/// <param name="Headings">Of the sections, in the order of their boxes.</param>
/// <param name="Version">The version that the person had open.</param>
public sealed record TypedItem(
    IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Drawn, IReadOnlyList<string> Headings, int Version)
{
    /// <summary>One of those that were asked about; null where nobody has been asked.</summary>
    public string? PresenterIs { get; init; }

    /// <summary>A field whose saved text is to stand in the place of what was typed.</summary>
    public string? Takes { get; init; }

    /// <summary>Enough of a text to know it again by.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(text))).AsSpan(0, 8));

    /// <summary>What was typed into fields that somebody touched, by their names in drafts.</summary>
    internal IReadOnlyDictionary<string, string> Touched()
    {
        var sections = ItemDraftFields.Of([.. Headings.Select(heading => new AgendaSection(heading, string.Empty))]);
        return Values.Where(IsTouched).ToDictionary(value => NameOf(value.Key, sections), value => Normal(value.Value), StringComparer.Ordinal);
    }

    /// <summary>As the reader of the card's form takes it.</summary>
    /// <param name="fields">With what each shows.</param>
    internal static AgendaItemContent Read(IReadOnlyList<ItemField> fields, AgendaItemContent before, string? presenterIs)
    {
        var data = new JsonObject { [ItemForm.Headings] = new JsonArray([.. fields.Select(field => field.Heading).OfType<string>().Select(heading => JsonValue.Create(heading))]) };
        foreach (var field in fields)
            data[field.Input] = field.Shown;

        if (presenterIs is not null)
            data[ItemForm.PresenterIs] = presenterIs;

        using var json = JsonDocument.Parse(data.ToJsonString());
        var read = ItemFormReader.Read(new ActionData(json.RootElement), before);

        // A card leaves a list alone that is too long for it; a page has room.
        var lines = fields.Single(field => field.Name == ItemDraftFields.Recommendations);
        return lines.IsTouched ? read with { Recommendations = RecommendationLines.Read(lines.Shown) } : read with { Recommendations = before.Recommendations };
    }

    internal static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string NameOf(string input, IReadOnlyList<string> sections) =>
        input.StartsWith(ItemForm.Section, StringComparison.Ordinal) && int.TryParse(input.AsSpan(ItemForm.Section.Length), out var index) && index >= 0 && index < sections.Count ? sections[index] : input;

    private bool IsTouched(KeyValuePair<string, string> value) => !Drawn.TryGetValue(value.Key, out var mark) || mark != MarkOf(value.Value);
}
