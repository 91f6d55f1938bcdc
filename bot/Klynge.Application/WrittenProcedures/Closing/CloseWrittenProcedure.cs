using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Closing;

public sealed record CloseWrittenProcedureRequest(ForumId Forum, WrittenProcedureId Procedure);

/// <summary>The secretariat or a chair closes a case by hand; the result follows from the rule all the same.</summary>
public sealed class CloseWrittenProcedure(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.CloseWrittenProcedure;

    public Task<Result<Outcome>> HandleAsync(Caller caller, CloseWrittenProcedureRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(CloseWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => CloseAsync(scope, request),
            cancellationToken);

    private static async Task<Result<Outcome>> CloseAsync(WriteScope scope, CloseWrittenProcedureRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (entered.Error is { } refusal)
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        if (procedure is { Status: ProcedureStatus.Closed, Outcome: { } result } && result != Outcome.Withdrawn)
            return result;

        if (!procedure.Close(scope.Caller.PersonId ?? default, scope.Now).TryGet(out var outcome, out var error))
            return error;

        await ProcedureClosing.NotifyAsync(scope, procedure);
        return outcome;
    }
}
