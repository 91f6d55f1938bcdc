using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Sending;

/// <summary>An attachment lies where its own forum's documents lie, and goes along by its address: whoever may read it where it was sent is told here.</summary>
internal static class SentFiles
{
    /// <summary>The forums that have it as an open attachment of an open item that was sent to them, and what it takes to read there: what is only proposed is the secretariat's.</summary>
    internal static async Task<List<(ForumId Forum, Permission Needed)>> ForumsWhereSentAsync(this KlyngeContext db, string path)
    {
        var cases = await db.ItemFiles.AsNoTracking().Where(file => file.Path == path && file.ItemId != null)
            .Join(db.AgendaItems, file => file.ItemId, item => (AgendaItemId?)item.Id, (_, item) => new { item.Case, item.ForumId })
            .Where(one => one.Case != null).Distinct().ToListAsync();
        var forums = new List<(ForumId, Permission)>();
        foreach (var one in cases)
        {
            var board = await db.Forums.Where(forum => forum.Id == one.ForumId).Select(forum => forum.BoardId).SingleAsync();
            var rows = await db.Rows(db.ComingItems.AsNoTracking().Where(coming => coming.Case == one.Case && coming.Origin != ComingOrigin.News && coming.FromComingId != null
                && db.Forums.Any(forum => forum.Id == coming.ForumId && forum.BoardId == board))).ToListAsync();
            forums.AddRange(rows.Where(row => row.Coming.IsInForce && !row.IsOfClosed && Holds(row.Content, path))
                .Select(row => (row.Coming.ForumId, row.State == ComingState.Proposed ? AddComingItem.Needs : Permission.ReadAgenda)));
        }

        return [.. forums.Distinct()];
    }

    private static bool Holds(AgendaItemContent content, string path) => content.Attachments.Any(one => one.Path == path && !one.IsClosed);
}
