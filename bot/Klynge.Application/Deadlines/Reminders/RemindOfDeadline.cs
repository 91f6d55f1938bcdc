using Klynge.Application.Data;
using Klynge.Application.Deadlines.Planning;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Deadlines.Reminders;

/// <summary>
/// »Påmind nu«: whoever sees to a deadline gets its reminder now, the way that all reminders go. It keeps to the same hours as they do, and
/// comes once a day at the most, and not right after one of them. Whoever presses is told who got it, and who cannot be reached.
/// </summary>
public sealed class RemindOfDeadline(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageDeadlines;

    public Task<Result<DeadlineReminded>> HandleAsync(Caller caller, ForumId forumId, DeadlineId id, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            new WriteIntent(nameof(RemindOfDeadline), caller, forumId, SubjectId: id.Value), scope => RemindAsync(scope, forumId, id), cancellationToken);

    private static async Task<Result<DeadlineReminded>> RemindAsync(WriteScope scope, ForumId forumId, DeadlineId id)
    {
        var entered = await scope.EnterAsync(forumId, Needs);
        if (!entered.TryGet(out _, out var refusal))
            return refusal;

        var found = await scope.DeadlineAsync(forumId, id);
        if (!found.TryGet(out var at, out var missing))
            return missing;

        return at.Deadline.IsOpen ? await RemindAsync(scope, at) : new DeadlineIsSettled();
    }

    private static async Task<Result<DeadlineReminded>> RemindAsync(WriteScope scope, DeadlineOfForum at)
    {
        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, scope.Today);
        var receivers = seats.SeeTo(at.Deadline).Where(person => person.Id != scope.Caller.PersonId).ToList();
        if (receivers.Count == 0)
            return new NobodyToRemindOfDeadline(at.Deadline.ResponsibleId is { } person && person != scope.Caller.PersonId);

        if (ReminderCalendar.QuietUntil(scope.Now) is { } until)
            return new NobodyIsDisturbedNow(DanishFormat.Deadline(until));

        return LatestRound(at, scope.Now) is { } sent && sent > scope.Now - RemindNow.Pause
            ? new DeadlineReminded(sent, IsNew: false) { Again = sent + RemindNow.Pause }
            : await SendAsync(scope, at, seats, receivers);
    }

    /// <summary>When the rules' own reminder last went to those who see to it now; null where the deadline was changed since, or it has not gone yet.</summary>
    private static Instant? LatestRound(DeadlineOfForum at, Instant now)
    {
        var round = at.Deadline.Rounds(at.Forum.Rules.Reminders).LastOrDefault(one => one.At <= now)?.At;
        return round > at.Deadline.History.Max(change => change.At) && !(at.Deadline.NextReminderAt <= now) ? round : null;
    }

    /// <summary>Who can be reached in no way at all is named and gets nothing; where that is everybody, nothing is sent and the day's reminder is not spent.</summary>
    private static async Task<Result<DeadlineReminded>> SendAsync(WriteScope scope, DeadlineOfForum at, List<ForumMember> seats, List<Person> receivers)
    {
        var labels = PeopleLabels.Of(seats);
        var reach = await VoterReachability.OfAsync(scope.Db, receivers.ConvertAll(one => (one.Id, labels.GetValueOrDefault(one.Id, one.Name))));
        var lost = receivers.Where(one => string.IsNullOrEmpty(one.Email) && reach.Unreachable.Contains(labels.GetValueOrDefault(one.Id, one.Name), StringComparer.Ordinal)).ToList();
        if (lost.Count == receivers.Count)
            return new ResponsibleOutOfReach(reach.Unreachable);

        var isNew = at.Deadline.Remind(scope.Now);
        if (isNew)
            await NotifyAsync(scope, at, seats, receivers.Except(lost));

        var without = lost.ConvertAll(one => labels.GetValueOrDefault(one.Id, one.Name));
        return new DeadlineReminded(at.Deadline.RemindedAt!.Value, isNew)
        {
            Reached = reach.Reached,
            ByMail = reach.MailOnly,
            TriedByMail = [.. reach.Unreachable.Except(without, StringComparer.Ordinal)],
            Unreachable = without,
        };
    }

    private static async Task NotifyAsync(WriteScope scope, DeadlineOfForum at, List<ForumMember> seats, IEnumerable<Person> receivers)
    {
        var surroundings = await DeadlineSurroundings.LoadAsync(scope.Db, at.Forum, [at.Deadline], CancellationToken.None);
        foreach (var person in receivers)
        {
            var view = surroundings.ToView(at.Deadline, DeadlineReader.Of(seats.AccessOf(person.Id, at.Forum.Id, scope.Today)));
            scope.Notify(person.Id, ReminderCard.ByHand(view, scope.Today));
        }
    }
}

/// <param name="At">When it was done, which may be earlier the same day.</param>
/// <param name="IsNew">False when it had been done before that day.</param>
public sealed record DeadlineReminded(Instant At, bool IsNew)
{
    /// <summary>When it can be done again, for one that the rules sent a short while ago; null for the next day.</summary>
    public Instant? Again { get; init; }

    /// <summary>Who gets it in Teams, by name.</summary>
    public IReadOnlyList<string> Reached { get; init; } = [];

    /// <summary>Who gets it as a mail, because their account belongs to another organisation.</summary>
    public IReadOnlyList<string> ByMail { get; init; } = [];

    /// <summary>Whom the bot cannot write to in Teams: a mail is tried in its place, and the secretariat hears what became of it.</summary>
    public IReadOnlyList<string> TriedByMail { get; init; } = [];

    /// <summary>Who gets nothing.</summary>
    public IReadOnlyList<string> Unreachable { get; init; } = [];
}

/// <param name="HasLeft">The responsible no longer sits in the forum; else it is whoever presses.</param>
public sealed record NobodyToRemindOfDeadline(bool HasLeft)
    : Error(HasLeft
        ? "Den ansvarlige sidder ikke i forummet længere, så ingen er påmindet. Vælg en anden ansvarlig under »Ret«."
        : "Der er ingen andre end dig at påminde om fristen.");

/// <param name="Names">Those who see to it.</param>
public sealed record ResponsibleOutOfReach(IReadOnlyList<string> Names)
    : Error($"Jeg kan ikke skrive til {DanishFormat.List(Names)}, så påmindelsen er ikke sendt. Ring eller skriv selv.");
