using Klynge.Application.Forums.Chats;
using Klynge.Application.Messaging;
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
        var readers = new ChannelReaders(IsShared: true, People: 1_204, FromOtherTeams: 17, FromOtherTenants: 1);
        yield return new("others-read", ForumChatCards.OthersRead(board, forum, readers, ["Karen-Marie Bjerre", "Omar Said"], move: false));
        yield return new("others-read-unknown", ForumChatCards.OthersRead(board, forum, readers with { People = null }, [], move: true));
        yield return new("others-read-private", ForumChatCards.OthersRead(board, forum, new ChannelReaders(false, 9, 0, 0), [], move: false));
        yield return new("readers-came", ForumChatCards.ReadersCame("Chefforum", readers));
    }
}
