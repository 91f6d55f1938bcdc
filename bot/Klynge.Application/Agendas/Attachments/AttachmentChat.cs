using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>The attachments of an item: shown, ordered, taken off and put back, and one given by its link.</summary>
internal sealed class AttachmentChat(MeetingLookup desk, AttachmentItems items, ChangeAttachments change, AttachLink attach) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AttachmentVerbs.List, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(AttachmentVerbs.Move, MoveAsync)
        .OnAction(AttachmentVerbs.Remove, RemoveAsync)
        .OnAction(AttachmentVerbs.Restore, RestoreAsync)
        .OnAction(AttachmentVerbs.MarkForm, MarkFormAsync)
        .OnAction(AttachmentVerbs.Mark, MarkAsync)
        .OnAction(AttachmentVerbs.LinkForm, LinkFormAsync)
        .OnAction(AttachmentVerbs.Link, LinkAsync);

    private async Task<ChatReply> ShowAsync(
        ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken, Func<ItemVisit, CardAction>? undo = null)
    {
        var found = await items.FindAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var at, out var error)
            ? AttachmentsCard.Build(at.Visit.View, at.Line, at.Visit.Audience, action.Data.Page(), told, undo?.Invoke(at))
            : error;
    }

    private async Task<ChatReply> MoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var from = action.Data.Integer(AttachmentsCard.Number) is > 0 and var number ? number : (int?)null;
        var moved = await change.MoveAsync(turn.Caller, RequestOf(visit, action), Math.Sign(action.Data.Integer(AttachmentsCard.Steps) ?? 0), from, cancellationToken);
        return moved.IsSuccess ? await ShowAsync(turn, visit, action, told: null, cancellationToken) : moved.Error;
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = RequestOf(visit, action);
        var found = await items.FindAsync(turn, visit, action, cancellationToken);
        var removed = await change.RemoveAsync(turn.Caller, request, action.Data.Flag(FileCards.OnlyVersion) ?? false, cancellationToken);
        if (!removed.IsSuccess)
            return removed.Error;

        // A second press of the same button finds it gone already, and says the same.
        var name = found.TryGet(out var before, out _) && NameOf(before.Line.Content, request.Attachment) is { } known ? known : Texts.Attachments;
        return await ShowAsync(turn, visit, action, Texts.Removed(name), cancellationToken, at => AttachmentsCard.Undo(at.Visit.View, at.Line, request.Attachment));
    }

    private async Task<ChatReply> RestoreAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = RequestOf(visit, action);
        var restored = await change.RestoreAsync(turn.Caller, request, cancellationToken);
        if (!restored.IsSuccess)
            return restored.Error;

        var found = await items.FindAsync(turn, visit, action, cancellationToken);
        var name = found.TryGet(out var at, out _) && NameOf(at.Line.Content, request.Attachment) is { } known ? known : Texts.Attachments;
        return await ShowAsync(turn, visit, action, Texts.Restored(name), cancellationToken);
    }

    private async Task<ChatReply> MarkFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await items.FindToChangeAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var id = action.Data.Id<AttachmentId>(AttachmentFields.Attachment) ?? default;
        return AttachmentList.Find(at.Line.Content, id) is { } attachment ? AttachmentsCard.MarkForm(at.Visit.View, at.Line, attachment, turn.Now) : new AttachmentNotFound();
    }

    private async Task<ChatReply> MarkAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (!AttachmentFields.Read(action.Data).TryGet(out var answer, out var missing))
            return missing;

        var marks = new AttachmentMarks(answer.Name, answer.IsRequiredReading, answer.IsClosed, answer.LateReason);
        var marked = await change.MarkAsync(turn.Caller, RequestOf(visit, action), marks, cancellationToken);
        return marked.IsSuccess ? await ShowAsync(turn, visit, action, Texts.Marked(marks.Name.Trim()), cancellationToken) : marked.Error;
    }

    private async Task<ChatReply> LinkFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await items.FindToChangeAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var at, out var error) ? AttachmentsCard.LinkForm(at.Visit.View, at.Line, AttachmentId.New(), turn.Now) : error;
    }

    private async Task<ChatReply> LinkAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (!AttachmentFields.Read(action.Data).TryGet(out var answer, out var missing))
            return missing;

        if (action.Data.Id<AttachmentId>(AttachmentsCard.New) is not { } id)
            return new FileNotFound();

        var request = new AttachLinkRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), id, action.Data.Text(AttachmentsCard.Url), answer);
        var linked = await attach.HandleAsync(turn.Caller, request, cancellationToken);
        if (!linked.IsSuccess)
            return linked.Error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var file = (await db.ItemFiles.FindAsync([id], cancellationToken))!;
        return await FileCardSource.DrawAsync(db, file, turn.Today, cancellationToken) is { } card ? ChatReply.ShowOwn(card, FileCards.Key(id)) : new FileNotFound();
    }

    private static string? NameOf(AgendaItemContent content, AttachmentId id) => AttachmentList.Find(content, id)?.Name;

    private static AttachmentRequest RequestOf(Visit visit, InvokedAction action) =>
        new(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), action.Data.Id<AttachmentId>(AttachmentFields.Attachment) ?? default);
}
