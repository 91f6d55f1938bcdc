using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Journeys;

/// <summary>
/// Reads how a case went from forum to forum. Whoever asks has been let into the forums by the gate; what they may read of closed items is decided
/// stop by stop, as the agenda of that meeting shows it.
/// </summary>
internal static class JourneyQueries
{
    /// <summary>What it takes to read a stop; the command and the button ask for this.</summary>
    internal const Permission Needs = Permission.ReadAgenda;

    private const int MaxFound = 200;

    /// <summary>The cases whose titles hold all of the words, the newest first; nothing that only a closed item says is found.</summary>
    internal static async Task<IReadOnlyList<JourneyView>> FindCasesAsync(this KlyngeContext db, IReadOnlyList<JourneyReader> readers, string words, CancellationToken cancellationToken)
    {
        var forums = readers.Select(one => one.Visit.Forum.Id).ToList();
        var wanted = DanishText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var items = await db.AgendaItems.AsNoTracking()
            .Where(item => item.Case != null && forums.Contains(item.ForumId) && item.Status == AgendaItemStatus.Accepted)
            .ToListAsync(cancellationToken);
        var found = items.Where(item => !item.Content.IsClosed && Array.TrueForAll(wanted, word => DanishText.Fold(item.Content.Title).Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(item => item.AddedAt).Take(MaxFound)
            .Select(item => (Visit: readers.First(one => one.Visit.Forum.Id == item.ForumId).Visit, Item: item))
            .DistinctBy(one => (one.Visit.Forum.BoardId, one.Item.Case));
        return [.. found.Select(one => new JourneyView(one.Item.Case!.Value, one.Item.Content.Title, one.Visit.Board, []) { Stops = [new JourneyStop { ForumId = one.Visit.Forum.Id, Forum = one.Visit.Forum.Name, ItemId = one.Item.Id }] })];
    }

    /// <summary>The journey of a case through those forums of one body; null where the reader may see no stop of it.</summary>
    internal static async Task<JourneyView?> JourneyAsync(this KlyngeContext db, IReadOnlyList<JourneyReader> readers, CaseKey key, CancellationToken cancellationToken)
    {
        var byForum = readers.ToDictionary(one => one.Visit.Forum.Id);
        var forums = byForum.Keys.ToList();
        var rows = await db.AgendaItems.AsNoTracking()
            .Where(item => item.Case == key && forums.Contains(item.ForumId) && item.Status == AgendaItemStatus.Accepted)
            .Join(db.Meetings.Where(one => one.Status != MeetingStatus.Cancelled), item => item.MeetingId, meeting => meeting.Id, (Item, Meeting) => new ItemAtMeeting(Item, Meeting)
            {
                Excluded = db.ItemExclusions.Where(one => one.ItemId == Item.Id).Select(one => one.PersonId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var coming = await db.Rows(db.ComingItems.AsNoTracking().Where(one => one.Case == key && (forums.Contains(one.ForumId) || forums.Contains(one.FromForumId!.Value)))).ToListAsync(cancellationToken);
        var writing = await ItemsInWriting.OfAsync(db, [.. rows.Select(row => row.Item)], cancellationToken);
        var names = await db.Forums.AsNoTracking().Where(one => one.BoardId == readers[0].Visit.Forum.BoardId).ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
        var stops = rows.OrderBy(row => row.Meeting.Time.StartInstant).ThenBy(row => row.Item.AddedAt)
            .Select(row => StopOf(row, byForum[row.Item.ForumId], writing, coming, names))
            .Concat(await db.WaitingAsync(coming.Where(row => byForum.ContainsKey(row.Coming.ForumId)), byForum, cancellationToken))
            .ToList();
        return stops.Count == 0 ? null : new JourneyView(key, stops.LastOrDefault(stop => stop is { Title: not null, IsNews: false })?.Title ?? Agendas.Texts.ClosedItem, readers[0].Visit.Board, stops);
    }

    private static JourneyStop StopOf(ItemAtMeeting row, JourneyReader reader, ItemsInWriting writing, List<ComingRow> coming, Dictionary<ForumId, string> names)
    {
        var (item, line) = (row.Item, reader.Closed.See(row.ToLine()));
        var stop = new JourneyStop { ForumId = item.ForumId, Forum = names[item.ForumId], Day = row.Meeting.Date, MeetingId = row.Meeting.Id, ItemId = item.Id, Number = item.Number };
        if (line.IsHidden)
            return stop with { IsHidden = true };

        var sent = coming.Find(one => one.Coming.FromItemId == item.Id && one.Coming is { IsInForce: true, Origin: not ComingOrigin.News });
        var told = writing.AddTo(new MinutesItem { Title = line.Content.Title, Decision = line.Decision }, item).Decision;
        return stop with
        {
            Title = line.Content.Title,
            Decision = string.IsNullOrWhiteSpace(told) ? null : told,
            Votes = [.. line.Content.Votes.Select(VoteTexts.Printed)],
            Attachments = [.. AttachmentNames.Lines(line.Content)],
            SentTo = sent is null ? null : names[sent.Coming.ForumId],
            IsSentBack = sent?.Coming.Origin == ComingOrigin.SentBack,
            IsNews = coming.Exists(one => one.Coming.ItemId == item.Id && one.Coming.Origin == ComingOrigin.News),
        };
    }

    /// <summary>Where it waits for an agenda; what is only proposed to a forum is its secretariat's to know.</summary>
    private static async Task<List<JourneyStop>> WaitingAsync(
        this KlyngeContext db, IEnumerable<ComingRow> rows, Dictionary<ForumId, JourneyReader> readers, CancellationToken cancellationToken)
    {
        var stops = new List<JourneyStop>();
        foreach (var forum in rows.Select(row => row.ToView()).Where(view => view.State.IsToCome() && view.MeetingId is null).GroupBy(view => view.ForumId))
        {
            var reader = readers[forum.Key];
            var shown = forum.Where(view => view.State != ComingState.Proposed || reader.Visit.Access.May(AddComingItem.Needs)).ToList();
            stops.AddRange((await db.SeenByAsync(shown, reader.Closed, cancellationToken)).Select(view => new JourneyStop
            {
                ForumId = forum.Key,
                Forum = reader.Visit.Forum.Name,
                Waits = view.State,
                Wanted = view.Wanted.Words,
                Title = view.IsHidden ? null : view.Content.Title,
                IsHidden = view.IsHidden,
                IsNews = view.Content.Kind == AgendaItemKind.Information,
            }));
        }

        return stops;
    }

    private sealed record ItemAtMeeting(AgendaItem Item, Meeting Meeting)
    {
        internal List<PersonId> Excluded { get; init; } = [];

        internal AgendaLine ToLine() => new()
        {
            Id = Item.Id,
            Number = Item.Number,
            Version = Item.Version,
            Content = Item.Content,
            Decision = Item.Decision,
            Excluded = Excluded,
        };
    }
}

/// <summary>Somebody in one of their forums, and what of closed items the answer may tell there.</summary>
internal sealed record JourneyReader(Visit Visit, ClosedReader Closed);
