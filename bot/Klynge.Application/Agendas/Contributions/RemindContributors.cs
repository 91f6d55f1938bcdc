using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>
/// Reminds those whose text is missing, three days before and on the day, on hverdage at 8 (<see cref="Contribution.IsReminderDue"/>). It is
/// written down in the transaction that sends it, so nobody is reminded twice, and who sends in between is not.
/// </summary>
public sealed class SendContributionReminders(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <returns>How many were reminded.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (ReminderCalendar.QuietUntil(clock.GetCurrentInstant()) is not null)
            return 0;

        var reminded = 0;
        foreach (var forum in await DueAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(SendContributionReminders), Caller.Of(JobRights.RemindContributors), forum);
            var result = await writer.WriteAsync<int>(intent, async scope =>
            {
                await scope.EnterAsJobAsync(forum, Needs);
                return Remind(scope, (await scope.Db.OpenContributionsAsync([forum])).Where(one => one.Contribution.IsReminderDue(scope.Now)));
            }, cancellationToken);
            reminded += result.IsSuccess ? result.Value : 0;
        }

        return reminded;
    }

    internal static int Remind(WriteScope scope, IEnumerable<ContributionAt> missing)
    {
        var people = 0;
        foreach (var one in missing)
        {
            one.Contribution.MarkReminded(scope.Now);
            scope.Notify(one.Contribution.PersonId, ContributionCard.Notice(one, scope.Now, isReminder: true), one.Subject());
            people++;
        }

        return people;
    }

    private async Task<List<ForumId>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forums = await db.Contributions.AsNoTracking().Where(one => one.WithdrawnAt == null && one.SentAt == null).Select(one => one.ForumId).Distinct().ToListAsync(cancellationToken);
        return forums.Count == 0 ? []
            : [.. (await db.OpenContributionsAsync(forums, cancellationToken)).Where(one => one.Contribution.IsReminderDue(now)).Select(one => one.Forum.Id).Distinct()];
    }
}

/// <summary>»Påmind nu«: those whose text to a meeting is missing are reminded by hand, nobody twice a day.</summary>
public sealed class RemindContributors(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<RemindedContributors>> HandleAsync(Caller caller, ForumId forum, MeetingId meeting, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WriteIntent(nameof(RemindContributors), caller, forum, SubjectId: meeting.Value), scope => RemindAsync(scope, forum, meeting), cancellationToken);

    private static async Task<Result<RemindedContributors>> RemindAsync(WriteScope scope, ForumId forum, MeetingId meeting)
    {
        var entered = await scope.EnterAsync(forum, Needs);
        if (!entered.IsSuccess)
            return entered.Error;

        if (!await scope.Db.Meetings.AnyAsync(one => one.Id == meeting && one.ForumId == forum))
            return new MeetingNotFound();

        if (ReminderCalendar.QuietUntil(scope.Now) is { } until)
            return new NobodyIsDisturbedNow(DanishFormat.Deadline(until));

        var missing = (await scope.Db.ContributionsOfMeetingAsync(forum, meeting)).FindAll(one => one.State == ContributionState.Open && one.Contribution.IsMissing);
        var due = missing.FindAll(one => one.Contribution.MayBeReminded(scope.Now));
        return new RemindedContributors(SendContributionReminders.Remind(scope, due), missing.Count);
    }
}

/// <param name="Reminded">How many were reminded now.</param>
/// <param name="Missing">How many are missing; those who were not reminded heard of it a short while ago, or today.</param>
public sealed record RemindedContributors(int Reminded, int Missing);
