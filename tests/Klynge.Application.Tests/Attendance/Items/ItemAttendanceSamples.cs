using Klynge.Application.Attendance.Items;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Attendance.Items;

public sealed class ItemAttendanceSamples : ICardSamples
{
    public string Feature => "item-attendance";

    public IEnumerable<CardSample> Samples()
    {
        var meeting = AgendaSamples.Sent with { Status = MeetingStatus.Held };
        yield return new("ask", ItemAttendanceCard.Ask(meeting, AgendaSamples.Nomination, Of(5, recused: 1)));
        yield return new("ask-many", ItemAttendanceCard.Ask(meeting, AgendaSamples.Nomination, Of(60)));
        yield return new("ask-nobody", ItemAttendanceCard.Ask(meeting, AgendaSamples.Nomination, Of(0)));
        yield return new("saved", ItemAttendanceCard.Saved(meeting, AgendaSamples.Nomination, Of(9, recused: 1, away: 2)));
        yield return new("saved-no-quorum", ItemAttendanceCard.Saved(meeting, AgendaSamples.Nomination, Of(5, recused: 2, away: 2)));
        yield return new("saved-substitute-to-call-in", ItemAttendanceCard.Saved(meeting, AgendaSamples.Nomination, Replaced(isCalledIn: false), replaces: true));
        yield return new("saved-substitute-called-in", ItemAttendanceCard.Saved(meeting, AgendaSamples.Nomination, Replaced(isCalledIn: true), replaces: true));
        yield return new("saved-everybody", ItemAttendanceCard.Saved(meeting, AgendaSamples.Nomination, Of(5)));
    }

    internal static ItemAttendance Of(int seats, int recused = 0, int away = 0)
    {
        var sitting = Enumerable.Range(1, seats).Select(Sitting).ToList();
        return ItemAttendance.Of(
            sitting,
            [
                .. sitting.Take(recused).Select(one => Absent(one, ItemAbsenceKind.Recused)),
                .. sitting.Skip(recused).Take(away).Select(one => Absent(one, ItemAbsenceKind.Away)),
            ],
            new QuorumRule(0.5m, EverySector: false));
    }

    private static ItemAttendance Replaced(bool isCalledIn)
    {
        var seat = SampleRecords.Seat(SampleRecords.Forum(), "Mads Holt", "Birkelse Kommune", "Sten Vikar");
        var absence = Absent(new Sitting(seat, "Mads Holt"), ItemAbsenceKind.Recused);
        absence.SubstituteId = isCalledIn ? seat.SubstitutePeople[0].Id : null;
        return ItemAttendance.Of([new Sitting(seat, "Mads Holt") { Holder = "Mads Holt", Person = seat.PersonId }, Sitting(2), Sitting(3)], [absence], new QuorumRule(0.5m, EverySector: false));
    }

    private static Sitting Sitting(int number) => new(
        new ForumMember
        {
            Id = new MemberId(AgendaSamples.Id(500 + number)),
            ForumId = AgendaSamples.Meeting.ForumId,
            PersonId = new PersonId(AgendaSamples.Id(number)),
            Role = Role.Member,
            HasVote = true,
            Organisation = number % 2 == 0 ? "Region Fjordlandet" : "Birkelse Kommune",
            Sector = "region",
            From = new LocalDate(2026, 1, 1),
        },
        $"{(number % 3 == 0 ? "Anne-Margrethe *Skov* Kjærgaard" : "Bo Lund")} {number}");

    private static ItemAbsence Absent(Sitting one, ItemAbsenceKind kind) =>
        new() { ForumId = one.Seat.ForumId, ItemId = AgendaSamples.Nomination.Id, MemberId = one.Seat.Id, Kind = kind };
}
