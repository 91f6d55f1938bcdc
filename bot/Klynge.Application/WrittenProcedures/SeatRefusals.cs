using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Tells somebody without a vote in a case why.</summary>
internal static class SeatRefusals
{
    internal static async Task<Error> WhyAsync(KlyngeContext db, WrittenProcedureId procedure, PersonId person, LocalDate today)
    {
        if (await db.RollEntries.Where(entry => entry.ProcedureId == procedure && entry.PersonId == person)
            .Select(entry => entry.SubstituteName).SingleOrDefaultAsync() is { } substitute)
        {
            return new SeatGivenUp(substitute);
        }

        var standsInFor = await db.RollEntries
            .Where(entry => entry.ProcedureId == procedure && db.Members.Any(seat => seat.Id == entry.MemberId && seat.SubstituteId == person
                && seat.From <= today && (seat.To == null || seat.To >= today)))
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Name)
            .FirstOrDefaultAsync();
        return standsInFor is null ? new NotOnTheRoll() : new SeatNotGivenUp(standsInFor);
    }
}
