using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>Reads drafts: their texts for their writer alone, and for everybody else who may write the item that somebody does.</summary>
internal static class ItemDraftQueries
{
    /// <summary>So long ago somebody writes still.</summary>
    internal static readonly Duration WritesFor = Duration.FromMinutes(10);

    internal static Task<List<ItemDraft>> DraftsAsync(this KlyngeContext db, AgendaItemId item, PersonId person, CancellationToken cancellationToken) =>
        db.ItemDrafts.AsNoTracking().Where(draft => draft.ItemId == item && draft.PersonId == person).ToListAsync(cancellationToken);

    /// <summary>What a person has begun on for a meeting and not put forward, the newest first.</summary>
    internal static async Task<List<BegunItem>> BegunAsync(this KlyngeContext db, MeetingId meeting, PersonId person, CancellationToken cancellationToken)
    {
        var drafts = await db.ItemDrafts.AsNoTracking()
            .Where(draft => draft.MeetingId == meeting && draft.PersonId == person && draft.DiscardedAt == null && !db.AgendaItems.Any(item => item.Id == draft.ItemId))
            .Select(draft => new { draft.ItemId, draft.SavedAt, Title = draft.Field == ItemDraftFields.Title ? draft.Text : null })
            .ToListAsync(cancellationToken);
        return [.. drafts.GroupBy(draft => draft.ItemId)
            .Select(group => new BegunItem(group.Key, group.Select(one => one.Title).FirstOrDefault(title => !string.IsNullOrWhiteSpace(title)), group.Max(one => one.SavedAt)))
            .OrderByDescending(begun => begun.At)];
    }

    /// <summary>Who else writes the item now, by name.</summary>
    internal static Task<List<string>> OtherWritersAsync(this KlyngeContext db, AgendaItemId item, PersonId reader, Instant now, CancellationToken cancellationToken)
    {
        var since = now - WritesFor;
        return db.ItemDrafts
            .Where(draft => draft.ItemId == item && draft.PersonId != reader && draft.DiscardedAt == null && draft.SavedAt >= since)
            .Join(db.People, draft => draft.PersonId, person => person.Id, (_, person) => person.Name)
            .Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
    }
}

/// <summary>A new item that somebody has begun on.</summary>
/// <param name="Title">Null where it has none yet.</param>
public sealed record BegunItem(AgendaItemId Id, string? Title, Instant At);
