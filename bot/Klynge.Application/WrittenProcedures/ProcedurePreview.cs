using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Shows a draft as it would be sent out, to how many, and which attachments would stay links.</summary>
public sealed class ProcedurePreview(AttachmentSources attachments, IDbContextFactory<KlyngeContext> contexts)
{
    /// <param name="problem">Why it could not be sent out just now; null when nothing was tried.</param>
    internal async Task<ChatReply> ShowAsync(
        ChatTurn turn, ForumId forum, WrittenProcedureId draft, Error? problem, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ViewProcedureAsync(forum, draft, cancellationToken) is not { } view)
        {
            return new ProcedureNotFound();
        }

        var links = (problem as LinksNotFrozen)?.Links ?? await InspectAsync();
        var hearings = await db.RunningConsultationsAsync(draft, turn.Now);
        return PreviewCard.Build(view, await db.CountVotersAsync(forum, turn.Today), problem?.Text, [.. links.Where(link => !link.IsRefused || link.Why != problem?.Text)], hearings);

        async Task<IReadOnlyList<LinkOnly>> InspectAsync()
        {
            var reader = await AttachmentReader.OfAsync(
                contexts, turn.Caller, new AttachmentTarget(forum, view.Forum, view.Case.IsClosed), turn.Today, cancellationToken);
            return await attachments.InspectAsync(reader, view.Case.Attachments, cancellationToken);
        }
    }
}
