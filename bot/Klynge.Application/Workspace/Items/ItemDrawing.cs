using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Forums;

namespace Klynge.Application.Workspace.Items;

/// <summary>
/// Puts what was typed into the page of an item. Nothing is overwritten and nothing is mixed: where somebody else has saved another version, what was
/// typed and what is saved stand side by side, field by field, until a person chooses.
/// </summary>
internal static class ItemDrawing
{
    internal static ItemPage Draw(ItemPage page, AgendaItemContent saved, ItemTemplate template, IReadOnlyList<ItemDraft> drafts, TypedItem? typed)
    {
        var kept = drafts.Where(draft => draft.DiscardedAt is null).ToDictionary(draft => draft.Field, StringComparer.Ordinal);
        var touched = typed?.Touched();
        var fields = ItemFields.Of(saved, template, page.IsProposal, page.IsLate, touched?.Keys ?? kept.Keys)
            .Select(field => typed is null ? FromDraft(page, field, kept.GetValueOrDefault(field.Name)) : FromForm(page, field, touched!.GetValueOrDefault(field.Name), typed, kept.GetValueOrDefault(field.Name)))
            .ToList();
        var shown = fields.Where(field => typed is null && field.IsTouched).Select(field => kept.GetValueOrDefault(field.Name)?.SavedAt).Max();
        return page with { Fields = fields, DraftFrom = shown, HasDiscarded = drafts.Any(draft => draft.DiscardedAt is not null) && kept.Count == 0 };
    }

    private static ItemField FromDraft(ItemPage page, ItemField field, ItemDraft? draft) =>
        draft is null || draft.Text == field.Saved ? field with { DraftVersion = draft?.Version ?? 0 }
        : field with { Shown = draft.Text, DraftVersion = draft.Version, Standing = draft.Seen == page.Version ? null : field.Saved };

    private static ItemField FromForm(ItemPage page, ItemField field, string? text, TypedItem typed, ItemDraft? draft) =>
        text is null || text == field.Saved || typed.Takes == field.Name ? field with { DraftVersion = draft?.Version ?? 0 }
        : field with { Shown = text, DraftVersion = draft?.Version ?? 0, Standing = typed.Version == page.Version ? null : field.Saved };
}
