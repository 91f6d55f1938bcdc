using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Consultations;

public sealed record GiveRemarksRequest(ConsultationId Consultation, string? Text);

/// <summary>Somebody in a consulted forum says what they think of a case, in place of what they said before, until the hearing is over.</summary>
public sealed class GiveRemarks(Writer writer)
{
    public Task<Result<ConsultationRemark>> HandleAsync(Caller caller, GiveRemarksRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(GiveRemarks), caller, SubjectId: request.Consultation.Value),
            scope => RemarkAsync(scope, request),
            cancellationToken);

    private static async Task<Result<ConsultationRemark>> RemarkAsync(WriteScope scope, GiveRemarksRequest request)
    {
        if (await scope.Db.Consultations.SingleOrDefaultAsync(row => row.Id == request.Consultation) is not { } consultation)
            return new ProcedureNotFound();

        var procedure = await scope.Db.WrittenProcedures.SingleAsync(one => one.Id == consultation.ProcedureId);
        var seats = await scope.Db.ActiveSeatsAsync(consultation.ForumId, scope.Today);
        if (procedure.Case.IsClosed || !seats.Exists(one => one.IsOf(scope.Caller.PersonId)))
            return new ProcedureNotFound();

        if (seats.Find(one => one.PersonId == scope.Caller.PersonId && one.HasVote) is not { } seat)
            return new NotConsulted();

        scope.EnterBy(Verbs.Remark);
        scope.TouchedForums.Add(procedure.ForumId);
        var mine = await scope.Db.ConsultationRemarks
            .Where(row => row.ConsultationId == consultation.Id && row.PersonId == seat.PersonId)
            .OrderBy(row => row.At)
            .ToListAsync();
        var remark = consultation.Remark(procedure, seat, mine.LastOrDefault(), DanishText.CleanLines(request.Text), scope.Now);
        if (remark.IsSuccess)
        {
            // Of before there was one for each: whoever changes them has seen all of them in one box.
            scope.Db.ConsultationRemarks.RemoveRange(mine.SkipLast(1));
            if (mine.Count == 0)
                scope.Db.ConsultationRemarks.Add(remark.Value);
        }

        return remark;
    }
}
