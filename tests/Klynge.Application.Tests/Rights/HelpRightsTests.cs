using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using NodaTime;

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
        await MeetElsewhereAsync(board);
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

    /// <summary>The other forum meets on the same days, so that its member is refused nothing for want of a meeting.</summary>
    private static async Task MeetElsewhereAsync(RightsBoard board)
    {
        var (forum, now) = (board.Board.OtherForum.Id, board.Board.Clock.GetCurrentInstant());
        var held = Meeting.FromMinutes(forum, On(-1), "Teams");
        var later = Meeting.Schedule(forum, On(35), "Teams", now).Value;
        var minutes = new MeetingMinutes { MeetingId = held.Id };
        minutes.Store(new MinutesFile("Driftsforum/2026/Referat.docx", "hash", "1", null, "text"), now);
        Assert.True(minutes.Approve("text", now).IsSuccess);
        await board.Board.AddAsync(held, minutes, Meeting.Schedule(forum, On(21), "Teams", now).Value, later);
        var apology = new RegisterApologyRequest(forum, later.Id, MemberId: null, Substitute: null, Reason: null);
        Assert.True((await new RegisterApology(board.Board.Writer).HandleAsync(new Caller(board.People[Actors.OtherForum].Id), apology, default)).IsSuccess);
        board.Remember();

        MeetingTime On(int daysAhead) => new(board.Board.Today.PlusDays(daysAhead), new LocalTime(14, 0), new LocalTime(16, 0));
    }

    private static bool IsRefused(ChatReply reply) => reply is ChatReply.Refused || IsElsewhere(reply);

    private static bool IsElsewhere(ChatReply reply) => reply is ChatReply.Words { Markdown: var words } && words == Application.Chat.Texts.OnlyInPersonalChat;
}
