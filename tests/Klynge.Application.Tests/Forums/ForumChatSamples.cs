using Klynge.Application.Forums.Chats;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Forums;

/// <summary>The cards that link a chat to a forum, with fixed ids.</summary>
public sealed class ForumChatSamples : ICardSamples
{
    public string Feature => "forums";

    public IEnumerable<CardSample> Samples()
    {
        const string board = "Sundhedsråd Klitlandet";
        var forum = SampleRecords.Forum();
        yield return new("ask", ForumChatCards.Ask(board));
        yield return new("linked", ForumChatCards.Linked("Chefforum", board));
        yield return new("linked-awkward", ForumChatCards.Linked("**Forum** <b>x</b> <at>Alle</at> 🙂 " + new string('å', 60), board));
        yield return new("choose-one", ForumChatCards.Choose(board, [forum]));
        yield return new("choose-of-many", ForumChatCards.Choose(board, [forum, forum, forum, forum, forum, forum]));
        yield return new("move", ForumChatCards.Move(board, "Driftsforum", forum));
    }
}
