using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>An item, the case in which it is decided in writing, and the item that tells the next meeting of it are one matter.</summary>
internal static class CaseOfItem
{
    /// <summary>
    /// Closes the cases of an item that has been closed, decided ones among them: their cards, documents and hearings follow. An item that is
    /// opened up again opens no case: what the voters were told in confidence stays so.
    /// </summary>
    internal static async Task CloseCasesAsync(this WriteScope scope, AgendaItem item)
    {
        if (!item.Content.IsClosed)
            return;

        var cases = await scope.Db.WrittenProcedures.Include(procedure => procedure.Roll)
            .Where(procedure => procedure.AgendaItemId == item.Id || procedure.FollowUpItemId == item.Id)
            .ToListAsync();
        foreach (var procedure in cases.Where(procedure => !procedure.Case.IsClosed))
        {
            procedure.CloseOff();
            await scope.LeaveOpenPlaceAsync(procedure);
            if (procedure.FollowUpItemId is { } id && await scope.Db.AgendaItems.FindAsync(id) is { Content.IsClosed: false } next)
            {
                next.Edit(next.Content with { IsClosed = true }, next.Version, scope.Now);
                await scope.LeaveOpenPlaceAsync(next.MeetingId);
                await scope.RefreshAsync(AgendaCards.Key(next.MeetingId));
            }

            await scope.RefreshAsync(new CardKey(ProcedureCardSource.CardKind, procedure.Id.Value));
        }
    }
}
