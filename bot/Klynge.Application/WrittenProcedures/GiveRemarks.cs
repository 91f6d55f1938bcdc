using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

public sealed record GiveRemarksRequest(Guid Consultation, string? Text);

/// <summary>Somebody in a consulted forum says what they think of a draft. More can be added until the deadline; nothing is replaced.</summary>
public sealed class GiveRemarks(Writer writer)
{
    public Task<Result<ConsultationRemark>> HandleAsync(Caller caller, GiveRemarksRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(GiveRemarks), caller, SubjectId: request.Consultation),
            scope => RemarkAsync(scope, request),
            cancellationToken);

    private static async Task<Result<ConsultationRemark>> RemarkAsync(WriteScope scope, GiveRemarksRequest request)
    {
        if (await scope.Db.Consultations.SingleOrDefaultAsync(row => row.Id == request.Consultation) is not { } consultation)
        {
            return new ProcedureNotFound();
        }

        var seats = await scope.Db.ActiveSeatsAsync(consultation.ForumId, scope.Today);
        if (seats.Find(seat => seat.PersonId == scope.Caller.PersonId && seat.HasVote) is not { } seat)
        {
            return new NotConsulted();
        }

        var remark = consultation.Remark(seat, DanishText.CleanLines(request.Text), scope.Now);
        if (remark.IsSuccess)
        {
            scope.Db.ConsultationRemarks.Add(remark.Value);
        }

        return remark;
    }
}
