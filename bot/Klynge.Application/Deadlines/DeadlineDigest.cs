using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Deadlines;

/// <summary>
/// What each person is reminded of in one sweep: the responsible and the secretariat, each once, at last the chairs, too. What is due today
/// comes as a card of its own with the button that settles it; the rest comes as one list, which after a weekend is one message in place
/// of thirty.
/// </summary>
internal sealed class DeadlineDigest(WriteScope scope)
{
    /// <summary>A day with more than these is a list, too.</summary>
    private const int MaxUrgent = 3;

    private readonly Dictionary<PersonId, List<RemindedOf>> _people = [];

    internal async Task AddAsync(Forum forum, List<(Deadline Deadline, ReminderRoundKind Round)> rounds)
    {
        if (rounds.Count == 0)
        {
            return;
        }

        var seats = await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today);
        var surroundings = await DeadlineSurroundings.LoadAsync(scope.Db, forum, [.. rounds.Select(one => one.Deadline)], CancellationToken.None);
        foreach (var (deadline, round) in rounds)
        {
            foreach (var person in Receivers(seats, deadline, round))
            {
                var access = new ForumAccess(person, forum.Id, seats, scope.Today);
                OfPerson(person).Add(new RemindedOf(surroundings.ToView(deadline, DeadlineReader.Of(access)), round));
            }
        }
    }

    internal void Send()
    {
        foreach (var (person, reminders) in _people)
        {
            var urgent = reminders.Where(one => one.View.Date == scope.Today).ToList();
            var rest = reminders.Where(one => one.View.Date != scope.Today).OrderBy(one => one.View.Date).ToList();
            if (urgent.Count > MaxUrgent)
            {
                (urgent, rest) = ([], [.. reminders.OrderBy(one => one.View.Date)]);
            }

            if (rest.Count > 1)
            {
                scope.Notify(person, DeadlineDigestCard.Build([.. rest.Select(one => one.View)], scope.Today));
                rest = [];
            }

            foreach (var one in urgent.Concat(rest))
            {
                scope.Notify(person, ReminderCard.Build(one.View, one.Round, scope.Today));
            }
        }
    }

    private static IEnumerable<PersonId> Receivers(List<ForumMember> seats, Deadline deadline, ReminderRoundKind round) => seats
        .Where(seat => seat.Role == Role.Secretariat
            || seat.PersonId == deadline.ResponsibleId
            || (deadline.ResponsibleRole is { } role && role.Covers(seat.Role))
            || (round == ReminderRoundKind.Chairs && Role.Chair.Covers(seat.Role)))
        .Select(seat => seat.PersonId)
        .Distinct();

    private List<RemindedOf> OfPerson(PersonId person) => _people.TryGetValue(person, out var list) ? list : _people[person] = [];

    private sealed record RemindedOf(DeadlineView View, ReminderRoundKind Round);
}
