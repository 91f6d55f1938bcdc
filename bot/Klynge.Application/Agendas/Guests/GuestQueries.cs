using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests;

/// <summary>Reads guests with what they have been told and what there is to tell them.</summary>
internal static class GuestQueries
{
    /// <summary>The guests of a meeting's items, also of those that are off the agenda, in the order of the agenda.</summary>
    internal static async Task<IReadOnlyList<GuestAt>> GuestsOfMeetingAsync(this KlyngeContext db, MeetingView meeting, CancellationToken cancellationToken = default)
    {
        var rows = await db.ItemsWithGuests(meeting.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return [];

        var items = await db.ItemsOnAgendaAsync(meeting.Id, cancellationToken);
        var times = AgendaTimes.Of(meeting.Time, items);
        return
        [
            .. rows.Select(row => GuestAt.Of(meeting, row.Guest, row.Item, times.StartOf(items.FindIndex(one => one.Id == row.Item.Id))))
                .OrderBy(one => one.Number == 0).ThenBy(one => one.Number).ThenBy(one => one.Guest.AddedAt).ThenBy(one => one.Guest.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The guests of a meeting with their items, in the order in which they came.</summary>
    internal static IQueryable<GuestOfItem> ItemsWithGuests(this KlyngeContext db, MeetingId meeting) =>
        from guest in db.ItemGuests
        join item in db.AgendaItems on guest.ItemId equals item.Id
        where item.MeetingId == meeting
        orderby guest.AddedAt, guest.Id
        select new GuestOfItem { Guest = guest, Item = item };

    /// <summary>How many invited guests of a meeting do not know how things stand.</summary>
    internal static int ToTell(this IEnumerable<GuestAt> guests) => guests.Count(one => one.News != GuestNews.None);
}

internal sealed record GuestOfItem
{
    internal required ItemGuest Guest { get; init; }

    internal required AgendaItem Item { get; init; }
}

/// <summary>A guest as things stand: what is to be told, and what is news of it.</summary>
internal sealed record GuestAt
{
    internal required ItemGuest Guest { get; init; }

    /// <summary>Of the item on the agenda; 0 for one that is off it.</summary>
    internal required int Number { get; init; }

    /// <summary>What the item is called where others may see it.</summary>
    internal required string Item { get; init; }

    internal required bool IsClosed { get; init; }

    internal required GuestNotice Now { get; init; }

    /// <summary>Why the guest is not to come; null where they are.</summary>
    internal GuestOff? Off { get; init; }

    /// <summary>What an invited guest does not know.</summary>
    internal GuestNews News { get; init; }

    /// <summary>To come, and nobody has invited them.</summary>
    internal bool IsToBeInvited => Off is null && !Guest.IsInvited;

    /// <param name="start">When the item begins; what there is of one that is off the agenda says nothing.</param>
    internal static GuestAt Of(MeetingView meeting, ItemGuest guest, AgendaItem item, ItemStart start)
    {
        var isClosed = item.Content.IsClosed;
        var notice = new GuestNotice(
            meeting.Time.Date, meeting.Time.Start, meeting.Time.End, start.At, start.IsEarliest, meeting.Place, meeting.JoinUrl, isClosed ? null : item.Content.Title);
        GuestOff? off = meeting.Status == MeetingStatus.Cancelled ? GuestOff.MeetingCancelled
            : !item.IsOnAgenda ? GuestOff.ItemOff
            : !guest.Stands ? GuestOff.Withdrawn
            : null;
        return new GuestAt
        {
            Guest = guest,
            Number = item.IsOnAgenda ? item.Number : 0,
            Item = NoticeTitle.Of(item.Content).ToString(),
            IsClosed = isClosed,
            Now = notice,
            Off = off,
            News = meeting.Status == MeetingStatus.Held ? GuestNews.None : guest.NewsIn(notice, off),
        };
    }
}
