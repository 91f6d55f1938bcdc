using Klynge.Application.Deadlines;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using NodaTime;

namespace Klynge.Application.Tests.Outbox;

/// <summary>What deadlines of closed items and closed cases send of them.</summary>
public sealed class DeadlineNoticeTitleTests : NoticeTitleScenario
{
    [Fact]
    public async Task Question_WhetherASentenceIsADeadline_QuotesNoClosedItem_AndIsReadOnOpeningIt()
    {
        await AddAsync();
        var found = await FoundAsync();

        await AssertNothingLeftAsync(atLeast: 1, cardsToo: true);
        var opened = (await Chat.RefreshAsync(Board.Secretary, Assert.Single(await CardsToAsync(Board.Secretary)))).Text();
        Assert.Contains(Sentence, opened, StringComparison.Ordinal);
        Assert.Contains(found.ToString("N"), opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AboutACaseThatIsClosed_QuotesNothingOfIt()
    {
        await DraftAsync();

        await AssertNothingLeftAsync(atLeast: 1, cardsToo: true);
    }

    [Fact]
    public async Task Deadline_GivenRemindedAskedForAndOverdue_NamesNoClosedItem()
    {
        await AddAsync();
        var id = await AcceptAsync(await FoundAsync());
        await EditAsync(id, Board.Member);
        await Chat.PressAsync(Board.Secretary, DeadlineVerbs.Remind, new { forum = Forum, deadline = id, version = 2 });
        foreach (var day in new[] { 16, 23, 29, 30 })
            await SweepAsync(new LocalDate(2026, 4, day));
        foreach (var day in new[] { 4, 7, 11, 20 })
            await SweepAsync(new LocalDate(2026, 5, day));

        await AssertNothingLeftAsync(atLeast: 12, cardsToo: true);
        var card = (await CardsToAsync(Board.Member))[^1];
        Assert.Contains("Frist i en lukket sag", card, StringComparison.Ordinal);
        Assert.Contains("Åbn den for at se mere", card, StringComparison.Ordinal);
        Assert.Contains(Secret, (await Chat.PressAsync(Board.Member, DeadlineVerbs.Show, new { forum = Forum, deadline = id })).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Morning_WithManyThingsThatWait_NamesNoClosedItem()
    {
        await ProposeAsync();
        await AddAsync();
        var id = await AcceptAsync(await FoundAsync());
        for (var number = 1; number <= 5; number++)
            await Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, $"Frist {number}", new LocalDate(2026, 4, 30), null), default);

        await SweepAsync(new LocalDate(2026, 1, 14));
        await SweepAsync(new LocalDate(2026, 4, 30));
        await SweepAsync(new LocalDate(2026, 5, 4));

        await AssertNothingLeftAsync(atLeast: 4, cardsToo: true);
        Assert.Contains(await CardsToAsync(Board.Secretary), card => card.Contains("Frist i en lukket sag", StringComparison.Ordinal) && card.Contains("Frist 3", StringComparison.Ordinal));
        var digest = (await CardsToAsync(Board.Secretary))[^1];
        Assert.DoesNotContain(Secret, (await Chat.RefreshAsync(Board.Secretary, digest)).Text(), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Calendar_OfWhoeverHoldsTheLink_NamesNoClosedItem_NorAClosedCase()
    {
        await AddAsync();
        await AcceptAsync(await FoundAsync());
        await DraftAsync();
        await AcceptAsync(await FoundAsync(ofCase: true));

        foreach (var person in new[] { Board.Secretary, Board.Member, Board.Observer })
        {
            var link = await Chat.Get<CreateCalendarLink>().HandleAsync(TestBoard.As(person), Board.Forum.Id, default);
            var token = link.Value.AbsolutePath.Split('/')[^1].Split('.')[0];
            var calendar = (await Chat.Get<DeadlineCalendar>().ReadAsync(token, default))!.Replace("\r\n ", "", StringComparison.Ordinal);

            Assert.Contains("SUMMARY:Frist: Frist i en ", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, calendar, StringComparison.Ordinal);
        }
    }
}
