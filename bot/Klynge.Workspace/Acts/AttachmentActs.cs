using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Forums;
using Klynge.Application.Rights;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Workspace.MeetingParts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Words = Klynge.Application.Agendas.Attachments.Texts;

namespace Klynge.Workspace.Acts;

/// <summary>The bilag of an item: given, ordered, marked, taken off and put back.</summary>
internal static class AttachmentActs
{
    /// <summary>More than a bilag may be, so that one that is a little too large is told so in a sentence.</summary>
    private const long MaxRequestBytes = 130_000_000;

    internal static void Map(RouteGroupBuilder workspace)
    {
        workspace.MapMethods(PageActs.AttachFile.Pattern, [PageActs.AttachFile.Method], UploadAsync).WithMetadata(PageActs.AttachFile, new RequestSizeLimitAttribute(MaxRequestBytes));
        WorkspaceEndpoints.Map(workspace, PageActs.MoveAttachment, MoveAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RemoveAttachment, RemoveAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.RestoreAttachment, RestoreAsync);
        WorkspaceEndpoints.Map(workspace, PageActs.MarkAttachment, MarkAsync);
    }

    private static Task<IResult> UploadAsync(string id, MeetingPress press, UploadFile upload, CancellationToken cancellationToken) =>
        press.AnswerOfItemAsync<(string Name, int Number)>(
            PageActs.AttachFile, id, MeetingShows.Upload,
            async (visit, meeting, line) =>
            {
                if (press.Form.File is not { FileName.Length: > 0 } file)
                    return new UploadMissing();

                if (!PostedAttachment.Read(press.Form, file.FileName).TryGet(out var answer, out var unsaid))
                    return unsaid;

                await using var content = file.OpenReadStream();
                var request = new UploadFileRequest(visit.Forum.Id, meeting, line.Id, file.FileName, file.Length, answer);
                return (await upload.HandleAsync(press.Caller, request, content, cancellationToken)).TryGet(out var name, out var error) ? (name, line.Number) : error;
            },
            done => (MeetingPageTexts.Attached(done.Name, done.Number), done.Number, null));

    private static Task<IResult> MoveAsync(string id, MeetingPress press, ChangeAttachments change, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.MoveAttachment, id, press, MeetingShows.Agenda,
            (request, _) => change.MoveAsync(press.Caller, request, Math.Sign(press.Form.PressedNumber(3) ?? 0), press.Form.PressedNumber(2), cancellationToken),
            (name, _) => MeetingPageTexts.AttachmentMoved(name));

    private static Task<IResult> RemoveAsync(string id, MeetingPress press, ChangeAttachments change, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.RemoveAttachment, id, press, MeetingShows.Agenda,
            (request, _) => change.RemoveAsync(press.Caller, request, onlyVersion: false, cancellationToken),
            (name, _) => Words.Removed(name),
            request => PostedForm.Undo($"/moeder/{id}/bilag/laeg-tilbage", request.Item.Value, request.Attachment.Value));

    /// <param name="tryk">The item and the bilag.</param>
    private static Task<IResult> RestoreAsync(string id, string? tryk, MeetingPress press, ChangeAttachments change, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.RestoreAttachment, id, press, MeetingShows.Agenda,
            (request, _) => change.RestoreAsync(press.Caller, request, cancellationToken),
            (name, _) => Words.Restored(name));

    private static Task<IResult> MarkAsync(string id, MeetingPress press, ChangeAttachments change, CancellationToken cancellationToken) =>
        ChangeAsync(
            PageActs.MarkAttachment, id, press, MeetingShows.Marks,
            async (request, _) => PostedAttachment.Read(press.Form, otherwise: null).TryGet(out var answer, out var unsaid)
                ? await change.MarkAsync(press.Caller, request, new AttachmentMarks(answer.Name, answer.IsRequiredReading, answer.IsClosed, answer.LateReason), cancellationToken)
                : unsaid,
            (_, form) => Words.Marked(form.Typed(PostedAttachment.Name)!.Trim()));

    private static Task<IResult> ChangeAsync(
        PageAct act, string id, MeetingPress press, MeetingShows open, Func<AttachmentRequest, Visit, Task<Result<Done>>> change,
        Func<string, PostedForm, string> told, Func<AttachmentRequest, string>? undo = null) =>
        press.AnswerOfItemAsync<Changed>(
            act, id, open,
            async (visit, meeting, line) =>
            {
                var attachment = press.Form.Pressed(1) is null ? new AttachmentId(press.Form.Id(PostedForm.Attachment)) : press.Form.PressedAttachment;
                var request = new AttachmentRequest(visit.Forum.Id, meeting, line.Id, attachment);
                var name = AttachmentList.Find(line.Content, attachment)?.Name
                    ?? line.Content.TakenOff.FirstOrDefault(one => one.Attachment.Key() == attachment)?.Attachment.Name ?? Words.Attachments;
                var changed = await change(request, visit);
                return changed.IsSuccess ? new Changed(request, name, line.Number) : changed.Error;
            },
            done => (told(done.Name, press.Form), done.Number, undo?.Invoke(done.Request)));

    private sealed record Changed(AttachmentRequest Request, string Name, int Number);

    /// <summary>The form came without a file.</summary>
    private sealed record UploadMissing() : Error(MeetingPageTexts.FileMissing);
}
