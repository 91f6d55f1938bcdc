using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>A meeting ahead that is the turn of somebody who is not on it.</summary>
internal sealed record GuestTurn
{
    internal required GuestCadenceId CadenceId { get; init; }

    internal required MeetingId MeetingId { get; init; }

    /// <summary>
    /// Every such turn of every meeting. The meeting of the day that is counted from is the first, one that is cancelled is none: every second
    /// from 3 February is the first, the third and the fifth that are held from that day on.
    /// </summary>
    internal static IQueryable<GuestTurn> Of(KlyngeContext db) =>
        from cadence in db.GuestCadences
        join meeting in db.Meetings on cadence.ForumId equals meeting.ForumId
        where meeting.Status != MeetingStatus.Cancelled && meeting.Status != MeetingStatus.Held && meeting.Date >= cadence.CountsFrom
            && (cadence.SkippedId == null || cadence.SkippedId != meeting.Id)
            && db.Meetings.Count(other => other.ForumId == cadence.ForumId && other.Status != MeetingStatus.Cancelled && other.Date >= cadence.CountsFrom
                && (other.Date < meeting.Date || (other.Date == meeting.Date && other.Start <= meeting.Start))) % cadence.Every == 1 % cadence.Every
            && !db.ItemGuests.Any(guest => guest.CadenceId == cadence.Id && guest.WithdrawnAt == null
                && db.AgendaItems.Any(item => item.Id == guest.ItemId && item.MeetingId == meeting.Id && item.Status == AgendaItemStatus.Accepted))
        select new GuestTurn { CadenceId = cadence.Id, MeetingId = meeting.Id };
}
