using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Invitations;

/// <summary>Asks the secretariat which is right where the calendar and the board's record were both changed.</summary>
internal static class ConflictCard
{
    internal const string Question = "question";

    /// <summary>The question as it stands now.</summary>
    internal static AdaptiveCard Of(MeetingView meeting, CalendarLink link, int people) =>
        link.IsGone ? Gone(meeting, link, people) : Ask(meeting, link, people);

    /// <summary>The meeting stands at different times or places here and there.</summary>
    /// <param name="people">How many are told when the calendar's is taken.</param>
    internal static AdaptiveCard Ask(MeetingView meeting, CalendarLink link, int people) => Card(
        meeting,
        link,
        Texts.DifferHeading,
        [
            new FactSet(
                new Fact(Texts.Here, CardText.Escape(Texts.Value(meeting.Time, meeting.Place))),
                new Fact(Texts.There, CardText.Escape(Texts.Value(link.Time!, link.Place ?? string.Empty)))),
            CardParts.Subtle(Texts.DifferHint(people)),
        ],
        Texts.UseCalendar,
        Texts.KeepOurs);

    /// <summary>The event is gone, and the meeting had been moved here by hand.</summary>
    /// <param name="people">How many are told when it is cancelled.</param>
    internal static AdaptiveCard Gone(MeetingView meeting, CalendarLink link, int people) => Card(
        meeting,
        link,
        Texts.GoneHeading,
        [CardParts.Line(DanishFormat.Capitalised(CardParts.When(meeting.Time))), CardParts.Subtle(Texts.GoneHint(people))],
        Texts.CancelMeeting,
        Texts.KeepMeeting);

    /// <summary>What became of the question, for a secretary whose card still asks.</summary>
    /// <param name="by">Who answered it, and when; null where nobody had to.</param>
    internal static AdaptiveCard Settled(MeetingView meeting, CalendarLink link, string? by) => CardParts.Note(
        meeting,
        meeting.Status switch
        {
            MeetingStatus.Cancelled => Meetings.Texts.CancelledHeading,
            MeetingStatus.Held => Texts.NoLongerAsked,
            _ => by is null ? Texts.AgreeHeading : link.SettledForCalendar ? Texts.UsedHeading : Texts.KeptHeading,
        },
        [DanishFormat.Capitalised(CardParts.When(meeting.Time)), .. by is null ? Array.Empty<string>() : [by]],
        [],
        CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    private static AdaptiveCard Card(
        MeetingView meeting, CalendarLink link, string heading, IReadOnlyList<CardElement> body, string use, string keep) => new()
        {
            Speak = CardParts.Spoken($"{meeting.Forum}: {heading}"),
            FallbackText = $"{meeting.Forum}: {heading}",
            Refresh = new CardRefresh(CardParts.Button(heading, InvitationVerbs.Conflict, CardParts.Data(meeting.ForumId, meeting.Id))),
            Body =
            [
                CardParts.ForumLine(meeting.Forum, meeting.Board),
                CardParts.Heading(heading),
                .. body,
            ],
            Actions = [Button(meeting, link, use, InvitationVerbs.UseCalendar), Button(meeting, link, keep, InvitationVerbs.KeepOurs)],
        };

    private static ExecuteAction Button(MeetingView meeting, CalendarLink link, string title, ButtonRight verb)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Question] = link.Question;
        return CardParts.Button(title, verb, data);
    }
}
