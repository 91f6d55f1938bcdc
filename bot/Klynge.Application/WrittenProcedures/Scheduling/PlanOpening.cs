using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Scheduling;

/// <param name="Date">As <c>yyyy-MM-dd</c>, a Danish date.</param>
/// <param name="Time">As <c>HH:mm</c>, on a Danish clock.</param>
/// <param name="AcceptedLinks">As when the case is sent out by hand.</param>
/// <param name="AcceptedSources">As when the case is sent out by hand.</param>
/// <param name="SeenRevision">The <see cref="WrittenProcedure.Revision"/> that the preview showed; null where it does not say.</param>
public sealed record PlanOpeningRequest(
    ForumId Forum, WrittenProcedureId Procedure, string Date, string Time, string? AcceptedLinks = null, string? AcceptedSources = null, int? SeenRevision = null);

/// <summary>Gives a draft a time at which it opens by itself, or moves that time.</summary>
public sealed class PlanOpening(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = OpenWrittenProcedure.Needs;

    public Task<Result<Done>> HandleAsync(Caller caller, PlanOpeningRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(PlanOpening), caller, request.Forum, SubjectId: request.Procedure.Value),
            scope => PlanAsync(scope, request),
            cancellationToken);

    private static async Task<Result<Done>> PlanAsync(WriteScope scope, PlanOpeningRequest request)
    {
        var entered = await scope.EnterAsync(request.Forum, Needs);
        if (!entered.TryGet(out var visit, out var refusal))
            return refusal;

        if (await scope.Db.FindProcedureAsync(request.Forum, request.Procedure) is not { } procedure)
            return new ProcedureNotFound();

        if (procedure.Status == ProcedureStatus.Draft && request.SeenRevision is { } seen && seen != procedure.Revision)
            return new DraftChangedMeanwhile();

        var (date, time) = (LocalDatePattern.Iso.Parse(request.Date.Trim()), ProcedureForm.TimePattern.Parse(request.Time.Trim()));
        if (!date.Success || !time.Success)
            return new OpeningTimeMissing();

        var plan = new PlannedOpening(scope.Caller.PersonId ?? default, request.AcceptedLinks, request.AcceptedSources);
        return procedure.PlanOpening(visit.Forum, DanishTime.ToInstant(date.Value, time.Value), plan, scope.Now);
    }
}
