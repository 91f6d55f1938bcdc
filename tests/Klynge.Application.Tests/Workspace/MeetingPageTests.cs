using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Rights;
using Klynge.Application.Tests.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Tests.Workspace;

/// <summary>What a meeting's page is read from: as many questions to the database for sixty items as for three, and nothing for those who have nothing to press.</summary>
public abstract class MeetingPageTests(TestStore store)
{
    public sealed class OnSqlite() : MeetingPageTests(TestStore.Sqlite);

    public sealed class OnPostgres() : MeetingPageTests(TestStore.Postgres);

    private const int Most = 24;

    private static readonly MeetingShows[] Shown = [MeetingShows.Agenda, MeetingShows.Sending, MeetingShows.AsMember, MeetingShows.AsObserver, MeetingShows.RollCall];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfSixtyItems_AsksTheDatabaseAsOftenAsOneOfAFew()
    {
        await using var board = await RightsBoard.CreateAsync(store: store);
        await FillAsync(board, items: 3, proposals: 1, "få");
        var few = await CountAsync(board);
        await FillAsync(board, items: 57, proposals: 20, "mange");
        var many = await CountAsync(board);

        Assert.Equal(few, many);
        Assert.All(few, one => Assert.True(one.Value <= Most, $"{one.Key}: {one.Value} SELECTs"));
        TestContext.Current.SendDiagnosticMessage(string.Join(", ", few.Select(one => $"{one.Key}: {one.Value}")));
    }

    /// <summary>Forms are the secretariat's: whatever others ask for in the address, they see the agenda.</summary>
    [Fact]
    public async Task Forms_AskedForInTheAddress_AreOpenToThoseWhoMayPressThemAlone()
    {
        await using var board = await RightsBoard.CreateAsync(store: store);
        await FillAsync(board, items: 2, proposals: 1, "to");
        foreach (var actor in new[] { Actors.Chair, Actors.Member, Actors.Observer, Actors.Administrative })
        {
            foreach (var shows in Enum.GetValues<MeetingShows>())
            {
                var page = await ReadAsync(board, actor, board.Ahead, shows);
                Assert.Equal((MeetingShows.Agenda, new MeetingMay { PutInWriting = actor == Actors.Chair }), (page.Look.Shows, page.May));
                Assert.Null(page.Form);
                Assert.Null(page.Sending);
                Assert.Null(page.RollCall);
                Assert.Empty(page.Proposals);
                Assert.Empty(page.TakenOff);
            }
        }

        Assert.Equal(MeetingShows.Sending, (await ReadAsync(board, Actors.Secretariat, board.Ahead, MeetingShows.Sending)).Look.Shows);
        Assert.True((await ReadAsync(board, Actors.Secretariat, board.Ahead, MeetingShows.Agenda)).May is { Arrange: true, Attach: true, Begin: true, Decide: false, Finish: false });
        Assert.True((await ReadAsync(board, Actors.Secretariat, board.Running, MeetingShows.Agenda)).May is { Decide: true, Finish: true, Begin: false, CallRoll: false });
        var after = (await ReadAsync(board, Actors.Secretariat, board.Approved, MeetingShows.Agenda)).May;
        Assert.Equal(new MeetingMay { Agree = true, AnswerFound = true, PutInWriting = after.PutInWriting }, after);
    }

    private static async Task<Dictionary<string, int>> CountAsync(RightsBoard board)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, meeting) in new[] { ("ahead", board.Ahead), ("held", board.Held) })
        {
            foreach (var actor in new[] { Actors.Secretariat, Actors.Member })
            {
                foreach (var shows in Shown)
                {
                    await ReadAsync(board, actor, meeting, shows);
                    board.Board.Database.Selects.Take();
                    await ReadAsync(board, actor, meeting, shows);
                    counts[$"{name} {shows} by {actor}"] = board.Board.Database.Selects.Take().Count;
                }
            }
        }

        return counts;
    }

    private static async Task<MeetingPage> ReadAsync(RightsBoard board, Actors actor, MeetingId meeting, MeetingShows shows)
    {
        ChatTurn turn = (await board.Chat.Get<PageVisits>().FindAsync(board.People[actor].EntraObjectId, Ct))!;
        var read = await board.Chat.Get<ReadMeeting>().HandleAsync(turn, meeting, new MeetingLook(shows), Ct);
        Assert.True(read.TryGet(out var page, out var error), error?.Text);
        return page;
    }

    private static async Task FillAsync(RightsBoard board, int items, int proposals, string word)
    {
        foreach (var (count, person) in new[] { (items, board.People[Actors.Secretariat]), (proposals, board.People[Actors.Member]) })
        {
            for (var number = 1; number <= count; number++)
            {
                var content = new AgendaItemContent
                {
                    Title = $"Punkt {word} {number}",
                    Recommendations = ["Godkender det"],
                    Attachments = [new AgendaAttachment("Notat", "https://example.dk/notat.pdf"), new AgendaAttachment("Tal", "https://example.dk/tal.pdf")],
                };
                Assert.Null((await board.Chat.Get<AddItem>().HandleAsync(TestBoard.As(person), new(board.Forum.Id, board.Ahead, content), Ct)).Error);
            }
        }
    }
}
