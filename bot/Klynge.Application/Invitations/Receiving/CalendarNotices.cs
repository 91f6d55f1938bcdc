using Klynge.Application.Meetings;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>What the secretariat is told of the calendar's doings.</summary>
internal static class CalendarNotices
{
    private const int MaxMeetings = 12;

    /// <summary>Meetings that were created or tied to an event, in their order.</summary>
    internal static AdaptiveCard Linked(MeetingView first, IReadOnlyList<(MeetingTime Time, bool IsNew)> meetings)
    {
        var shown = meetings.Take(MaxMeetings).Select(one => one.IsNew ? Texts.Created(one.Time) : Texts.Linked(one.Time));
        var more = meetings.Count > MaxMeetings ? new[] { Texts.AndMore(meetings.Count - MaxMeetings) } : [];
        return CardParts.Note(
            first,
            meetings.Count == 1 ? Texts.LinkedHeading : Texts.LinkedManyHeading,
            [.. shown, .. more, Texts.LinkedHint],
            [],
            CardParts.ToAgenda(first.ForumId, first.Id));
    }

    internal static AdaptiveCard Moved(MeetingView meeting, MeetingTime before) => CardParts.Note(
        meeting,
        Texts.MovedHeading,
        [Meetings.Texts.NewTime(meeting.Time), Meetings.Texts.OldTime(before), .. Place(meeting), Texts.MovedHere],
        [],
        CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    internal static AdaptiveCard Cancelled(MeetingView meeting, int people) => CardParts.Note(
        meeting,
        Texts.CancelledHeading,
        [When(meeting), Texts.Told(people)],
        [],
        CardParts.Button(Texts.Reinstate, InvitationVerbs.Reinstate, CardParts.Data(meeting.ForumId, meeting.Id))) with
    {
        Refresh = MeetingStands.Refreshed(meeting),
    };

    internal static AdaptiveCard NotRead(MeetingView meeting, Error why) => CardParts.Note(
        meeting, Texts.NotReadHeading, [When(meeting), why.Text], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id));

    internal static AdaptiveCard Ended(MeetingView meeting) =>
        CardParts.Note(meeting, Texts.EndedHeading, [When(meeting), Texts.EndedHint], [], ByHand(meeting));

    internal static AdaptiveCard ReportLate(MeetingView meeting, Instant again) =>
        CardParts.Note(meeting, Texts.ReportLateHeading, [When(meeting), Texts.TryAgain(again)], [], ByHand(meeting));

    internal static AdaptiveCard ReportMissing(MeetingView meeting) =>
        CardParts.Note(meeting, Texts.ReportMissingHeading, [When(meeting), Texts.ReportMissingHint], [], ByHand(meeting));

    private static ExecuteAction ByHand(MeetingView meeting) =>
        CardParts.Button(Texts.WriteYourself, MeetingVerbs.RollCallForm, CardParts.Data(meeting.ForumId, meeting.Id));

    private static string[] Place(MeetingView meeting) => meeting.Place.Length > 0 ? [Meetings.Texts.At(meeting.Place)] : [];

    private static string When(MeetingView meeting) => DanishFormat.Capitalised(CardParts.When(meeting.Time));
}
