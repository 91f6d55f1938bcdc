using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <param name="Reason">Required for a case that has been sent out; everybody who was asked is told it.</param>
public sealed record WithdrawWrittenProcedureRequest(ForumId Forum, WrittenProcedureId Procedure, string? Reason);

/// <summary>Takes a case back: an open one with a reason that everybody is told, a draft without a word but to those who were heard about it.</summary>
public sealed class WithdrawWrittenProcedure(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.CloseWrittenProcedure;

    public Task<Result<Done>> HandleAsync(Caller caller, WithdrawWrittenProcedureRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(WithdrawWrittenProcedure), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => WithdrawAsync(scope, request),
            cancellationToken);

    private static async Task<Result<Done>> WithdrawAsync(WriteScope scope, WithdrawWrittenProcedureRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        var wasOpen = procedure.Status == ProcedureStatus.Open;
        var reason = DanishText.CleanLines(request.Reason) is { Length: > 0 } text ? text : null;
        if (procedure.Outcome == Outcome.Withdrawn && procedure.WithdrawalReason == reason)
            return default(Done);

        if (procedure.Withdraw(scope.Caller.PersonId ?? default, reason, scope.Now).Error is { } error)
            return error;

        // A draft is its authors' alone: what sending it out left behind, when it came to nothing, is nobody's any more.
        if (!wasOpen)
            await scope.LeaveOpenPlaceAsync(procedure);

        await (wasOpen ? ProcedureClosing.NotifyAsync(scope, procedure) : HeardForums.NotifyAsync(scope, procedure, visit.Forum, []));

        return default(Done);
    }
}
