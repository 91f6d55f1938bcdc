using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// The remarks of a written case or of a hearing as bilag of the item that comes of it. The item may be there before the document, or after it:
/// whoever makes the second of them calls this.
/// </summary>
internal static class RemarksAsAttachment
{
    internal static async Task AttachRemarksAsync(this WriteScope scope, WrittenProcedure procedure, ProcedureLinks links)
    {
        var document = await scope.Db.ProcedureDocuments.FindAsync(procedure.Id, ProcedureDocumentKind.Remarks);
        if (document is null || procedure.FollowUpItemId is not { } id || await scope.Db.AgendaItems.FindAsync(id) is not { } item)
            return;

        // Final minutes stay as they were approved; the remarks stand with the case.
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == item.MeetingId);
        if (await scope.CheckMayChangeAsync(meeting, item) is not null)
            return;

        var attachment = new AgendaAttachment(Texts.RemarksTitle, links.To(document.Kind, document.Path, document.Url).Url.AbsoluteUri)
        {
            Id = new AttachmentId(procedure.Id.Value), // One for each case, however often this is called.
            IsRequiredReading = procedure.GoesToMeeting,
            Path = document.Path,
            Sha256 = document.Sha256,
            AddedAt = scope.Now,
        };
        if (item.Content.TakenOff.All(one => one.Attachment.Key() != attachment.Key()) && AttachmentList.Add(item.Content, attachment).TryGet(out var content, out _))
            await scope.ChangeAsync(item, content);
    }
}
