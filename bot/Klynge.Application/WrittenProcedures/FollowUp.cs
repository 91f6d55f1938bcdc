using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The next meeting hears of a case that was decided in writing, or takes up one that was not.</summary>
internal static class FollowUp
{
    /// <summary>Puts the item on the next meeting's agenda. Without a meeting ahead it waits until there is one.</summary>
    /// <returns>Whether there was a meeting to put it on.</returns>
    internal static async Task<bool> PlaceAsync(WriteScope scope, WrittenProcedure procedure)
    {
        if (procedure.FollowUpItemId is not null || procedure.Outcome is null or Outcome.Withdrawn)
        {
            return false;
        }

        var meeting = await scope.Db.Meetings
            .Where(candidate => candidate.ForumId == procedure.ForumId && candidate.Date >= scope.Today
                && (candidate.Status == MeetingStatus.Planned || candidate.Status == MeetingStatus.AgendaSent))
            .OrderBy(candidate => candidate.Date).ThenBy(candidate => candidate.Start)
            .FirstOrDefaultAsync();
        if (meeting is null)
        {
            return false;
        }

        var items = await scope.Db.ItemsOnAgendaAsync(meeting.Id);
        var number = AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items));
        var remarks = await scope.Db.ConsultationRemarksAsync(procedure.Id, CancellationToken.None);
        var item = AgendaItem.Add(meeting, number, FollowUpContent.Of(procedure, remarks), scope.Now);
        scope.Db.AgendaItems.Add(item);
        procedure.FollowUpItemId = item.Id;
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
        return true;
    }
}
