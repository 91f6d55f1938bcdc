using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Attachments;

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
public sealed record AttachmentRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, AttachmentId Attachment);

/// <summary>Orders an item's attachments, says anew what one is, takes one off and puts it back. What was taken off is kept with its file.</summary>
public sealed class ChangeAttachments(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = AttachFile.Needs;

    /// <param name="steps">Negative is up.</param>
    /// <param name="from">The number that the person saw it at, so that a second press of the same button finds it there already; null for where it is now.</param>
    public Task<Result<Done>> MoveAsync(Caller caller, AttachmentRequest request, int steps, int? from, CancellationToken cancellationToken) =>
        WriteAsync("MoveAttachment", caller, request, content =>
            AttachmentList.Move(content, request.Attachment, from is { } seen ? seen + steps - AttachmentList.NumberOf(content, request.Attachment) : steps), cancellationToken);

    /// <param name="onlyVersion">The one before it stands again, where there is one.</param>
    public Task<Result<Done>> RemoveAsync(Caller caller, AttachmentRequest request, bool onlyVersion, CancellationToken cancellationToken) =>
        WriteAsync("RemoveAttachment", caller, request, content => AttachmentList.Remove(content, request.Attachment, onlyVersion), cancellationToken);

    public Task<Result<Done>> RestoreAsync(Caller caller, AttachmentRequest request, CancellationToken cancellationToken) =>
        WriteAsync("RestoreAttachment", caller, request, content => AttachmentList.Restore(content, request.Attachment), cancellationToken);

    /// <summary>One that is closed leaves the place of open documents, with its earlier versions.</summary>
    public Task<Result<Done>> MarkAsync(Caller caller, AttachmentRequest request, AttachmentMarks marks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(marks);
        return writer.WriteAsync<Done>(new WriteIntent("MarkAttachment", caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemToChangeAsync(request.ForumId, request.Item, request.Meeting);
            if (!found.TryGet(out var at, out var error) || !AttachmentScope.CleanName(marks.Name).TryGet(out var name, out error)
                || !AttachmentScope.CleanLate(marks.LateReason).TryGet(out var late, out error))
            {
                return error;
            }

            if (!AttachmentList.Mark(at.Item.Content, request.Attachment, marks with { Name = name, LateReason = marks.LateReason is null ? null : late }).TryGet(out var content, out error))
                return error;

            await scope.ChangeAsync(at.Item, content);
            if (AttachmentList.Find(content, request.Attachment) is { IsClosed: true } closed)
                await scope.LeaveOpenPlaceAsync(closed);

            return default(Done);
        }, cancellationToken);
    }

    private Task<Result<Done>> WriteAsync(
        string useCase, Caller caller, AttachmentRequest request, Func<AgendaItemContent, Result<AgendaItemContent>> change, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(useCase, caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemToChangeAsync(request.ForumId, request.Item, request.Meeting);
            if (!found.TryGet(out var at, out var error) || !change(at.Item.Content).TryGet(out var content, out error))
                return error;

            await scope.ChangeAsync(at.Item, content);
            return default(Done);
        }, cancellationToken);
}
