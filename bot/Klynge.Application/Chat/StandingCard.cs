using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Meetings;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat;

/// <summary>
/// Keeps the answer to a command that only shows how something stands, such as »frister«, from going stale: whoever looks at it later has
/// it drawn anew. Where Teams does not do so by itself, in a chat of more than 60 and for a card of one meeting, it says when it stood like
/// that, with a button that draws it anew.
/// </summary>
internal static class StandingCard
{
    /// <summary>What is added to a card takes less; one that fills itself to the brim leaves this much.</summary>
    internal const int Room = 2_000;

    /// <summary>The command that gives the card again.</summary>
    /// <param name="forum">The key of the forum that was chosen when the bot asked which one; null where it did not ask.</param>
    internal static ExecuteAction Again(string text, string? forum = null)
    {
        var data = new JsonObject { ["text"] = text };
        if (forum is not null)
            data["forum"] = forum;

        return new ExecuteAction(Texts.ShowAgain, forum is null ? ChatModule.RunVerb : ChatModule.ChooseForumVerb)
        {
            Data = data,
            AssociatedInputs = AssociatedInputs.None,
        };
    }

    /// <summary>The reply with what keeps it true. One that is kept so already, or is no card, stays as it is.</summary>
    internal static ChatReply Of(ChatReply reply, IShowsHowItStands command, ChatTurn turn, ExecuteAction again)
    {
        if (reply is not ChatReply.Card { Content: { Refresh: null } card } shown || (turn.IsPersonal && shown.Key is not null))
            return reply;

        var isOfAMeeting = command is IShowsAMeeting;
        var kept = card with
        {
            Refresh = isOfAMeeting ? null : new CardRefresh(again),
            Body = turn.IsPersonal && !isOfAMeeting
                ? card.Body
                : [.. card.Body, CardParts.Subtle(Texts.StoodLikeThis(turn.Now)), new ActionSet(again) { Spacing = Spacing.Small }],
        };
        return CardJson.MeasureBytes(kept) < CardJson.MaxBytes ? shown with { Content = kept } : reply;
    }
}
