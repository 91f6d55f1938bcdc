using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>What every use case of a draft begins with: whoever may not save an item keeps no draft of it either.</summary>
internal static class ItemDraftScope
{
    /// <returns>Why the caller may not; null lets them.</returns>
    internal static async Task<Error?> CheckDraftAsync(this WriteScope scope, ForumId forum, MeetingId meeting, AgendaItemId item)
    {
        if (!await scope.Db.AgendaItems.AnyAsync(one => one.Id == item))
            return (await scope.MeetingAsync(forum, meeting, SaveItemDraft.Needs)).TryGet(out var at, out var error) ? at.Meeting.CheckNotOver() : error;

        var found = await scope.ItemAsync(forum, item, EditItem.Needs, meeting);
        if (!found.TryGet(out var of, out var refused))
            return refused;

        return of.Item.IsOnAgenda && await scope.MayReadAsync(of) ? of.Meeting.CheckNotOver() : new ItemNotFound();
    }

    private static async Task<bool> MayReadAsync(this WriteScope scope, ItemOfForum at) => !at.Item.Content.IsClosed
        || (ClosedReader.Of(at.Access).MayRead && !await scope.Db.ItemExclusions.AnyAsync(one => one.ItemId == at.Item.Id && one.PersonId == at.Access.PersonId));
}
