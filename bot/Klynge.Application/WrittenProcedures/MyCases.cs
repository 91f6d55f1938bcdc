using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What waits for one person.</summary>
/// <param name="ToAnswer">Open cases that the person votes in and has not answered, the next deadline first.</param>
/// <param name="Answered">Open cases that the person has answered.</param>
/// <param name="Drafts">Drafts in forums where the person may send them out.</param>
/// <param name="ToConfirm">Closed cases whose result waits for the person as a chair.</param>
public sealed record MyCases(
    IReadOnlyList<ProcedureView> ToAnswer,
    IReadOnlyList<ProcedureView> Answered,
    IReadOnlyList<ProcedureView> Drafts,
    IReadOnlyList<ProcedureView> ToConfirm)
{
    internal static async Task<MyCases> OfAsync(KlyngeContext db, PersonId person, LocalDate today, CancellationToken cancellationToken)
    {
        var forums = await db.ForumsOfAsync(person, today);
        var mayOpen = new HashSet<ForumId>();
        var mayConfirm = new HashSet<ForumId>();
        foreach (var forum in forums)
        {
            var access = await db.AccessAsync(person, forum.Id, today);
            _ = access.May(Permission.OpenWrittenProcedure) && mayOpen.Add(forum.Id);
            _ = access.May(Permission.ConfirmWrittenProcedure) && mayConfirm.Add(forum.Id);
        }

        var all = await ReadAsync(db, person, [.. mayOpen.Concat(mayConfirm).Distinct()], cancellationToken);
        var open = all.Where(view => view.IsOpen && view.SeatOf(person) is not null).OrderBy(view => view.Deadline).ToList();
        return new(
            [.. open.Where(view => view.SeatOf(person)!.Answer is null)],
            [.. open.Where(view => view.SeatOf(person)!.Answer is not null)],
            [.. all.Where(view => view.Status == ProcedureStatus.Draft && mayOpen.Contains(new ForumId(view.ForumId)))],
            [.. all.Where(view => view is { Outcome: not (null or Outcome.Withdrawn), ConfirmedAt: null } && mayConfirm.Contains(new ForumId(view.ForumId)))]);
    }

    private static async Task<List<ProcedureView>> ReadAsync(
        KlyngeContext db, PersonId person, List<ForumId> led, CancellationToken cancellationToken)
    {
        var procedures = await db.WrittenProcedures.AsNoTracking()
            .Include(procedure => procedure.Roll)
            .Where(procedure => (procedure.Status == ProcedureStatus.Open && procedure.Roll.Any(entry => entry.VoterId == person))
                || (led.Contains(procedure.ForumId) && (procedure.Status == ProcedureStatus.Draft
                    || (procedure.Status == ProcedureStatus.Closed && procedure.ConfirmedAt == null && procedure.Outcome != Outcome.Withdrawn))))
            .ToListAsync(cancellationToken);
        var ids = procedures.Select(procedure => procedure.ForumId).Distinct().ToList();
        var forums = await db.Forums.AsNoTracking().Where(forum => ids.Contains(forum.Id)).ToDictionaryAsync(forum => forum.Id, cancellationToken);
        return procedures.ConvertAll(procedure => ProcedureView.Of(procedure, forums[procedure.ForumId]));
    }
}
