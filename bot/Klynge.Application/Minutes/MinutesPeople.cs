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
    internal static async Task<IReadOnlyList<MinutesParticipant>> OfAsync(KlyngeContext db, Meeting meeting)
    {
        var frozen = await FrozenAsync(db, meeting);
        return frozen.Count > 0
            ? [.. frozen.Select(one => new MinutesParticipant(
                one.Name, one.Organisation, one.Title, RoleOf(one.Role), one.Apology, one.SubstituteName))]
            : await FromSeatsAsync(db, meeting);
    }

    /// <summary>Who came although an apology stood, and who stayed away without one: the list of participants cannot say that.</summary>
    internal static async Task<IReadOnlyList<MinutesSection>> AttendanceAsync(KlyngeContext db, Meeting meeting)
    {
        var frozen = await FrozenAsync(db, meeting);
        var came = frozen.Where(one => one is { Apology: true, Attended: true }).Select(one => one.Name).ToList();
        var missed = frozen.Where(one => one is { Apology: false, Attended: false, SubstituteName: null }).Select(one => one.Name).ToList();
        string[] sentences =
        [
            .. came.Count > 0 ? [MinutesTexts.CameAfterAll(came)] : Array.Empty<string>(),
            .. missed.Count > 0 ? [MinutesTexts.StayedAway(missed)] : Array.Empty<string>(),
        ];
        return sentences.Length > 0 ? [new MinutesSection(MinutesTexts.Attendance, string.Join("\n\n", sentences))] : [];
    }

    private static Task<List<Participant>> FrozenAsync(KlyngeContext db, Meeting meeting) =>
        db.Participants.AsNoTracking().Where(one => one.MeetingId == meeting.Id).OrderBy(one => one.Order).ToListAsync();

    private static async Task<IReadOnlyList<MinutesParticipant>> FromSeatsAsync(KlyngeContext db, Meeting meeting)
    {
        var seats = await db.ActiveSeatsAsync(meeting.ForumId, meeting.Date);
        var apologies = await db.Apologies.AsNoTracking()
            .Where(apology => apology.MeetingId == meeting.Id && apology.WithdrawnAt == null)
            .ToDictionaryAsync(apology => apology.MemberId);
        var substitutes = apologies.Values.Where(apology => apology.SubstituteId is not null).Select(apology => apology.SubstituteId).ToList();
        var names = await db.People.Where(person => substitutes.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name);
        return [.. seats.Select(seat =>
        {
            var apology = apologies.GetValueOrDefault(seat.Id);
            var substitute = apology?.SubstituteId is { } id ? names[id] : apology?.SubstituteName;
            return new MinutesParticipant(
                seat.Person.Name, seat.Organisation, seat.Person.Title, RoleOf(seat.Role), apology is not null, substitute);
        })];
    }

    private static MinutesRole RoleOf(Role role) => role switch
    {
        Role.Member => MinutesRole.Member,
        Role.CoChair => MinutesRole.CoChair,
        Role.Chair => MinutesRole.Chair,
        Role.Observer => MinutesRole.Observer,
        Role.Administrative => MinutesRole.Administrative,
        Role.Secretariat => MinutesRole.Secretariat,
        Role.Guest => MinutesRole.Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    internal static Role RoleOf(MinutesRole role) => role switch
    {
        MinutesRole.Member => Role.Member,
        MinutesRole.CoChair or MinutesRole.DeputyChair => Role.CoChair,
        MinutesRole.Chair => Role.Chair,
        MinutesRole.Observer => Role.Observer,
        MinutesRole.Administrative => Role.Administrative,
        MinutesRole.Secretariat => Role.Secretariat,
        MinutesRole.Guest => Role.Guest,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
