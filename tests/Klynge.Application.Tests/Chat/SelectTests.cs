using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// How often a turn asks the database. The gate asks once who, which forum and whether they may, and hands on what it found; a handler that
/// asks again shows here.
/// </summary>
public abstract class SelectTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : SelectTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SelectTests(TestStore.Postgres);

    private const int Most = 8;
    private const string Secretary = "signe-dahl";
    private const string Member = "gitte-holmgaard";

    private SampleChat _chat = null!;

    /// <summary>Both have written before, in both chats; an apology with a substitute stands on the agenda.</summary>
    public async ValueTask InitializeAsync()
    {
        _chat = await SampleChat.CreateAsync(store: store);
        await _chat.SayAsync("aase-lund", "afbud stedfortræder Knud Erik Damsbo");
        Assert.NotEmpty(await _chat.ApologiesAsync());
        foreach (var (person, forum) in new[] { (Secretary, "chefforum"), (Secretary, null), (Member, "chefforum"), (Member, null) })
            await _chat.SayAsync(person, "dagsorden chefforum", forum);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _chat.DisposeAsync();
    }

    [Theory]
    [InlineData("tilføj punkt Budget 15 min", "chefforum")]
    [InlineData("tilføj punkt Budget 15 min til chefforum", null)]
    [InlineData("dagsorden", "chefforum")]
    [InlineData("dagsorden chefforum", null)]
    [InlineData("dagsorden 14. januar", "chefforum")]
    [InlineData("mine sager", null)]
    public async Task Command_OfAnyRole_AsksTheDatabaseEightTimesAtMost(string text, string? forum)
    {
        foreach (var person in new[] { Secretary, Member })
        {
            _chat.Database.Selects.Take();
            var answer = await _chat.SayAsync(person, text, forum);

            AssertFew(_chat.Database.Selects.Take(), $"»{text}« by {person}");
            Assert.StartsWith("{", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Secretary)]
    [InlineData(Member)]
    public async Task EveryButton_OfTheAgenda_AsksTheDatabaseEightTimesAtMost(string person)
    {
        var card = await _chat.SayAsync(person, "dagsorden chefforum", forum: null);
        var titles = SampleChat.Titles(card);

        Assert.Superset(new HashSet<string> { "Tilføj punkt", "Meld afbud", "Hele dagsordenen" }, titles.ToHashSet());
        foreach (var title in titles.Distinct())
        {
            _chat.Database.Selects.Take();
            await _chat.PressAsync(person, card, title, forum: null);

            AssertFew(_chat.Database.Selects.Take(), $"»{title}« by {person}");
        }
    }

    /// <summary>However many cases there are, and though the seats of each may have become somebody else's.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task MyCases_OfASubstitute_AsksTheDatabaseEightTimesAtMost_HoweverManyCases(int cases)
    {
        await using var board = await TestBoard.CreateAsync(store);
        using var chat = new ChatBench(board);
        var bench = new ProcedureBench(board, chat);
        await using (var db = board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.ForumId == board.Forum.Id && seat.PersonId == board.Member.Id)).SubstituteId = board.Stranger.Id;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        for (var number = 0; number < cases; number++)
        {
            var given = await chat.Get<GiveUpSeat>().HandleAsync(TestBoard.As(board.Member), new(board.Forum.Id, await bench.OpenAsync()), default);
            Assert.True(given.IsSuccess, given.Error?.Code);
        }

        var turn = chat.Turn(board.Stranger) with { ChosenForumId = null };
        board.Database.Selects.Take();
        var card = (await chat.SayAsync(turn, new ChatCommand.ShowMyCases())).Text();

        AssertFew(board.Database.Selects.Take(), $"{cases} cases");
        Assert.Contains($"{cases} ting venter på dig.", card, StringComparison.Ordinal);
    }

    /// <summary>What is written checks again, inside its transaction; the gate's one question before it is counted with it.</summary>
    [Theory]
    [InlineData(Secretary)]
    [InlineData(Member)]
    public async Task FormOfAnItem_AsItIsSent_AsksTheDatabaseEightTimesAtMost(string person)
    {
        var card = await _chat.SayAsync(person, "tilføj punkt Budget 15 min til chefforum", forum: null);
        foreach (var title in SampleChat.Titles(card))
        {
            _chat.Database.Selects.Take();
            var answer = await _chat.PressAsync(person, card, title, forum: null, new() { ["title"] = "Budget", ["minutes"] = "15", ["kind"] = "Decision" });

            AssertFew(_chat.Database.Selects.Take(), $"»{title}« by {person}");
            Assert.Contains("\"statusCode\":200", answer, StringComparison.Ordinal);
        }
    }

    private static void AssertFew(IReadOnlyList<string> selects, string what) =>
        Assert.True(selects.Count <= Most, $"{what}: {selects.Count} SELECTs\n\n{string.Join("\n\n", selects)}");
}
