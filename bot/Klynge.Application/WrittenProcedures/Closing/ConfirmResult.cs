using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Closing;

/// <param name="Note">A sentence that the chair adds; null for none.</param>
public sealed record ConfirmResultRequest(ForumId Forum, WrittenProcedureId Procedure, string? Note);

/// <summary>A chair confirms the result that follows from the rule. The protocol is written anew with the confirmation.</summary>
public sealed class ConfirmResult(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ConfirmWrittenProcedure;

    public Task<Result<Done>> HandleAsync(Caller caller, ConfirmResultRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(ConfirmResult), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => ConfirmAsync(scope, request),
            cancellationToken);

    private static async Task<Result<Done>> ConfirmAsync(WriteScope scope, ConfirmResultRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (entered.Error is { } refusal)
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        var note = DanishText.CleanLines(request.Note) is { Length: > 0 } text ? text : null;
        if (procedure.ConfirmedAt is not null && procedure.ConfirmedById == scope.Caller.PersonId && procedure.ChairNote == note)
            return default(Done);

        if (procedure.Confirm(scope.Caller.PersonId ?? default, note, scope.Now).Error is { } error)
            return error;

        await scope.RefreshAsync(ProcedureCardSource.Key(procedure.Id));
        return default(Done);
    }
}
