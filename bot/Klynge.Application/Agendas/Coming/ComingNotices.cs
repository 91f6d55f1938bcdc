using System.Text.Json.Nodes;
using Klynge.Application.Agreements;
using Klynge.Application.Chat;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas.Coming;

/// <summary>What a secretariat hears that has not asked.</summary>
internal static class ComingNotices
{
    /// <summary>Another forum has sent an item. It is taken on, or not, where it stands.</summary>
    internal static AdaptiveCard Sent(ComingItem coming, string forum, string board, string from) =>
        Notice(coming, forum, board, Sending.Texts.NoticeHeading(from), [.. coming.WantedWords is { } words ? [$"ønskes {words}"] : Array.Empty<string>(), .. coming.Remark is { } remark ? [remark] : Array.Empty<string>()]);

    /// <summary>The forum that an item was sent to has said no; it waits where it came from.</summary>
    /// <param name="own">What it is there.</param>
    /// <param name="by">The forum that said no.</param>
    internal static AdaptiveCard Declined(ComingItem own, string forum, string board, string by, string? reason) =>
        Notice(own, forum, board, Sending.Texts.DeclinedBy(by), reason is null ? [] : [reason]);

    /// <summary>Another forum's secretariat proposes a case. Whether it is taken on is decided where it stands, so that the card stays true.</summary>
    internal static AdaptiveCard Proposed(ComingItem coming, string forum, string board, string from)
    {
        return Notice(coming, forum, board, AgreementTexts.ProposalFrom(from), coming.WantedWords is { } words ? [$"ønskes {words}"] : []);
    }

    private static AdaptiveCard Notice(ComingItem coming, string forum, string board, string heading, IReadOnlyList<string> more)
    {
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {heading}"),
            FallbackText = $"{forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(forum, board),
                CardParts.Heading(heading),
                CardParts.Line(NoticeTitle.Of(coming.Content).ToString()),
                .. more.Select(line => CardParts.Subtle(DanishFormat.Capitalised(line))),
            ],
            Actions = [CardParts.Button(Texts.Open, ComingVerbs.Show, new JsonObject().With(CardIds.Forum, coming.ForumId).With(CardIds.Coming, coming.Id))],
        }.WithButtonsInLines();
    }
}
