using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Tests.Meetings;

public sealed class MeetingCardSamples : ICardSamples
{
    public string Feature => "meetings";

    public IEnumerable<CardSample> Samples()
    {
        var meeting = AgendaSamples.Sent;
        yield return new("move", MeetingForms.Move(meeting, people: 16));
        yield return new("move-unknown", MeetingForms.Move(AgendaSamples.Meeting, people: 0));
        yield return new("cancel", MeetingForms.Cancel(meeting, people: 16));
        yield return new("details", MeetingForms.Details(meeting, []));
        yield return new("moved", MeetingNotices.Moved(meeting, new MeetingTime(new LocalDate(2026, 2, 2), new LocalTime(9, 0), null), hasApologised: true));
        yield return new("cancelled", MeetingNotices.Cancelled(meeting with { CancellationReason = AgendaSamples.Awkward }));
        var (noon, today) = (Instant.FromUtc(2026, 2, 3, 11, 5), new LocalDate(2026, 2, 3));
        yield return new("begin-question", MeetingQuestions.Begin(meeting, today, Texts.TeamsHasStarted));
        yield return new("begin-question-pressed", MeetingQuestions.Begin(meeting, today));
        yield return new("finish-question", MeetingQuestions.Finish(meeting with { Status = MeetingStatus.InProgress }, noon, noon + Duration.FromMinutes(3), Texts.TeamsHasEnded));
        yield return new("stands-begun", MeetingStands.Build(meeting with { Status = MeetingStatus.InProgress }, noon, null, today));
        yield return new("stands-held", MeetingStands.Build(meeting with { Status = MeetingStatus.Held }, noon, noon + Duration.FromHours(2), today.PlusDays(1)));
        yield return new("list-empty", MeetingListCard.Build([new MeetingsOfForum("Chefforum", Manages: true, [], [Texts.TooFewMeetings("Chefforum", 2026, 1, 4)])]));
        MeetingRow[] rows = [Row(meeting), Row(AgendaSamples.Meeting with { Place = AgendaSamples.Awkward })];
        yield return new("list", MeetingListCard.Build([new MeetingsOfForum("Chefforum", Manages: true, rows, []), new MeetingsOfForum("Driftsforum", Manages: false, rows, [])]));
        yield return new("roll-call", RollCallCard.Sent(meeting, People("Mads Holt")));
        yield return new("roll-call-report", RollCallCard.Ask(new RollCallView(
            meeting, [.. Reported("Mads Holt")], [Presence(1, "+45 20 ** ** 12", AttendanceKind.Phone), Presence(2, "Gitte", AttendanceKind.Anonymous)], HasReport: true)));
        yield return new("roll-call-report-room", RollCallCard.Ask(new RollCallView(
            meeting, [.. Reported("Mads Holt"), InRoom("Lene Aagaard")], [], HasReport: true, ["Mødelokale 3, Regionshuset"])));
        yield return new("roll-call-report-awkward", RollCallCard.Ask(
            new RollCallView(
                meeting, [.. Reported(AgendaSamples.Awkward)], [.. Enumerable.Range(1, 7).Select(index => Presence(index, AgendaSamples.Awkward, AttendanceKind.Account))], HasReport: true),
            Texts.CalendarSilent));
        yield return new("roll-call-awkward", RollCallCard.Sent(meeting, People(AgendaSamples.Awkward)));
    }

    private static MeetingRow Row(MeetingView meeting) => new(meeting.Id, meeting.ForumId, meeting.Time, meeting.Place, meeting.Status);

    private static IEnumerable<RollCallLine> Reported(string name)
    {
        int?[] minutes = [112, 45, 4, 0, null];
        foreach (var (index, there) in minutes.Index())
        {
            var proposal = AttendanceRules.Propose(apology: index == 1, there, needed: 10);
            yield return new(new ParticipantId(AgendaSamples.Id(index + 1)), name, Role.Member, index == 1, null, there >= 10, index, Texts.Evidence(proposal, there, null));
        }
    }

    private static RollCallLine InRoom(string name) => new(
        new ParticipantId(AgendaSamples.Id(9)), name, Role.Member, Apology: false, null, IsThere: false, 9, Texts.Evidence(AttendanceRules.Propose(false, null, 10, mayBeInRoom: true), null, null));

    private static Presence Presence(int number, string name, AttendanceKind kind)
    {
        var presence = new Presence { MeetingId = AgendaSamples.Meeting.Id, Address = $"a{number}", Name = name, Kind = kind, Minutes = 40 + number };
        typeof(Presence).GetProperty(nameof(Domain.Attendance.Presence.Id))!.SetValue(presence, new PresenceId(AgendaSamples.Id(number)));
        return presence;
    }

    private static IEnumerable<RollCallLine> People(string name)
    {
        yield return new(new ParticipantId(AgendaSamples.Id(1)), name, Role.CoChair, Apology: false, Substitute: null, IsThere: true, Order: 1);
        yield return new(new ParticipantId(AgendaSamples.Id(2)), name, Role.Member, Apology: true, name, IsThere: false, Order: 2);
        yield return new(new ParticipantId(AgendaSamples.Id(3)), name, Role.Guest, Apology: false, Substitute: null, IsThere: false, Order: 3);
    }
}
