using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Application.Search;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// »hjælp« against the product: in every kind of chat a person of every kind gives every command. What help names is done; what it does not
/// name is refused.
/// </summary>
public sealed class HelpRightsTests
{
    private static readonly Actors[] Known = [.. RightsPeople.Columns.Where(actor => actor != Actors.Stranger)];

    [Theory]
    [InlineData(ConversationKind.Personal, false)]
    [InlineData(ConversationKind.Group, true)]
    [InlineData(ConversationKind.Group, false)]
    [InlineData(ConversationKind.Channel, true)]
    [InlineData(ConversationKind.Channel, false)]
    public async Task EveryCommand_ByEveryRole_SucceedsWhereHelpNamesIt_AndNowhereElse(ConversationKind kind, bool isForums)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var (before, wrong, refused) = (board.Contents(), new List<string>(), 0);
        foreach (var actor in Known)
        {
            ForumId? forum = isForums ? board.Forum.Id : null;
            var help = await chat.Help.ViewAsync(board.People[actor].Id, forum, kind == ConversationKind.Personal, default);
            foreach (var command in CommandCatalogue.All.Where(command => command.Name != "hjælp"))
            {
                var reply = await chat.SayAsync(command.Right, actor, kind, forum);
                if (reply is ChatReply.Refused { Error: WhichForum })
                    reply = await chat.SayAsync(command.Right, actor, kind, forum, chosen: board.Forum.Id);

                Assert.NotNull(reply);
                var isNamed = help.Commands.Contains(command);
                if (isNamed == IsRefused(reply))
                    wrong.Add($"»{command.Name}« by {actor}: {(isNamed ? "named" : "not named")}, and the answer is {reply}");

                refused += isNamed ? 0 : 1;
                if (before != board.Contents())
                    board.PutBack();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(refused, 1, Known.Length * CommandCatalogue.All.Count);
    }

    private static bool IsRefused(ChatReply reply) => reply is ChatReply.Refused || IsElsewhere(reply);

    private static bool IsElsewhere(ChatReply reply) => reply is ChatReply.Words { Markdown: var words } && words == Application.Chat.Texts.OnlyInPersonalChat;
}
