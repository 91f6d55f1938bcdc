using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Exclusions;

/// <summary>What stands in the way of keeping somebody out of a closed item.</summary>
internal static class ExclusionRules
{
    /// <param name="matter">The item with those that it continues and that continue it.</param>
    /// <param name="excluded">Those who are to be kept out.</param>
    /// <param name="left">Those who read it from then on.</param>
    internal static async Task<Error?> CheckMayExcludeAsync(
        this WriteScope scope, ItemOfForum at, List<AgendaItem> matter, List<(Person Person, ForumAccess Access)> excluded, List<(Person Person, ForumAccess Access)> left)
    {
        var ids = matter.ConvertAll(item => (AgendaItemId?)item.Id);
        if (await scope.Db.WrittenProcedures.AnyAsync(one => ids.Contains(one.AgendaItemId) && one.Outcome != Outcome.Withdrawn))
            return new ExclusionComesTooLate();

        if (await scope.IsVotedOnAsync(ids, excluded.ConvertAll(one => one.Person.Id)))
            return new ExclusionDuringVote();

        var asked = (await scope.Db.OpenContributionsAsync([at.Forum.Id])).FindAll(one => ids.Contains(one.Item.Id)).ConvertAll(one => one.Contribution.PersonId);
        if (excluded.Where(one => asked.Contains(one.Person.Id)).Select(one => one.Person.Name).ToList() is { Count: > 0 } names)
            return new ExcludedIsAsked(DanishFormat.List(names));

        // The approval of an agenda is of everything that stands there.
        var elsewhere = await scope.Db.ExcludedElsewhereAsync(at.Meeting.Id, ids);
        return at.Forum.Rules.AgendaApproval == AgendaApprovalRule.None || left.Exists(one => one.Access.May(Permission.ApproveAgenda) && !elsewhere.Contains(one.Person.Id))
            ? null : new NobodyLeftToApprove();
    }

    /// <summary>Whether somebody more would be kept out while a vote on cards runs: they may have pressed.</summary>
    private static async Task<bool> IsVotedOnAsync(this WriteScope scope, List<AgendaItemId?> items, List<PersonId> people)
    {
        var running = await scope.Db.ItemBallots
            .Where(one => items.Contains(one.ItemId) && one.EndedAt == null && scope.Db.Meetings.Any(meeting => meeting.Id == one.MeetingId && meeting.Status == MeetingStatus.InProgress))
            .Select(one => one.ItemId)
            .ToListAsync();
        if (running.Count == 0)
            return false;

        var kept = await scope.Db.ItemExclusions.Where(one => running.Contains(one.ItemId)).Select(one => one.PersonId).ToListAsync();
        return people.Exists(person => !kept.Contains(person));
    }

    /// <summary>Those who are kept out of other closed items on the agenda.</summary>
    private static async Task<IReadOnlySet<PersonId>> ExcludedElsewhereAsync(this KlyngeContext db, MeetingId meeting, List<AgendaItemId?> matter) =>
        (await db.ItemExclusions
            .Join(
                db.AgendaItems.Where(item => item.MeetingId == meeting && item.Status == AgendaItemStatus.Accepted && !matter.Contains(item.Id)),
                one => one.ItemId,
                item => item.Id,
                (one, item) => new { one.PersonId, item.Content })
            .ToListAsync()).Where(row => row.Content.IsClosed).Select(row => row.PersonId).ToHashSet();
}
