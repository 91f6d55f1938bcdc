using System.Text.Json.Nodes;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>Says a <see cref="ChatReply"/> as a message, or as the answer to a button.</summary>
public sealed class ChatAnswers(SharedCards shared, WorkspaceLinks links)
{
    /// <summary>A press with less typed text than this never makes a card too large.</summary>
    private const int LongPress = 10_000;

    internal async Task SayAsync(TurnContext turn, ChatTurn who, ChatReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case ChatReply.Silence:
                break;
            case ChatReply.Words words:
                await turn.ReplyMarkdownAsync(words.Markdown, cancellationToken);
                break;
            case ChatReply.Card card:
                await shared.ReplyAsync(turn, who, card with { Content = Linked(turn, card.Content) }, cancellationToken);
                break;
            case ChatReply.Shared { Key: var key }:
                await shared.RepostAsync(turn, who, key, cancellationToken);
                break;
            case ChatReply.Refused { Error: WhichForum which }:
                await turn.ReplyAsync(Ask(which, who.Text, QuestionKey.Of(who)), cancellationToken);
                break;
            case ChatReply.Refused { Error: DateAmbiguous which } when DateQuestion.CanAsk(which, who.Text):
                await turn.ReplyAsync(DateQuestion.Build(which, who.Text, QuestionKey.Of(who)), cancellationToken);
                break;
            case ChatReply.Refused { Error: CommandUnclear which }:
                await turn.ReplyAsync(AskCard.Choose(which.Text, which.Choices), cancellationToken);
                break;
            case ChatReply.Refused { Error: AlreadyHandled }:
                break;
            case ChatReply.Refused { Error: var error }:
                await turn.ReplyAsync(error.Text, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"No such reply: {reply.GetType().Name}.");
        }
    }

    internal async Task<CardActionResponse> ToResponseAsync(
        TurnContext turn, ChatTurn who, ChatReply reply, CancellationToken cancellationToken, bool isRefresh = false)
    {
        switch (reply)
        {
            case ChatReply.Card card when IsTooLarge(turn, card.Content):
                return CardActionResponse.Error("CardTooLarge", Texts.TooLongForTheCard);
            case ChatReply.Card card:
                if (!isRefresh)
                    await shared.ReplacedAsync(turn, who, card, cancellationToken);

                return CardActionResponse.Card(Linked(turn, card.Content));
            case ChatReply.Words words:
                return CardActionResponse.Message(words.Markdown);
            case ChatReply.Silence:
                return CardActionResponse.Message(string.Empty);
            case ChatReply.Shared { Key: var key }:
                return await shared.DrawAsync(key, who.ConversationId, cancellationToken) is { } drawn
                    ? CardActionResponse.Card(drawn)
                    : CardActionResponse.Error("CardGone", Texts.OldCard);
            case ChatReply.Refused { Error: WhichForum which } when !isRefresh:
                return CardActionResponse.Card(Ask(which, who.Text, QuestionKey.Of(who)));
            case ChatReply.Refused { Error: DateAmbiguous which } when !isRefresh && DateQuestion.CanAsk(which, who.Text):
                return CardActionResponse.Card(DateQuestion.Build(which, who.Text, QuestionKey.Of(who)));
            case ChatReply.Refused { Error: CommandUnclear which }:
                return CardActionResponse.Card(AskCard.Choose(which.Text, which.Choices));
            case ChatReply.Refused { Error: AlreadyHandled handled }:
                return CardActionResponse.Message(handled.Text);
            case ChatReply.Refused { Error: var error }:
                return CardActionResponse.Error(error.Code, error.Text);
            default:
                throw new InvalidOperationException($"No such reply: {reply.GetType().Name}.");
        }
    }

    private AdaptiveCard Linked(TurnContext turn, AdaptiveCard card) => links.On(card, turn.Activity.ChannelId, turn.Activity.Recipient?.Id);

    /// <summary>A form that comes back with a long text may be more than Teams takes; refused, it stays where it is with all that was typed.</summary>
    private static bool IsTooLarge(TurnContext turn, AdaptiveCard card) =>
        turn.Activity.Value?.GetRawText().Length > LongPress && CardJson.MeasureBytes(card) > CardJson.MaxBytes;

    internal static AdaptiveCard Ask(WhichForum which, string text, string? question = null) => new()
    {
        Speak = which.Text,
        FallbackText = which.Text,
        Body =
        [
            new TextBlock(which.Text) { Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            .. which.Choices.Select(choice => new ActionSet([new ExecuteAction(choice.Name, ChatModule.ChooseForumVerb)
            {
                Data = QuestionKey.On(new JsonObject { ["text"] = text, ["forum"] = choice.Key }, question),
            }])
            { Spacing = Spacing.Small }),
        ],
    };
}
