using Klynge.Application.Chat.Commands;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Search;

/// <summary>What is found, in chat: shown, paged through and opened.</summary>
public abstract class SearchChatTests(TestStore store) : SearchScenario(store)
{
    public sealed class OnSqlite() : SearchChatTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SearchChatTests(TestStore.Postgres);

    [Fact]
    public async Task Hit_IsOpened_AndLeadsBackToWhatWasFound()
    {
        await AddAsync(Item("Handleplan for året", text: "Hele teksten om planen."));
        using var chat = new ChatFixture(Board);
        var found = (await chat.SayAsync(Board.Member, new ChatCommand.Search("handleplan"))).Card();

        var item = (await chat.PressAsync(Board.Member, found, "Åbn punktet")).Card();
        Assert.Contains("Hele teksten om planen.", item.Text(), StringComparison.Ordinal);

        var back = await chat.PressAsync(Board.Member, item, "Tilbage til søgningen");
        Assert.Equal(found.Text(), back.Text());
    }

    [Fact]
    public async Task Hit_OfAClosedItem_IsNotOpenedByWhoMayNotReadIt()
    {
        var item = Item("Lukket sag", isClosed: true, text: "Hemmeligt");
        await AddAsync(item);
        using var chat = new ChatFixture(Board);
        var data = new { forum = Board.Forum.Id.Value, meeting = Meeting.Id.Value, item = item.Id.Value, words = "sag", skip = 0 };

        Assert.DoesNotContain("Hemmeligt", (await chat.PressAsync(Board.Observer, SearchCard.OpenVerb, data)).Text(), StringComparison.Ordinal);
        (await chat.PressAsync(Board.Stranger, SearchCard.OpenVerb, data)).Refused<ForumNotFound>();
    }

    [Fact]
    public async Task Soeg_InChat_ShowsTenAndTheButtonShowsMore()
    {
        using var chat = new ChatFixture(Board);
        await AddAsync([.. Enumerable.Range(1, 12).Select(number => Item($"Budget <at>{number}</at>", number))]);

        var first = (await chat.SayAsync(Board.Member, new ChatCommand.Search("budget"))).Text();
        Assert.Contains("1–10 af 12 punkter", first, StringComparison.Ordinal);
        Assert.Contains("Vis flere", first, StringComparison.Ordinal);

        var rest = (await chat.PressAsync(Board.Member, "search.more", new { words = "budget", skip = 10 })).Text();
        Assert.Contains("11–12 af 12 punkter", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("Vis flere", rest, StringComparison.Ordinal);

        var nothing = (await chat.SayAsync(Board.Member, new ChatCommand.Search("findesikke"))).Text();
        Assert.Contains("Jeg fandt intet om »findesikke«", nothing, StringComparison.Ordinal);

        (await chat.SayAsync(chat.Turn(Board.Member, chatOf: null, personal: false), new ChatCommand.Search("budget"))).Refused<SearchInPrivate>();
        Assert.NotNull((await chat.PressAsync(Board.Member, "search.more", new { words = 3, skip = -7 })).Refused<NothingToSearchFor>());
    }

    [Fact]
    public async Task Soeg_InAForumThatIsClosedDown_StillFindsWhatWasDecidedThere()
    {
        using var chat = new ChatFixture(Board);
        await AddAsync(Item("Budget"));
        await using (var db = Board.Open())
        {
            (await db.Forums.SingleAsync(forum => forum.Id == Board.Forum.Id)).IsClosed = true;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var found = (await chat.SayAsync(chat.Turn(Board.Member) with { ChosenForumId = null }, new ChatCommand.Search("budget"))).Text();

        Assert.Contains("1 punkt", found, StringComparison.Ordinal);
    }
}
