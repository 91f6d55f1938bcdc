using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>What the library's columns say of the documents of a closed case.</summary>
internal static class ProcedureFacts
{
    /// <summary>Nobody confirms a case that was withdrawn.</summary>
    internal static bool IsFinal(WrittenProcedure procedure) => procedure.ConfirmedAt is not null || procedure.Outcome == Outcome.Withdrawn;

    /// <summary>The case number is that of the meeting whose item was treated in writing.</summary>
    internal static async Task<DocumentFacts> ReadAsync(KlyngeContext db, WrittenProcedure procedure, CancellationToken cancellationToken)
    {
        var forum = await db.Forums.AsNoTracking()
            .Where(candidate => candidate.Id == procedure.ForumId)
            .Select(candidate => candidate.Name)
            .SingleAsync(cancellationToken);
        var number = procedure.AgendaItemId is { } item
            ? await db.AgendaItems.Where(candidate => candidate.Id == item)
                .Join(db.Meetings, candidate => candidate.MeetingId, meeting => meeting.Id, (_, meeting) => meeting.CaseNumber)
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return new DocumentFacts(
            forum, DanishTime.ToDanish(procedure.ClosedAt!.Value).Date, IsFinal(procedure) ? DocumentStatus.Approved : DocumentStatus.Draft, number);
    }
}
