using Klynge.Application.Data;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Planning;

/// <summary>What stands beside what should stand, for the deadlines of one forum that follow from something else.</summary>
internal sealed class DeadlinePlan
{
    internal const string WheelPrefix = "wheel/";

    private readonly Forum _forum;
    private readonly LocalDate _today;
    private readonly List<PlannedDeadline> _missing;
    private readonly List<(Deadline Deadline, PlannedDeadline Planned)> _moved;
    private readonly List<(Deadline Deadline, PlannedDeadline Planned)> _revived;
    private readonly List<Deadline> _settled;
    private readonly List<Deadline> _gone;

    private DeadlinePlan(Forum forum, LocalDate today, List<PlannedDeadline> planned, List<Deadline> standing)
    {
        (_forum, _today) = (forum, today);
        var byOrigin = standing.ToDictionary(deadline => deadline.Origin!, StringComparer.Ordinal);
        var open = planned.Where(one => byOrigin.TryGetValue(one.Origin, out var deadline) && deadline.IsOpen)
            .Select(one => (Deadline: byOrigin[one.Origin], Planned: one))
            .ToList();
        _missing = planned.FindAll(one => !byOrigin.ContainsKey(one.Origin) && !one.IsSettled && one.Date >= today);
        _settled = [.. open.Where(pair => pair.Planned.IsSettled || HasPassed(pair.Deadline)).Select(pair => pair.Deadline)];
        _moved = [.. open.Where(pair => !_settled.Contains(pair.Deadline) && IsMoved(pair.Deadline, pair.Planned))];
        _revived = [.. planned.Where(one => byOrigin.TryGetValue(one.Origin, out var deadline) && IsRevived(deadline, one))
            .Select(one => (byOrigin[one.Origin], one))];
        var wanted = planned.Select(one => one.Origin).ToHashSet(StringComparer.Ordinal);
        var unwanted = standing.FindAll(deadline => deadline.IsOpen && !wanted.Contains(deadline.Origin!));
        _gone = unwanted.FindAll(deadline => deadline.Date >= today);
        _settled.AddRange(unwanted.Where(deadline => deadline.Date < today && deadline.Kind.PassesByItself()));
    }

    internal bool HasWork => _missing.Count + _moved.Count + _revived.Count + _settled.Count + _gone.Count > 0;

    internal static async Task<DeadlinePlan> LoadAsync(
        KlyngeContext db, ForumId forumId, LocalDate today, bool isTracking, CancellationToken cancellationToken)
    {
        var forum = await db.Forums.AsNoTracking().SingleAsync(candidate => candidate.Id == forumId, cancellationToken);
        var query = isTracking ? db.Deadlines.Include(deadline => deadline.History) : db.Deadlines.AsNoTracking();
        var standing = await query.Where(deadline => deadline.ForumId == forumId && deadline.Origin != null).ToListAsync(cancellationToken);
        var planned = forum.IsClosed ? [] : await PlannedDeadlines.OfAsync(db, forum, today, cancellationToken);
        return new DeadlinePlan(forum, today, planned, standing);
    }

    internal void Apply(WriteScope scope)
    {
        foreach (var one in _missing)
        {
            var deadline = Deadline.Set(
                new NewDeadline(_forum.Id, one.Title, one.Date, one.Kind) { MeetingId = one.MeetingId, Responsible = one.Responsible, Origin = one.Origin },
                by: null,
                scope.Now);
            deadline.Plan(_forum.Rules.Reminders, scope.Now);
            scope.Db.Deadlines.Add(deadline);
        }

        _revived.ForEach(pair => pair.Deadline.Undo(pair.Deadline.Version, by: null, scope.Now));
        _moved.AddRange(_revived);
        _moved.ForEach(pair => pair.Deadline.Follow(pair.Planned.Date, pair.Planned.Title, scope.Now));
        _settled.ForEach(deadline => deadline.Finish(seenVersion: null, by: null, scope.Now));
        _gone.ForEach(deadline => deadline.Remove(seenVersion: null, by: null, scope.Now));
        foreach (var deadline in _moved.Select(pair => pair.Deadline).Concat(_settled).Concat(_gone))
            deadline.Plan(_forum.Rules.Reminders, scope.Now);
    }

    private static bool IsMoved(Deadline deadline, PlannedDeadline planned) =>
        deadline.Status == DeadlineStatus.Open && (deadline.Date != planned.Date || deadline.Title != planned.Title);

    /// <summary>It had passed by itself, and then its meeting was moved ahead.</summary>
    private bool IsRevived(Deadline deadline, PlannedDeadline planned) =>
        deadline.Status == DeadlineStatus.Done && deadline.Kind.PassesByItself() && deadline.Date < planned.Date && planned.Date >= _today;

    private bool HasPassed(Deadline deadline) => deadline.Kind.PassesByItself() && deadline.Date < _today;
}
