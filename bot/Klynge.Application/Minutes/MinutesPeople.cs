using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes;

/// <summary>
/// The list of participants: as it was frozen when the meeting ended, else the seats of the day with the apologies that stand.
/// </summary>
internal static class MinutesPeople
{
    /// <returns>With the sentences of who came although an apology stood, and who stayed away without one.</returns>
    internal static async Task<(IReadOnlyList<MinutesParticipant> Participants, IReadOnlyList<MinutesSection> Attendance)> OfAsync(KlyngeContext db, Forum forum, MinutesSource source)
    {
        if (!source.HasRoll)
            return (await FromSeatsAsync(db, forum, source.Meeting), []);

        var frozen = await db.Participants.AsNoTracking().Where(one => one.MeetingId == source.Meeting.Id).OrderBy(one => one.Order).ToListAsync();
        return (
            [.. frozen.Select(one => new MinutesParticipant(one.Name, one.Organisation, one.Title, RoleOf(one.Role), one.Apology, one.SubstituteName) { Party = PartyOf(forum, one.Party) })],
            AttendanceOf(frozen));
    }

    /// <summary>Who came although an apology stood, and who stayed away without one: the list of participants cannot say that.</summary>
    private static IReadOnlyList<MinutesSection> AttendanceOf(List<Participant> frozen)
    {
        var came = frozen.Where(one => one is { Apology: true, Attended: true }).Select(one => one.Name).ToList();
        var missed = frozen.Where(one => one is { Apology: false, Attended: false, SubstituteName: null }).Select(one => one.Name).ToList();
        string[] sentences =
        [
            .. came.Count > 0 ? [MinutesTexts.CameAfterAll(came)] : Array.Empty<string>(),
            .. missed.Count > 0 ? [MinutesTexts.StayedAway(missed)] : Array.Empty<string>(),
        ];
        return sentences.Length > 0 ? [new MinutesSection(MinutesTexts.Attendance, string.Join("\n\n", sentences))] : [];
    }

    private static async Task<IReadOnlyList<MinutesParticipant>> FromSeatsAsync(KlyngeContext db, Forum forum, Meeting meeting)
    {
        var rows = await (
            from seat in db.ActiveSeats(meeting.ForumId, meeting.Date)
            from apology in db.Apologies.Where(one => one.MeetingId == meeting.Id && one.MemberId == seat.Id && one.WithdrawnAt == null).DefaultIfEmpty()
            orderby seat.Order
            select new
            {
                Seat = seat,
                seat.Person,
                Apology = apology,
                Substitute = db.People.Where(person => person.Id == apology!.SubstituteId).Select(person => person.Name).FirstOrDefault(),
            }).AsNoTracking().ToListAsync();
        return [.. rows.Select(row => new MinutesParticipant(
            row.Person.Name, row.Seat.Organisation, row.Person.Title, RoleOf(row.Seat.Role), row.Apology is not null, row.Substitute ?? row.Apology?.SubstituteName)
        {
            Party = PartyOf(forum, row.Seat.Party),
        })];
    }

    private static string? PartyOf(Forum forum, string? party) => forum.Rules.Minutes.Party ? party : null;

    private static MinutesRole RoleOf(Role role) => role switch
    {
        Role.Member => MinutesRole.Member,
        Role.CoChair => MinutesRole.CoChair,
        Role.Chair => MinutesRole.Chair,
        Role.DeputyChair => MinutesRole.DeputyChair,
        Role.Observer => MinutesRole.Observer,
        Role.Administrative => MinutesRole.Administrative,
        Role.Secretariat => MinutesRole.Secretariat,
        Role.Guest => MinutesRole.Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    internal static Role RoleOf(MinutesRole role) => role switch
    {
        MinutesRole.Member => Role.Member,
        MinutesRole.CoChair => Role.CoChair,
        MinutesRole.DeputyChair => Role.DeputyChair,
        MinutesRole.Chair => Role.Chair,
        MinutesRole.Observer => Role.Observer,
        MinutesRole.Administrative => Role.Administrative,
        MinutesRole.Secretariat => Role.Secretariat,
        MinutesRole.Guest => Role.Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
