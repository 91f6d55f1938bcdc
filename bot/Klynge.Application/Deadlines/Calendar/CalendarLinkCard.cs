using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>The way to the deadlines in one's own calendar.</summary>
internal static class CalendarLinkCard
{
    /// <param name="since">Since when the person has a link that works; null for none.</param>
    /// <param name="told">What the person has just done; null for a look.</param>
    internal static AdaptiveCard Build(Forum forum, LocalDate? since, string? told = null) => new()
    {
        Speak = CardParts.Spoken($"{forum.Name}: {CalendarTexts.LinkHeading}"),
        FallbackText = $"{forum.Name}: {CalendarTexts.LinkHeading}",
        Body =
        [
            CardParts.Subtle(forum.Name),
            CardParts.Heading(CalendarTexts.LinkHeading),
            .. told is null ? Array.Empty<CardElement>() : [new Container(CardParts.Line(told)) { Style = ContainerStyle.Good }],
            CardParts.Line(CalendarTexts.LinkIntro),
            .. since is { } day ? [CardParts.Line(CalendarTexts.LinkStands(day)), CardParts.Subtle(CalendarTexts.LinkLeaked)] : Array.Empty<CardElement>(),
        ],
        Actions = since is null
            ? [Create(forum, CalendarTexts.CreateLink) with { Style = ActionStyle.Positive }]
            : [Create(forum, CalendarTexts.NewLink), Revoke(forum) with { Style = ActionStyle.Destructive }],
    };

    internal static AdaptiveCard Made(Forum forum, Uri link) => new()
    {
        Speak = CardParts.Spoken($"{forum.Name}: {CalendarTexts.LinkHeading}"),
        FallbackText = $"{forum.Name}: {CalendarTexts.LinkHeading}",
        Body =
        [
            CardParts.Subtle(forum.Name),
            CardParts.Heading(CalendarTexts.LinkHeading),
            CardParts.Line(CalendarTexts.LinkHowTo),
            new TextInput("link", CalendarTexts.LinkLabel) { Value = link.ToString() },
            CardParts.Subtle(CalendarTexts.LinkOnce),
        ],
        Actions = [Revoke(forum)],
    };

    private static ExecuteAction Create(Forum forum, string title) =>
        CardParts.Button(title, DeadlineVerbs.CalendarCreate, DeadlineParts.Data(forum.Id));

    private static ExecuteAction Revoke(Forum forum) =>
        CardParts.Button(CalendarTexts.RevokeLink, DeadlineVerbs.CalendarRevoke, DeadlineParts.Data(forum.Id));
}
