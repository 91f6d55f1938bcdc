using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Forums.Chats;

/// <summary>The cards that link a chat to a forum.</summary>
public static class ForumChatCards
{
    private const int MostButtons = 5;

    /// <summary>Asks in the chat; who presses sees the forums that they may choose.</summary>
    public static AdaptiveCard Ask(string board) =>
        Card(board, Texts.WhichForum, [Texts.WhyForum], Button(Texts.ChooseForum, ForumChatFeature.ChooseVerb) with { Style = ActionStyle.Positive });

    /// <summary>Says it, for everybody in the chat.</summary>
    public static AdaptiveCard Linked(string forum, string board) => Card(
        $"{forum} · {board}",
        Texts.LinkedTo(forum),
        [Texts.LinkedWhat(forum), Texts.LinkedHint],
        Run(Texts.ShowAgenda, "dagsorden"),
        Run(Texts.ShowHelp, "hjælp"),
        Button(Texts.ChangeForum, ForumChatFeature.ChooseVerb) with { Mode = ActionMode.Secondary });

    /// <summary>The forums of which somebody is in the secretariat.</summary>
    public static AdaptiveCard Choose(string board, IReadOnlyList<Forum> forums) => forums.Count <= MostButtons
        ? Card(board, Texts.ChooseHeading, [Texts.ChooseHint], [.. forums.Select(forum => Link(Texts.LinkTo(forum.Name), forum.Id))])
        : Card(board, Texts.ChooseHeading, [Texts.ChooseHint], new ExecuteAction(Texts.Link, ForumChatFeature.LinkVerb) { Style = ActionStyle.Positive })
            .With(new ChoiceSetInput("forum", Texts.ForumLabel, [.. forums.Select(forum => new Choice(forum.Name, forum.Id.Value.ToString("N")))])
            {
                IsRequired = true,
                ErrorMessage = Texts.ForumMissing,
            });

    /// <summary>Asks once more before a chat changes hands.</summary>
    public static AdaptiveCard Move(string board, string from, Forum to) => Card(
        $"{to.Name} · {board}",
        Texts.Move(from, to.Name),
        [Texts.MoveWhat(from, to.Name)],
        Link(Texts.YesMove(to.Name), to.Id, move: true) with { Style = ActionStyle.Destructive },
        Button(Texts.Keep(from), ForumChatFeature.ShowVerb));

    private static ExecuteAction Link(string title, ForumId forum, bool move = false) =>
        Button(title, ForumChatFeature.LinkVerb) with { Data = new JsonObject { ["forum"] = forum.Value.ToString("N"), ["move"] = move } };

    private static ExecuteAction Run(string title, string text) =>
        Button(title, ChatModule.RunVerb) with { Data = new JsonObject { ["text"] = text } };

    private static ExecuteAction Button(string title, string verb) => new(title, verb) { AssociatedInputs = AssociatedInputs.None };

    private static AdaptiveCard With(this AdaptiveCard card, CardElement element) => card with { Body = [.. card.Body, element] };

    private static AdaptiveCard Card(string first, string heading, IEnumerable<string> lines, params IReadOnlyList<CardAction> actions) => new AdaptiveCard
    {
        Speak = heading,
        FallbackText = heading,
        Body =
        [
            new TextBlock(CardText.Escape(first)) { Size = TextSize.Small, IsSubtle = true },
            new TextBlock(CardText.Escape(heading))
            {
                Weight = TextWeight.Bolder,
                Size = TextSize.Large,
                Style = TextBlockStyle.Heading,
                Spacing = Spacing.Small,
            },
            .. lines.Select(line => new TextBlock(CardText.Escape(line)) { Spacing = Spacing.Small }),
        ],
        Actions = actions,
    }.WithButtonsInLines();
}
