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
    /// <summary>Another forum's secretariat proposes a case. Whether it is taken on is decided where it stands, so that the card stays true.</summary>
    internal static AdaptiveCard Proposed(ComingItem coming, string forum, string board, string from)
    {
        var heading = AgreementTexts.ProposalFrom(from);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{forum}: {heading}"),
            FallbackText = $"{forum}: {heading}",
            Body =
            [
                CardParts.ForumLine(forum, board),
                CardParts.Heading(heading),
                CardParts.Line(NoticeTitle.Of(coming.Content).ToString()),
                .. coming.WantedWords is { } words ? [CardParts.Subtle(DanishFormat.Capitalised($"ønskes {words}"))] : Array.Empty<CardElement>(),
            ],
            Actions = [CardParts.Button(Texts.Open, ComingVerbs.Show, new JsonObject().With(CardIds.Forum, coming.ForumId).With(CardIds.Coming, coming.Id))],
        }.WithButtonsInLines();
    }
}
