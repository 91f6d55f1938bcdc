using Klynge.Application.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Meetings;

/// <summary>What everybody in a forum is told when a meeting they know of changes.</summary>
internal static class MeetingNotices
{
    internal static AdaptiveCard Moved(MeetingView meeting, MeetingTime before, bool hasApologised) => CardParts.Note(
        meeting,
        Texts.MovedHeading,
        [
            Texts.NewTime(meeting.Time),
            Texts.OldTime(before),
            .. meeting.Place.Length > 0 ? new[] { Texts.At(meeting.Place) } : [],
        ],
        hasApologised ? [Texts.ApologyStands] : [],
        CardParts.ToAgenda(meeting.ForumId, meeting.Id),
        CardParts.Button(Texts.Apologise, AgendaVerbs.ApologyForm, CardParts.Data(meeting.ForumId, meeting.Id)));

    internal static AdaptiveCard Cancelled(MeetingView meeting) => CardParts.Note(
        meeting,
        Texts.CancelledHeading,
        [
            DanishFormat.Capitalised(CardParts.When(meeting.Time)),
            meeting.CancellationReason is { } reason ? Texts.Because(reason) : Texts.AskWhy,
        ],
        []);
}
