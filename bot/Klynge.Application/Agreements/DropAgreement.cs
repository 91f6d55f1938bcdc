using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agreements;

/// <summary>An agreement is given up, with the reason that the next meeting reads. »Fortryd« takes it back, as with any deadline.</summary>
public sealed class DropAgreement(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    public Task<Result<Done>> HandleAsync(Caller caller, DropAgreementRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(DropAgreement), caller, request.ForumId, SubjectId: request.Id.Value), async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out _, out var error))
                return error;

            var cleaned = DanishText.Clean(request.Reason, new TextLimit(AgreementTexts.ReasonLabel, Deadline.MaxReasonLength));
            if (!cleaned.TryGet(out var reason, out var missing))
                return missing;

            var found = await scope.DeadlineAsync(request.ForumId, request.Id);
            if (!found.TryGet(out var at, out var gone))
                return gone;

            if (at.Deadline.Kind != DeadlineKind.Agreement)
                return new DeadlineNotFound();

            // The same press once more.
            if (at.Deadline.History.MaxBy(change => change.Version) is { Kind: DeadlineChangeKind.Removed } last && last.Reason == reason && last.ById == scope.Caller.PersonId)
                return default(Done);

            if (at.Deadline.Remove(request.SeenVersion, scope.Caller.PersonId, scope.Now, reason).Error is { } refused)
                return refused;

            await scope.ChangedAsync(at.Forum, at.Deadline);
            return default(Done);
        }, cancellationToken);
}

public sealed record DropAgreementRequest(ForumId ForumId, DeadlineId Id, string? Reason, int? SeenVersion);
