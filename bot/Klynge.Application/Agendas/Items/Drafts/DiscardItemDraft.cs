using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>Throws one's own draft of an item away, or takes it back: it is forgotten the night after. Pressed twice it does nothing twice.</summary>
public sealed class DiscardItemDraft(Writer writer)
{
    /// <inheritdoc cref="SaveItemDraft.Needs"/>
    public const Permission Needs = SaveItemDraft.Needs;

    public Task<Result<Done>> HandleAsync(Caller caller, DiscardItemDraftRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        var intent = new WriteIntent(nameof(DiscardItemDraft), caller, request.ForumId, IsOnRecord: false, SubjectId: request.ItemId.Value);
        return writer.WriteAsync<Done>(intent, async scope =>
        {
            if (await scope.CheckDraftAsync(request.ForumId, request.MeetingId, request.ItemId) is { } refused)
                return refused;

            foreach (var draft in await scope.Db.ItemDrafts.Where(one => one.ItemId == request.ItemId && one.PersonId == caller.PersonId).ToListAsync())
            {
                if (request.TakesBack)
                    draft.TakeBack();
                else
                    draft.Discard(scope.Now);
            }

            return default(Done);
        }, cancellationToken);
    }
}

/// <param name="TakesBack">The undo.</param>
public sealed record DiscardItemDraftRequest(ForumId ForumId, MeetingId MeetingId, AgendaItemId ItemId, bool TakesBack = false);
