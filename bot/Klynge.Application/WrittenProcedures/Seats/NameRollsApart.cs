using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>
/// Adds the organisation to a name on the roll of an open case that somebody else carries as well, where the roll does not say it yet: the
/// second of that name has come to the forum since, or the case was opened before names were told apart. Who is on the roll stays as it
/// was frozen, and so does a name as it was then: whoever has married since keeps the old one in the case.
/// </summary>
public sealed class NameRollsApart(Writer writer, IDbContextFactory<KlyngeContext> contexts, NodaTime.IClock clock)
{
    /// <returns>On how many rolls a name was added to.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var named = 0;
        foreach (var (forum, id) in await FindAsync(cancellationToken))
        {
            var intent = new WriteIntent(nameof(NameRollsApart), Caller.Of(JobRights.RemindVoters), forum, SubjectId: id.Value);
            named += (await writer.WriteAsync(intent, scope => NameAsync(scope, forum, id), cancellationToken)).Value;
        }

        return named;
    }

    private async Task<List<(ForumId Forum, WrittenProcedureId Id)>> FindAsync(CancellationToken cancellationToken)
    {
        var today = Klynge.Domain.Calendar.DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.WrittenProcedures.AsNoTracking().Include(procedure => procedure.Roll)
            .Where(procedure => procedure.Status == ProcedureStatus.Open)
            .ToListAsync(cancellationToken);
        var found = new List<(ForumId, WrittenProcedureId)>();
        foreach (var procedure in open)
        {
            if (procedure.TellRollApart(LabelsOf(procedure, await db.ActiveSeatsAsync(procedure.ForumId, today))))
                found.Add((procedure.ForumId, procedure.Id));
        }

        return found;
    }

    private static async Task<Result<int>> NameAsync(WriteScope scope, ForumId forum, WrittenProcedureId id)
    {
        await scope.EnterAsJobAsync(forum, SendProcedureReminders.Needs);
        return await scope.Db.FindProcedureAsync(forum, id) is { Status: ProcedureStatus.Open } procedure
            && procedure.TellRollApart(LabelsOf(procedure, await scope.Db.ActiveSeatsAsync(forum, scope.Today))) ? 1 : 0;
    }

    /// <summary>Everybody who sits in the forum today, and those on the roll by the name that stands there, also when they have left.</summary>
    private static Dictionary<PersonId, string> LabelsOf(WrittenProcedure procedure, List<ForumMember> seats)
    {
        var people = PeopleDirectory.Of(seats).All.ToDictionary(person => person.Id);
        foreach (var entry in procedure.Roll)
        {
            people[entry.PersonId] = people.TryGetValue(entry.PersonId, out var known)
                ? known with { Name = entry.BareName }
                : new ListedPerson(entry.PersonId, entry.BareName, [entry.Organisation]);
            if (entry.SubstituteName is { } substitute)
                people.TryAdd(entry.VoterId, new ListedPerson(entry.VoterId, RollEntry.Bare(substitute), [entry.Organisation]));
        }

        return PeopleLabels.Of([.. people.Values]);
    }
}
