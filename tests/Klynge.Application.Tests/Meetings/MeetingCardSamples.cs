using Klynge.Application.Meetings;
using Klynge.Application.Tests.Agendas;
using Klynge.Application.Tests.Cards;
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
        yield return new("list-empty", MeetingListCard.Build([new MeetingsOfForum("Chefforum", Manages: true, [], [Texts.TooFewMeetings("Chefforum", 2026, 1, 4)])]));
        MeetingRow[] rows = [Row(meeting), Row(AgendaSamples.Meeting with { Place = AgendaSamples.Awkward })];
        yield return new("list", MeetingListCard.Build([new MeetingsOfForum("Chefforum", Manages: true, rows, []), new MeetingsOfForum("Driftsforum", Manages: false, rows, [])]));
        yield return new("roll-call", RollCallCard.Ask(meeting, People("Mads Holt")));
        yield return new("roll-call-awkward", RollCallCard.Ask(meeting, People(AgendaSamples.Awkward)));
    }

    private static MeetingRow Row(MeetingView meeting) => new(meeting.Id, meeting.ForumId, meeting.Time, meeting.Place, meeting.Status);

    private static IEnumerable<RollCallLine> People(string name)
    {
        yield return new(AgendaSamples.Id(1), name, Role.CoChair, Apology: false, Substitute: null, IsThere: true, Order: 1);
        yield return new(AgendaSamples.Id(2), name, Role.Member, Apology: true, name, IsThere: false, Order: 2);
        yield return new(AgendaSamples.Id(3), name, Role.Guest, Apology: false, Substitute: null, IsThere: false, Order: 3);
    }
}
