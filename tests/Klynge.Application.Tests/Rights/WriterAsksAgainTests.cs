using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// The write asks again. Here the gate lets everybody into everything, as it would if what a turn had found were wrong or out of date: whoever
/// the table refuses still changes nothing, by no button and no command.
/// </summary>
public sealed class WriterAsksAgainTests
{
    private const string Chat = "19:chefforum@thread.v2";

    [Fact]
    public async Task EveryButtonAndCommand_BehindAGateThatLetsEverybodyIn_ChangesNothingForWhomTheTableRefuses()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var (wrong, changing, chats) = (new List<string>(), 0, await ChatsAsync(board));
        foreach (var right in RightsTable.All.Where(right => right is ButtonRight button ? chat.Routes.Verbs.Contains(button.Verb) : right.GetType().IsGenericType))
        {
            foreach (var actor in RightsPeople.Columns.Where(actor => actor == Actors.Secretariat || !right.Who.HasFlag(actor)))
            {
                await TryAsync(board, chat, right, actor);
                if (!board.Differs() && await ChatsAsync(board) == chats)
                    continue;

                if (right.Who.HasFlag(actor))
                    changing++;
                else
                    wrong.Add($"{right.Name} by {actor}: the gate alone refuses it");

                board.PutBack();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(changing > 30, $"only {changing} changed something for the secretariat");
    }

    private static async Task TryAsync(RightsBoard board, RightsChat chat, Right right, Actors actor)
    {
        var turn = Turn(board, board.People[actor]);
        foreach (var forum in new[] { board.Forum, board.Third, board.Board.OtherForum })
            turn.Found.Visits[forum.Id] = new Visit(forum, "Klyngen", ForumAccess.OfSystem(forum.Id, Enum.GetValues<Permission>()));

        if (right is ButtonRight button)
            await chat.Routes.RunAsync(turn, new InvokedAction { Verb = button.Verb, Data = new ActionData(RightsCalls.Data(board, button, actor)) }, TestContext.Current.CancellationToken);
        else if (RightsCalls.Command(right, board.Board.Today, RightsPeople.StandsInFor(board.Board, actor)) is { } command)
            await chat.Routes.RunAsync(turn, command, TestContext.Current.CancellationToken);
    }

    private static ChatTurn Turn(RightsBoard board, Person person) => new()
    {
        PersonId = person.Id,
        PersonName = person.Name,
        Caller = new Caller(person.Id, $"again/{Guid.NewGuid():N}"),
        ConversationId = Chat,
        ConversationKind = ConversationKind.Group,
        ConversationForumId = board.Forum.Id,
        Now = board.Board.Clock.GetCurrentInstant(),
        Today = board.Board.Today,
    };

    /// <summary>Which forum a chat is.</summary>
    private static async Task<string> ChatsAsync(RightsBoard board)
    {
        await using var db = board.Board.Open();
        var chats = await db.Conversations.AsNoTracking().OrderBy(one => one.Id).Select(one => new { one.Id, one.ForumId }).ToListAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', chats);
    }
}
