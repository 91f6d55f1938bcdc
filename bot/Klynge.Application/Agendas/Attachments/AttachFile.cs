using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Attachments;

/// <param name="Meeting">Whose agenda the card showed. An item of another is not found.</param>
public sealed record AttachFileRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, AttachmentId File, FileAnswer Answer);

/// <summary>Says which item a dropped file belongs to. It is fetched afterwards, by <see cref="KeepFiles"/>.</summary>
public sealed class AttachFile(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ProposeItem;

    /// <summary>For an item that is no unanswered proposal of the caller's own.</summary>
    public const Permission NeedsOfOthers = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, AttachFileRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(AttachFile), caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemToChangeAsync(request.ForumId, request.Item, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (await scope.Db.ItemFiles.FindAsync(request.File) is not { } file || file.PersonId != caller.PersonId || file.State is ItemFileState.Dropped or ItemFileState.Failed)
                return new FileNotFound();

            if (file.State != ItemFileState.Asked)
                return file.ItemId == at.Item.Id && file.Has(request.Answer) ? default(Done) : new FileAlreadyAnswered(file.Name);

            return await scope.AnswerAsync(at, file, request.Answer);
        }, cancellationToken);
    }
}

/// <param name="New">The id of the new attachment, so that the same form sent again makes no second one.</param>
/// <param name="Url">As it was typed.</param>
public sealed record AttachLinkRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, AttachmentId New, string? Url, FileAnswer Answer);

/// <summary>Gives an item an attachment by its link. A file that the person may read is copied as if it had been dropped; another stays a link.</summary>
public sealed class AttachLink(Writer writer)
{
    /// <inheritdoc cref="AttachFile.Needs"/>
    public const Permission Needs = AttachFile.Needs;

    private const int MaxUrlLength = 2_000;

    public Task<Result<Done>> HandleAsync(Caller caller, AttachLinkRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(AttachLink), caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemToChangeAsync(request.ForumId, request.Item, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (await scope.Db.ItemFiles.FindAsync(request.New) is { } made)
            {
                return made.PersonId != caller.PersonId || made.ItemId != at.Item.Id ? new FileNotFound()
                    : made.Has(request.Answer) ? default(Done)
                    : new FileAlreadyAnswered(made.Name);
            }

            if (!Uri.TryCreate(DanishText.Clean(request.Url), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0 || url.AbsoluteUri.Length > MaxUrlLength)
                return new LinkMissing();

            var file = ItemFile.Linked(request.New, caller.PersonId!.Value, request.Answer.Name, url.AbsoluteUri, scope.Now);
            scope.Db.ItemFiles.Add(file);
            return await scope.AnswerAsync(at, file, request.Answer);
        }, cancellationToken);
    }
}

/// <summary>Says that a file belongs to no item: its address is forgotten.</summary>
public sealed class DropFile(Writer writer)
{
    /// <param name="id">A file of the caller's own.</param>
    public Task<Result<Done>> HandleAsync(Caller caller, AttachmentId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return writer.WriteAsync<Done>(new WriteIntent(nameof(DropFile), caller, SubjectId: id.Value), async scope =>
        {
            if (await scope.Db.ItemFiles.FindAsync(id) is not { } file || file.PersonId != caller.PersonId || file.State is ItemFileState.Waiting or ItemFileState.Kept)
                return new FileNotFound();

            // It is of no forum yet: whoever might have given it to an item of one may say that it belongs to none.
            if (await ReceiveFiles.PlaceForFilesAsync(scope, file.PersonId) is not { } forum || !(await scope.EnterAsync(forum, AttachFile.Needs)).IsSuccess)
                return new FileNotFound();

            file.Drop();
            await scope.RefreshAsync(FileCards.Key(file.Id));
            return default(Done);
        }, cancellationToken);
    }
}
