using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Attachments;

/// <param name="FileName">As the person's machine called it: untrusted.</param>
/// <param name="Size">Bytes.</param>
public sealed record UploadFileRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, string FileName, long Size, FileAnswer Answer);

/// <summary>
/// Gives an item a file that came with the press: it goes the way of one that was dropped into a chat (<see cref="ReceiveFiles"/>,
/// <see cref="AttachFile"/>, <see cref="KeepFiles"/>), but that it lies here already, and the answer is whether it stands at the item.
/// </summary>
public sealed class UploadFile(ReceiveFiles receive, AttachFile attach, FileQueue queue, KeepFiles keep, IDbContextFactory<KlyngeContext> contexts)
{
    /// <inheritdoc cref="AttachFile.Needs"/>
    public const Permission Needs = AttachFile.Needs;

    /// <param name="content">The whole file; it can seek.</param>
    /// <returns>What it is called at the item.</returns>
    public async Task<Result<string>> HandleAsync(Caller caller, UploadFileRequest request, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Size is 0 or > KeepFiles.MaxBytes)
            return request.Size == 0 ? new FileIsEmpty(request.FileName) : new FileTooLarge(request.FileName);

        var received = await receive.HandleUploadAsync(caller, request.FileName, cancellationToken);
        if (!received.TryGet(out var file, out var error))
            return error;

        var attached = await attach.HandleAsync(caller, new AttachFileRequest(request.ForumId, request.Meeting, request.Item, file.Id, request.Answer), cancellationToken);
        return attached.IsSuccess ? await StoreAsync(file.Id, content, cancellationToken) : attached.Error;
    }

    private async Task<Result<string>> StoreAsync(AttachmentId id, Stream content, CancellationToken cancellationToken)
    {
        var file = await FindAsync(id, cancellationToken);
        var outcome = await keep.StoreUploadAsync(file, content, cancellationToken);
        Error? problem = outcome switch
        {
            FileOutcome.Later { Why: var why } => new FileNotKept(file.Name, why.Text),
            FileOutcome.Never { Why: var why } => why,
            _ => null,
        };
        if (problem is not null)
        {
            await queue.GiveUpAsync(id, problem, cancellationToken);
            return problem;
        }

        await queue.RecordAsync(file, outcome, cancellationToken);

        // The item may have been closed for changes between the two writes; then the person is told why.
        var now = await FindAsync(id, cancellationToken);
        return now.State == ItemFileState.Kept ? now.Name : new UploadRefused(now.Failure ?? string.Empty);
    }

    private async Task<ItemFile> FindAsync(AttachmentId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ItemFiles.AsNoTracking().SingleAsync(file => file.Id == id, cancellationToken);
    }
}
