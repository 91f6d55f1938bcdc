using Klynge.Application.Data;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Minutes;

/// <summary>What is on record of a meeting and of its minutes, beside its items and people: read in one question.</summary>
/// <param name="Minutes">Null while nothing was written or imported.</param>
/// <param name="Chair">The name of who leads it; null for nobody named.</param>
/// <param name="MinuteTaker">The name of who writes; null for nobody named.</param>
/// <param name="HasRoll">Its list of participants was written down, as it is when a meeting ends.</param>
internal sealed record MinutesSource(Meeting Meeting, MeetingMinutes? Minutes, string? Chair, string? MinuteTaker, bool HasRoll)
{
    internal static IQueryable<MinutesSource> Of(KlyngeContext db, IQueryable<Meeting> meetings) =>
        from meeting in meetings
        from minutes in db.Minutes.Where(one => one.MeetingId == meeting.Id).DefaultIfEmpty()
        select new MinutesSource(
            meeting,
            minutes,
            db.People.Where(person => person.Id == meeting.ChairId).Select(person => person.Name).FirstOrDefault(),
            db.People.Where(person => person.Id == meeting.MinuteTakerId).Select(person => person.Name).FirstOrDefault(),
            db.Participants.Any(one => one.MeetingId == meeting.Id));
}
