using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Items.Drafts;
using Klynge.Application.Chat;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Workspace.Items;

/// <summary>
/// Saves what was written on the page of an item, by the use cases that the card's form calls. Where it cannot be saved, the page comes back with
/// all that was typed and the reason.
/// </summary>
internal sealed class SaveItem(ReadItem read, EditItem edit, AddItem add, ForgetItemDrafts forget)
{
    /// <returns>The sentence of what was done, or the page again.</returns>
    internal async Task<Result<ItemSaving>> EditAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, TypedItem typed, CancellationToken cancellationToken)
    {
        var drawn = await read.ItemAsync(turn, meeting, item, typed, cancellationToken);
        if (!drawn.TryGet(out var page, out var error) || typed.Takes is not null || page.HasConflict)
            return error is not null ? error : new ItemSaving(typed.Takes is null ? page! with { Refusal = ItemPageTexts.Changed } : page!);

        if (!(await read.FindAsync(turn, meeting, item, cancellationToken)).TryGet(out var at, out error))
            return error;

        var request = new EditItemRequest(at.Visit.Forum.Id, item, TypedItem.Read(page.Fields, at.Line.Content, typed.PresenterIs), page.Version) { PresenterIsMeant = typed.PresenterIs is not null };
        var result = await edit.HandleAsync(turn.Caller, request, cancellationToken);
        if (result.Error is ChangedMeanwhile)
            return new ItemSaving((await read.ItemAsync(turn, meeting, item, typed, cancellationToken)).TryGet(out var again, out error) ? again with { Refusal = ItemPageTexts.Changed } : page);

        if (!result.TryGet(out var edited, out error))
            return new ItemSaving(Refused(page, error));

        await forget.SavedAsync(turn.PersonId, item, cancellationToken);
        return new ItemSaving(ItemPageTexts.Saved(at.Line.Number, request.Content.Title, edited.OutsidePresenters));
    }

    internal async Task<Result<ItemSaving>> AddAsync(ChatTurn turn, MeetingId meeting, AgendaItemId item, TypedItem typed, CancellationToken cancellationToken)
    {
        var drawn = await read.NewAsync(turn, meeting, item, typed, cancellationToken);
        if (!drawn.TryGet(out var page, out var error))
            return error;

        var content = TypedItem.Read(page.Fields, ItemFormReader.Empty, typed.PresenterIs);
        var request = new AddItemRequest(page.Meeting.ForumId, meeting, content, item) { PresenterIsMeant = typed.PresenterIs is not null };
        if (!(await add.HandleAsync(turn.Caller, request, cancellationToken)).TryGet(out var added, out error))
            return new ItemSaving(Refused(page, error));

        await forget.SavedAsync(turn.PersonId, item, cancellationToken);
        return new ItemSaving(ItemPageTexts.Added(added, content.Title));
    }

    private static ItemPage Refused(ItemPage page, Error error) => page with { Refusal = error.Text, Presenters = error is PresenterUnclear unclear ? [.. unclear.Choices, unclear.Whole] : [] };
}

/// <summary>What became of it: a sentence where it was saved, otherwise the page again.</summary>
public sealed record ItemSaving
{
    public ItemSaving(string sentence) => Sentence = sentence;

    public ItemSaving(ItemPage page) => Page = page;

    public string? Sentence { get; }

    public ItemPage? Page { get; }
}
