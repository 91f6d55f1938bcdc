using System.Globalization;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Application.Workspace.Items;

/// <summary>The fields of an item's page, those of the card's form: there is one list of what can be written about an item.</summary>
internal static class ItemFields
{
    private const string Yes = "true";
    private const string No = "false";

    /// <param name="saved">The item as it stands; an empty one for a new item.</param>
    /// <param name="template">What the forum wants to read in an item.</param>
    /// <param name="isProposal">The secretariat's own fields are left out.</param>
    /// <param name="isLate">It comes after the time limit of the agenda, or after the agenda itself.</param>
    /// <param name="others">Names of fields that something was typed into: a section that has gone meanwhile comes back with it.</param>
    internal static IReadOnlyList<ItemField> Of(AgendaItemContent saved, ItemTemplate template, bool isProposal, bool isLate, IEnumerable<string> others)
    {
        var sections = ItemForm.SectionsOf(saved, template).Select(section => section with { Heading = section.Heading ?? string.Empty }).ToList();
        var names = ItemDraftFields.Of(sections);
        sections.AddRange(others.Except(names, StringComparer.Ordinal).Select(ItemDraftFields.HeadingOf).OfType<string>().Select(heading => new AgendaSection(heading, string.Empty)));
        names = ItemDraftFields.Of(sections);
        return
        [
            Field(ItemDraftFields.Title, ItemFieldKind.Line, Texts.TitleLabel, saved.Title),
            Field(ItemDraftFields.Kind, ItemFieldKind.Choice, Texts.KindLabel, ((int)saved.Kind).ToString(CultureInfo.InvariantCulture)),
            Field(ItemDraftFields.Presenter, ItemFieldKind.Line, Texts.PresenterLabel, saved.Presenter),
            Field(ItemDraftFields.Minutes, ItemFieldKind.Number, Texts.MinutesLabel, saved.Minutes?.ToString(CultureInfo.InvariantCulture)),
            .. sections.Take(ItemForm.MaxFields).Select((section, index) =>
                new ItemField(names[index], $"{ItemForm.Section}{index.ToString(CultureInfo.InvariantCulture)}", ItemFieldKind.LongText, section.Heading is { Length: > 0 } heading ? heading : Texts.CaseLabel)
                {
                    Heading = section.Heading,
                    Saved = section.Text,
                    Shown = section.Text,
                }),
            Field(ItemDraftFields.Lead, ItemFieldKind.Lines, ItemTexts.LeadLabel, RecommendationLead.Of(saved), template.RecommendationLead ?? ItemTexts.LeadHint),
            Field(ItemDraftFields.Recommendations, ItemFieldKind.Lines, Texts.RecommendationLabel, string.Join('\n', saved.Recommendations), Texts.RecommendationHint),
            .. isLate ? [Field(ItemDraftFields.LateReason, ItemFieldKind.Line, LateTexts.Label, saved.LateReason, LateTexts.Hint)] : Array.Empty<ItemField>(),
            .. isProposal ? [] : Bookkeeping(saved),
            Field(ItemDraftFields.Closed, ItemFieldKind.Check, Texts.ClosedTitle, saved.IsClosed ? Yes : No),
            Field(ItemDraftFields.ClosedBecause, ItemFieldKind.Line, ItemTexts.ClosedBecauseLabel, saved.ClosedBecause, ItemTexts.ClosedBecauseHint),
        ];
    }

    private static IEnumerable<ItemField> Bookkeeping(AgendaItemContent saved)
    {
        yield return Field(ItemDraftFields.CaseNumber, ItemFieldKind.Line, ItemTexts.CaseNumberLabel, saved.CaseNumber);
        yield return Field(ItemDraftFields.MayBeDropped, ItemFieldKind.Check, ItemTexts.MayBeDroppedTitle, saved.MayBeDropped ? Yes : No);
    }

    private static ItemField Field(string name, ItemFieldKind kind, string label, string? saved, string? hint = null) =>
        new(name, name, kind, label) { Saved = saved ?? string.Empty, Shown = saved ?? string.Empty, Hint = hint };
}
