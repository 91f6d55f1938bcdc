using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

internal static class ProcedureQueries
{
    /// <summary>A case with its roll, by id and forum; null when it is not there or is another forum's.</summary>
    internal static Task<WrittenProcedure?> FindProcedureAsync(this KlyngeContext db, ForumId forum, WrittenProcedureId id) =>
        db.WrittenProcedures
            .Include(procedure => procedure.Roll.OrderBy(entry => entry.Order))
            .SingleOrDefaultAsync(procedure => procedure.Id == id && procedure.ForumId == forum);

    /// <summary>The case that an item is treated in, as a draft or sent out; null when there is none, or it is closed.</summary>
    internal static Task<WrittenProcedure?> CaseOfItemAsync(
        this KlyngeContext db, ForumId forum, AgendaItemId item, CancellationToken cancellationToken = default) =>
        db.WrittenProcedures.AsNoTracking()
            .Where(procedure => procedure.ForumId == forum && procedure.AgendaItemId == item && procedure.Status != ProcedureStatus.Closed)
            .OrderByDescending(procedure => procedure.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>A case as cards show it; null when it is not there or is another forum's.</summary>
    internal static async Task<ProcedureView?> ViewProcedureAsync(
        this KlyngeContext db, ForumId forumId, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        var procedure = await db.WrittenProcedures.AsNoTracking()
            .Include(candidate => candidate.Roll.OrderBy(entry => entry.Order))
            .SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forumId, cancellationToken);
        if (procedure is null)
            return null;

        var forum = await db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == forumId, cancellationToken);
        var confirmedBy = procedure.ConfirmedById is { } chair
            ? (await db.LabelsAsync([chair], cancellationToken)).GetValueOrDefault(chair)
            : null;
        return ProcedureView.Of(procedure, forum) with
        {
            ConfirmedBy = confirmedBy,
            ConsultationRemarks = await db.ConsultationRemarksAsync(id, cancellationToken),
        };
    }

    /// <summary>How many people a case would reach if it opened now.</summary>
    internal static async Task<int> CountVotersAsync(this KlyngeContext db, ForumId forum, NodaTime.LocalDate date) =>
        await db.Members.Where(seat => seat.ForumId == forum && seat.HasVote
                && seat.From <= date && (seat.To == null || seat.To >= date))
            .Select(seat => seat.PersonId).Distinct().CountAsync();
}
