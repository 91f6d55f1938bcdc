using Klynge.Application.Agendas.Sending;
using Klynge.Application.Agreements;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Coming;

/// <summary>
/// What follows for coming items, and for the agreements that they keep, from what happens to their item on an agenda: taken off, put back,
/// postponed, decided. Nobody presses anything for it.
/// </summary>
internal static class ComingFollow
{
    /// <summary>»Opfølgning« of the forum that made the agreement says how it stands.</summary>
    internal static async Task ToldFollowUpAsync(this WriteScope scope, ComingItem coming)
    {
        if (coming.AgreementId is { } id && await scope.Db.Deadlines.FindAsync(id) is { } agreement)
            await scope.FillFollowUpAsync(agreement.ForumId);
    }

    /// <summary>
    /// An agreement is kept when its item is decided; postponed, sent out in writing or awaiting others it stays open, and so it does when the
    /// decision is taken back. What a person has settled by hand stays so. A case that was sent here is told of where it came from.
    /// </summary>
    internal static async Task SettleAsync(this WriteScope scope, IReadOnlyList<AgendaItem> saved)
    {
        // What was never decided has kept no agreement.
        var ids = saved.Where(item => item.DecisionChange is not null || item.Decision is not null).Select(item => (AgendaItemId?)item.Id).ToList();
        if (ids.Count == 0)
            return;

        var all = await scope.Db.ComingItems.Where(one => ids.Contains(one.ItemId)).ToListAsync();
        foreach (var coming in all.Where(one => one.AgreementId is not null))
        {
            var agreement = await scope.Db.Deadlines.Include(one => one.History).SingleAsync(one => one.Id == coming.AgreementId);
            var item = saved.First(one => one.Id == coming.ItemId);
            var isKept = item is { IsOnAgenda: true, Decision: not null } && RecommendationOutcomes.Unsettled(item.Decision, item.Content.Recommendations.Count) is null;
            var isOfSystem = agreement is { Status: DeadlineStatus.Done } && agreement.History.MaxBy(change => change.Version) is { Kind: DeadlineChangeKind.Done, ById: null };
            if (isKept && agreement.IsOpen)
                agreement.Finish(seenVersion: null, by: null, scope.Now);
            else if (!isKept && isOfSystem)
                agreement.Undo(agreement.Version, by: null, scope.Now);

            await scope.ChangedAsync(await scope.Db.Forums.SingleAsync(forum => forum.Id == agreement.ForumId), agreement);
        }

        await scope.TellOfCasesAsync(saved, all);
    }

    /// <summary>An agenda that is read in anew has new items in place of the old: a case to come is the one of the same title then, or waits again.</summary>
    internal static async Task FollowComingAsync(this WriteScope scope, IReadOnlyList<AgendaItem> replaced, IReadOnlyList<AgendaItem> by)
    {
        var ids = replaced.Select(item => (AgendaItemId?)item.Id).ToList();
        foreach (var coming in await scope.Db.ComingItems.Where(one => ids.Contains(one.ItemId)).ToListAsync())
        {
            var title = DanishText.Fold(replaced.First(item => item.Id == coming.ItemId).Content.Title);
            if (by.FirstOrDefault(item => DanishText.Fold(item.Content.Title) == title) is { } same)
            {
                coming.Become(same.Id);
                if (coming.Case is { } key)
                    same.JoinCase(key);
            }
        }
    }
}
