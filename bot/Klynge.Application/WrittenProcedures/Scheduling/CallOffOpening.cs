using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Scheduling;

public sealed record CallOffOpeningRequest(ForumId Forum, WrittenProcedureId Procedure);

/// <summary>A draft that was to open by itself waits for somebody's press again. Nobody has been told of it.</summary>
public sealed class CallOffOpening(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = PlanOpening.Needs;

    public Task<Result<Done>> HandleAsync(Caller caller, CallOffOpeningRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(CallOffOpening), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => CallOffAsync(scope, request),
            cancellationToken);

    private static async Task<Result<Done>> CallOffAsync(WriteScope scope, CallOffOpeningRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (entered.Error is { } refusal)
            return refusal;

        return await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is { } procedure ? procedure.CallOffOpening() : new ProcedureNotFound();
    }
}
