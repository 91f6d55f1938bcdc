using Klynge.Application.Audit;
using Klynge.Application.Chat;
using Klynge.Application.Jobs;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Workspace;

/// <summary>»Drift«: what <c>jobs</c> and <c>audit verify</c> say on the command line. None of it names a person, a case or a text.</summary>
public sealed class ReadOperations(JobQueries jobs, VerifyAudit verify, Gate gate)
{
    /// <summary>For the secretariats: they are who is asked when reminders do not come.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    /// <param name="verifies">Reads the whole audit log, which takes a while.</param>
    public async Task<Result<OperationsPage>> HandleAsync(ChatTurn turn, bool verifies, CancellationToken cancellationToken)
    {
        var entered = await gate.EnterAllAsync(turn, named: null, Needs, closedToo: false, cancellationToken);
        return entered.Error is { } error
            ? error
            : new OperationsPage(
                turn.Now,
                await jobs.ListAsync(cancellationToken),
                verifies ? await verify.HandleAsync(new VerifyAuditRequest([]), cancellationToken) : null);
    }
}

/// <param name="Audit">Null where the log was not asked to be read.</param>
public sealed record OperationsPage(Instant Now, IReadOnlyList<JobView> Jobs, AuditReport? Audit);
