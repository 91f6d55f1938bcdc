using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>
/// How far a meeting is, for a card that asked or told of it: whether it has begun, whether it is over, that it is cancelled. Until the
/// meeting is further than the card says, the card stays as it was sent.
/// </summary>
internal static class MeetingStands
{
    private const string Said = "said";

    internal static CardRefresh Refreshed(MeetingView meeting)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Said] = (int)Stage(meeting.Status);
        return new CardRefresh(CardParts.Button(Texts.ToAgenda, MeetingVerbs.Stands, data));
    }

    internal static bool IsNews(MeetingView meeting, ActionData data) => data.Integer(Said) != (int)Stage(meeting.Status);

    internal static AdaptiveCard Build(MeetingView meeting, Instant? started, Instant? ended, LocalDate today) => CardParts.Note(
        meeting,
        meeting.Status switch
        {
            MeetingStatus.InProgress => Texts.Started,
            MeetingStatus.Held => Texts.IsOver,
            MeetingStatus.Cancelled => Texts.CancelledHeading,
            _ => Texts.Reopened,
        },
        [
            DanishFormat.Capitalised(CardParts.When(meeting.Time)),
            .. meeting.Status switch
            {
                MeetingStatus.InProgress when started is { } at => [Texts.BeganAt(at, today)],
                MeetingStatus.Held when ended is { } at => [Texts.EndedAt(at, today)],
                _ => Array.Empty<string>(),
            },
        ],
        [],
        [.. Next(meeting)]);

    /// <summary>What is next for the secretariat.</summary>
    internal static IEnumerable<CardAction> Next(MeetingView meeting)
    {
        yield return CardParts.ToAgenda(meeting.ForumId, meeting.Id);
        if (meeting.Status is MeetingStatus.InProgress)
        {
            yield return Button(Texts.EndMeeting, MeetingVerbs.Finish);
            yield return Button(Texts.Undo, MeetingVerbs.Reopen);
        }

        if (meeting.Status is MeetingStatus.Held)
        {
            yield return Button(Texts.WriteMinutes, Minutes.MinutesCard.ShowVerb);
            yield return Button(Texts.EditRollCall, MeetingVerbs.RollCallForm);
        }

        ExecuteAction Button(string title, ButtonRight verb) => CardParts.Button(title, verb, CardParts.Data(meeting.ForumId, meeting.Id));
    }

    /// <summary>That an agenda goes out answers none of the questions.</summary>
    private static MeetingStatus Stage(MeetingStatus status) => status == MeetingStatus.AgendaSent ? MeetingStatus.Planned : status;
}
