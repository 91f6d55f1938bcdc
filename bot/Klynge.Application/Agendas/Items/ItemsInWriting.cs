using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items;

/// <summary>
/// Items that went on as a written procedure: what became of the case stands at the item, on the agenda and in the minutes. A draft, which
/// nobody has been told of, and a case that was taken back say nothing.
/// </summary>
internal sealed class ItemsInWriting
{
    private readonly Dictionary<AgendaItemId, WrittenProcedure> _cases;

    private ItemsInWriting(Dictionary<AgendaItemId, WrittenProcedure> cases) => _cases = cases;

    internal static async Task<ItemsInWriting> OfAsync(
        KlyngeContext db, IReadOnlyCollection<AgendaItem> items, CancellationToken cancellationToken = default)
    {
        var ids = items.Select(item => (AgendaItemId?)item.Id).ToList();
        return Of(ids.Count == 0 ? [] : await Cases(db).Where(one => ids.Contains(one.AgendaItemId)).ToListAsync(cancellationToken));
    }

    /// <param name="cases">Some of <see cref="Cases"/>, each of an item.</param>
    internal static ItemsInWriting Of(IEnumerable<WrittenProcedure> cases) =>
        new(cases.OrderBy(one => one.OpenedAt).GroupBy(one => one.AgendaItemId!.Value).ToDictionary(group => group.Key, group => group.Last()));

    /// <summary>The cases that say something at their item.</summary>
    internal static IQueryable<WrittenProcedure> Cases(KlyngeContext db) =>
        db.WrittenProcedures.AsNoTracking().Where(one => one.Status != ProcedureStatus.Draft && one.Outcome != Outcome.Withdrawn);

    /// <summary>
    /// The item with the course of its case after the decision, where it has one. What was decided on each recommendation stands before it in the
    /// words of minutes, so that it is read as the answers to those of the item, as long as they are the same.
    /// </summary>
    internal MinutesItem AddTo(MinutesItem printed, AgendaItem item)
    {
        if (!_cases.TryGetValue(item.Id, out var found))
            return printed;

        string?[] parts = [printed.Decision, EachOf(found, item), CourseOf(found)];
        return printed with { Decision = string.Join("\n\n", parts.Where(part => !string.IsNullOrWhiteSpace(part))) };
    }

    private static string? EachOf(WrittenProcedure one, AgendaItem item) =>
        one.Outcomes is { } outcomes && item.Content.Recommendations.SequenceEqual(one.Case.Recommendations, StringComparer.Ordinal)
            ? WrittenProcedures.Texts.Decision(outcomes)
            : null;

    private static string CourseOf(WrittenProcedure one) => one is { ClosedAt: { } closed, Outcome: { } outcome }
        ? Texts.DecidedInWriting(one.OpenedAt!.Value, closed, WrittenProcedures.Texts.Result(outcome, one.Outcomes))
        : Texts.IsInWriting(one.OpenedAt!.Value, one.Deadline);
}
