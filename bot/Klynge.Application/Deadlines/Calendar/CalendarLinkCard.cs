using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>The way to the deadlines in one's own calendar.</summary>
internal static class CalendarLinkCard
{
    /// <param name="stands">The person has a link that works.</param>
    internal static AdaptiveCard Build(Forum forum, bool stands)
    {
        var create = CardParts.Button(stands ? Texts.NewLink : Texts.CreateLink, DeadlineVerbs.CalendarCreate, DeadlineParts.Data(forum.Id));
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum.Name}: {Texts.LinkHeading}"),
            FallbackText = $"{forum.Name}: {Texts.LinkHeading}",
            Body =
            [
                CardParts.Subtle(forum.Name),
                CardParts.Heading(Texts.LinkHeading),
                CardParts.Line(Texts.LinkIntro),
                .. stands ? [CardParts.Line(Texts.LinkStands), CardParts.Subtle(Texts.LinkOnce)] : Array.Empty<CardElement>(),
            ],
            Actions = stands ? [create, Revoke(forum)] : [create],
        };
    }

    internal static AdaptiveCard Made(Forum forum, Uri link) => new()
    {
        Speak = CardParts.Spoken($"{forum.Name}: {Texts.LinkHeading}"),
        FallbackText = $"{forum.Name}: {Texts.LinkHeading}",
        Body =
        [
            CardParts.Subtle(forum.Name),
            CardParts.Heading(Texts.LinkHeading),
            CardParts.Line(Texts.LinkHowTo),
            new TextInput("link", Texts.LinkLabel) { Value = link.ToString() },
            CardParts.Subtle(Texts.LinkOnce),
        ],
        Actions = [Revoke(forum)],
    };

    private static ExecuteAction Revoke(Forum forum) =>
        CardParts.Button(Texts.RevokeLink, DeadlineVerbs.CalendarRevoke, DeadlineParts.Data(forum.Id)) with { Style = ActionStyle.Destructive };
}
