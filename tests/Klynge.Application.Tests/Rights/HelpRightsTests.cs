using System.Text.RegularExpressions;
using Klynge.Application.Attendance;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Klynge.Teams.Activities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// »hjælp« against the product: in every kind of chat a person of every kind gives every command. What help names is done; what it does not
/// name is refused.
/// </summary>
public sealed partial class HelpRightsTests
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

        await AssertAsync(board, chat, Known.Select(actor => (board.People[actor], RightsPeople.StandsInFor(board.Board, actor))), kind, isForums);
    }

    /// <summary>Whoever stands in for an observer or a clerk may no more than they; and the substitute of a chair leads nothing.</summary>
    [Theory]
    [InlineData(ConversationKind.Personal, false)]
    [InlineData(ConversationKind.Group, true)]
    public async Task EveryCommand_ByTheSubstituteOfEveryRole_SucceedsWhereHelpNamesIt_AndNowhereElse(ConversationKind kind, bool isForums)
    {
        var (substitutes, seats) = (new List<(Person Person, string? StandsInFor)>(), new List<ForumMember>());
        await using var board = await RightsBoard.CreateAsync(async seated =>
        {
            await using var db = seated.Open();
            foreach (var seat in await db.Members.Include(one => one.Person).Where(one => one.ForumId == seated.Forum.Id && !one.Substitutes.Any()).ToListAsync())
            {
                var person = new Person { Key = $"vikar-{seat.Order}", Name = $"Vikar {seat.Order}" };
                db.People.Add(person);
                seat.SubstituteIds = [person.Id];
                substitutes.Add((person, seat.Person.Name));
                seats.Add(seat);
            }

            await db.SaveChangesAsync();
        });
        foreach (var seat in seats.Where(seat => seat.Role.May(AttendanceLookup.Needs)))
        {
            var apology = new RegisterApologyRequest(board.Forum.Id, board.Later, seat.Id, Substitute: null, Reason: null);
            await new RegisterApology(board.Board.Writer).HandleAsync(TestBoard.As(board.Board.Secretary), apology, default);
        }

        using var chat = await RightsChat.CreateAsync(board);

        Assert.True(substitutes.Count > 3, $"only {substitutes.Count}");
        await AssertAsync(board, chat, substitutes, kind, isForums);
    }

    /// <summary>A forum that is closed down is read, and nothing is begun in it.</summary>
    [Theory]
    [InlineData(ConversationKind.Personal, false)]
    [InlineData(ConversationKind.Group, true)]
    [InlineData(ConversationKind.Channel, true)]
    public async Task EveryCommand_OfAForumThatIsClosedDown_SucceedsWhereHelpNamesIt_AndNowhereElse(ConversationKind kind, bool isForums)
    {
        await using var board = await RightsBoard.CreateAsync();
        await using (var db = board.Board.Open())
        {
            (await db.Forums.SingleAsync(forum => forum.Id == board.Forum.Id)).IsClosed = true;
            await db.SaveChangesAsync();
        }

        using var chat = await RightsChat.CreateAsync(board);

        await AssertAsync(
            board, chat, Known.Where(actor => actor != Actors.OtherForum).Select(actor => (board.People[actor], RightsPeople.StandsInFor(board.Board, actor))), kind, isForums);
    }

    /// <summary>The chat of a meeting is a group chat to us, the forum's where the meeting is: help says there what it says in that.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Help_InTheChatOfAMeeting_NamesWhatItNamesInAGroupChat(bool isForums)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var (group, meeting) = (Chat("19:gruppe@thread.v2", "groupChat"), Chat("19:meeting_Mzk2@thread.v2", "groupChat"));
        await chat.SayAsync(Actors.Secretariat, "hjælp", group);
        await chat.SayAsync(Actors.Secretariat, "hjælp", meeting, "MCMxOQ==");
        if (isForums)
        {
            await using var db = board.Board.Open();
            foreach (var one in await db.Conversations.Where(one => one.Id == group.Id || one.Id == meeting.Id).ToListAsync())
                one.ForumId = board.Forum.Id;
            await db.SaveChangesAsync();
        }

        using var after = RightsChat.Beside(board);
        foreach (var actor in Known)
        {
            var there = await after.SayAsync(actor, "hjælp", meeting, "MCMxOQ==");
            Assert.Equal(Named(await after.SayAsync(actor, "hjælp", group)), Named(there));
            Assert.True(actor == Actors.OtherForum || Named(there).Count > 3, there);
        }
    }

    /// <summary>Somebody on no list is named nothing and may do nothing, wherever they write, and the table has no row of theirs.</summary>
    [Theory]
    [InlineData("personal", null)]
    [InlineData("groupChat", null)]
    [InlineData("groupChat", "MCMxOQ==")]
    [InlineData("channel", null)]
    public async Task EveryCommand_ByAStranger_IsRefused_AndHelpNamesNone(string type, string? teamsMeetingId)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var (id, before) = (type == "personal" ? "a:nina" : "19:gruppe", board.Contents());
        foreach (var (number, command) in CommandCatalogue.All.Index())
        {
            // Each in a chat of its own: in one the answers would wait for the channel's limit.
            var answer = await chat.SayAsync(Actors.Stranger, command.Example, Chat($"{id}-{number}", type), teamsMeetingId);
            Assert.Contains(new UnknownPerson().Text[..20], answer, StringComparison.Ordinal);
            Assert.Empty(Named(answer));
        }

        Assert.Equal(before, board.Contents());
    }

    private static async Task AssertAsync(
        RightsBoard board, RightsChat chat, IEnumerable<(Person Person, string? StandsInFor)> people, ConversationKind kind, bool isForums)
    {
        var (wrong, refused, done) = (new List<string>(), 0, 0);
        ForumId? forum = isForums ? board.Forum.Id : null;
        foreach (var (person, standsInFor) in people)
        {
            var help = await chat.Help.ViewAsync(person.Id, forum, kind == ConversationKind.Personal, default);
            foreach (var command in CommandCatalogue.All.Where(command => command.Name != "hjælp"))
            {
                var reply = await chat.SayAsync(command.Right, person, standsInFor, kind, forum);
                if (reply is ChatReply.Refused { Error: WhichForum })
                    reply = await chat.SayAsync(command.Right, person, standsInFor, kind, forum, chosen: board.Forum.Id);

                Assert.NotNull(reply);
                var isNamed = help.Commands.Contains(command);
                if (isNamed == IsRefused(reply))
                    wrong.Add($"»{command.Name}« by {person.Name}: {(isNamed ? "named" : "not named")}, and the answer is {reply}");

                (refused, done) = isNamed ? (refused, done + 1) : (refused + 1, done);
                if (board.Differs())
                    board.PutBack();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(refused > 0 && done > 0, $"{refused} refused, {done} done");
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

    private static ConversationAccount Chat(string id, string type) => new() { Id = id, ConversationType = type };

    private static bool IsRefused(ChatReply reply) => reply is ChatReply.Refused || IsElsewhere(reply);

    private static bool IsElsewhere(ChatReply reply) => reply is ChatReply.Words { Markdown: var words } && words == Application.Chat.Texts.OnlyInPersonalChat;

    /// <summary>The commands that a card of help names, as it writes them.</summary>
    private static List<string> Named(string card) => [.. Bold().Matches(card).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\*\*([^*]+)\*\* –")]
    private static partial Regex Bold();
}
