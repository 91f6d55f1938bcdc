using Klynge.Application.Rights;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>The questions before a meeting begins long before its time, or ends right after its start.</summary>
internal static class MeetingQuestions
{
    /// <summary>In the data of the button that answers yes.</summary>
    internal const string Sure = "sure";

    /// <param name="told">Why it is asked; null for the person who pressed the button.</param>
    internal static AdaptiveCard Begin(MeetingView meeting, LocalDate today, string? told = null) => CardParts.Note(
        meeting,
        told is null ? Texts.BeginNow : Texts.HasItBegun,
        [.. told is null ? Array.Empty<string>() : [told], Texts.IsFirst(meeting.Time, today), Texts.BeginMeans],
        [],
        Yes(meeting, Texts.BeginYes, MeetingVerbs.Begin),
        CardParts.ToAgenda(meeting.ForumId, meeting.Id)) with
    {
        Refresh = told is null ? null : MeetingStands.Refreshed(meeting),
    };

    /// <param name="started">When it began; null for a meeting that nobody has begun.</param>
    /// <param name="told">Why it is asked; null for the person who pressed the button.</param>
    internal static AdaptiveCard Finish(MeetingView meeting, Instant? started, Instant now, string? told = null) => CardParts.Note(
        meeting,
        told is null ? Texts.FinishNow : Texts.HasItEnded,
        [
            .. told is null ? Array.Empty<string>() : [told],
            started is { } at ? Texts.LastedOnly(now - at) : Texts.NotBegun(meeting.Time),
            Texts.FinishMeans,
        ],
        [],
        [
            Yes(meeting, Texts.FinishYes, MeetingVerbs.Finish),
            .. started is null
                ? Array.Empty<CardAction>()
                : [CardParts.Button(Texts.WasATrial, MeetingVerbs.Reopen, CardParts.Data(meeting.ForumId, meeting.Id))],
            CardParts.ToAgenda(meeting.ForumId, meeting.Id),
        ]) with
    {
        Refresh = told is null ? null : MeetingStands.Refreshed(meeting),
    };

    private static ExecuteAction Yes(MeetingView meeting, string title, ButtonRight verb)
    {
        var data = CardParts.Data(meeting.ForumId, meeting.Id);
        data[Sure] = true;
        return CardParts.Submit(title, verb, data);
    }
}
