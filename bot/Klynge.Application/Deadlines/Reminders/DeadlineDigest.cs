using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Deadlines.Reminders;

/// <summary>
/// What each person is reminded of in one sweep: the responsible and the secretariat, each once, at last the chairs, too. What is due today
/// comes as a card of its own with the button that settles it; the rest, and what waits for the person's answer, comes as one list, which
/// after a weekend is one message in place of thirty.
/// </summary>
internal sealed class DeadlineDigest(WriteScope scope)
{
    /// <summary>A day with more than these is a list, too.</summary>
    private const int MaxUrgent = 3;

    private readonly Dictionary<PersonId, List<RemindedOf>> _people = [];

    internal async Task AddAsync(Forum forum, List<(Deadline Deadline, ReminderRoundKind Round)> rounds)
    {
        if (rounds.Count == 0)
            return;

        var seats = await scope.Db.ActiveSeatsAsync(forum.Id, scope.Today);
        var surroundings = await DeadlineSurroundings.LoadAsync(scope.Db, forum, [.. rounds.Select(one => one.Deadline)], CancellationToken.None);
        foreach (var (deadline, round) in rounds)
        {
            foreach (var person in Receivers(seats, deadline, round))
            {
                var access = seats.AccessOf(person, forum.Id, scope.Today);
                OfPerson(person).Add(new RemindedOf(surroundings.ToView(deadline, DeadlineReader.Of(access)), round));
            }
        }
    }

    /// <summary>Sends what there is to each person; what waits for their answer goes along, and has a message of its own where it is due.</summary>
    internal async Task SendAsync()
    {
        var waiting = await WaitingAnswers.LoadAsync(scope.Db, scope.Today, scope.Now);
        var sent = waiting.Count == 0 ? [] : await scope.Db.MorningMessages.ToDictionaryAsync(one => one.PersonId);
        foreach (var person in _people.Keys.Union(waiting.Keys).ToList())
        {
            var answers = waiting.GetValueOrDefault(person, WaitingAnswers.None);
            var last = sent.GetValueOrDefault(person);
            Send(person, _people.GetValueOrDefault(person, []), last?.SentOn == scope.Today ? WaitingAnswers.None : answers, last);
        }
    }

    private void Send(PersonId person, List<RemindedOf> reminders, WaitingAnswers waiting, MorningMessage? last)
    {
        var urgent = reminders.Where(one => one.View.Date == scope.Today).ToList();
        var rest = reminders.Where(one => one.View.Date != scope.Today).OrderBy(one => one.View.Date).ToList();
        if (urgent.Count > MaxUrgent)
            (urgent, rest) = ([], [.. reminders.OrderBy(one => one.View.Date)]);

        var isAlong = waiting.Count > 0 && (rest.Count > 0 || waiting.IsDue(scope.Today, last?.SentOn));
        if (rest.Count > 1 || isAlong)
        {
            scope.Notify(person, DeadlineDigestCard.Build([.. rest.Select(one => one.View)], isAlong ? waiting : WaitingAnswers.None, scope.Today));
            rest = [];
        }

        foreach (var one in urgent.Concat(rest))
            scope.Notify(person, ReminderCard.Build(one.View, one.Round, scope.Today));

        if (isAlong)
            Keep(person, last);
    }

    private void Keep(PersonId person, MorningMessage? last)
    {
        if (last is null)
        {
            scope.Db.MorningMessages.Add(new MorningMessage { PersonId = person, SentOn = scope.Today });
            return;
        }

        last.SentOn = scope.Today;
    }

    private static IEnumerable<PersonId> Receivers(List<ForumMember> seats, Deadline deadline, ReminderRoundKind round) => seats
        .Where(seat => seat.Role == Role.Secretariat || (round == ReminderRoundKind.Chairs && Role.Chair.Covers(seat.Role)))
        .Select(seat => seat.PersonId)
        .Concat(seats.SeeTo(deadline).Select(person => person.Id))
        .Distinct();

    private List<RemindedOf> OfPerson(PersonId person) => _people.TryGetValue(person, out var list) ? list : _people[person] = [];

    private sealed record RemindedOf(DeadlineView View, ReminderRoundKind Round);
}

/// <summary>The day of the latest message to a person about what waits for an answer, so that there is one a day at the most.</summary>
public sealed class MorningMessage
{
    public required PersonId PersonId { get; init; }

    /// <summary>Danish date.</summary>
    public LocalDate SentOn { get; set; }
}
