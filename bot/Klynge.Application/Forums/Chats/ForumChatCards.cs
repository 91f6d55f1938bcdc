using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Teams.Cards;

namespace Klynge.Application.Forums.Chats;

/// <summary>The cards that link a chat to a forum.</summary>
public static class ForumChatCards
{
    private const int MaxButtons = 5;

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
    public static AdaptiveCard Choose(string board, IReadOnlyList<Forum> forums) => forums.Count <= MaxButtons
        ? Card(board, Texts.ChooseHeading, [Texts.ChooseHint], [.. forums.Select(forum => Link(Texts.LinkTo(forum.Name), forum.Id))])
        : Card(board, Texts.ChooseHeading, [Texts.ChooseHint], new ExecuteAction(Texts.Link, ForumChatFeature.LinkVerb) { Style = ActionStyle.Positive })
            .With(new ChoiceSetInput("forum", Texts.ForumLabel, [.. forums.Select(forum => new Choice(forum.Name, CardIds.Write(forum.Id)))])
            {
                IsRequired = true,
                ErrorMessage = Texts.ForumMissing,
            });

    /// <summary>Asks once more before a chat changes hands.</summary>
    public static AdaptiveCard Move(string board, string from, Forum to, string? readers = null) => Card(
        $"{to.Name} · {board}",
        Texts.Move(from, to.Name),
        [Texts.MoveWhat(from, to.Name)],
        Link(Texts.YesMove(to.Name), to.Id, move: true, readers) with { Style = ActionStyle.Destructive },
        Button(Texts.Keep(from), ForumChatFeature.ShowVerb));

    /// <summary>Tells who reads along before a forum is linked to a shared or private channel.</summary>
    /// <param name="mailOnly">The forum's people whom the bot can reach by mail only, by name.</param>
    public static AdaptiveCard OthersRead(string board, Forum forum, ChannelReaders readers, IReadOnlyList<string> mailOnly, bool move) => Card(
        $"{forum.Name} · {board}",
        Texts.ReadersHeading(readers),
        [.. Texts.WhoReads(readers), Texts.NothingClosed, .. mailOnly.Count == 0 ? Array.Empty<string>() : [Texts.MailOnly(mailOnly)]],
        Link(Texts.LinkAnyway(forum.Name), forum.Id, move, readers.Token),
        Button(Texts.DoNotLink, ForumChatFeature.ShowVerb));

    /// <summary>Tells a forum's secretariat that more outsiders read its channel than when they chose it.</summary>
    public static AdaptiveCard ReadersCame(string forum, ChannelReaders readers) =>
        Card(forum, Texts.ReadersCame(forum), [.. Texts.WhoReads(readers), Texts.NothingClosed, Texts.MayUnlink]);

    private static ExecuteAction Link(string title, ForumId forum, bool move = false, string? readers = null)
    {
        var data = new JsonObject { [CardIds.Forum] = CardIds.Write(forum), ["move"] = move };
        if (readers is not null)
            data["readers"] = readers;
        return Button(title, ForumChatFeature.LinkVerb) with { Data = data };
    }

    private static ExecuteAction Run(string title, string text) =>
        Button(title, ChatModule.RunVerb) with { Data = new JsonObject { ["text"] = text } };

    private static ExecuteAction Button(string title, ButtonRight verb) => new(title, verb) { AssociatedInputs = AssociatedInputs.None };

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
