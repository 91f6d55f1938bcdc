using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Contributions;

/// <summary>Who owes what, by when, and how they are reminded: the missing alone, at Danish time, never twice a day.</summary>
public abstract class ContributionReminderTests(TestStore store) : IAsyncLifetime
{
    private ContributionFixture _fixture = null!;

    public sealed class OnSqlite() : ContributionReminderTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ContributionReminderTests(TestStore.Postgres);

    private TestBoard Board => _fixture.Board;

    public async ValueTask InitializeAsync()
    {
        _fixture = await ContributionFixture.CreateAsync(store);
        await _fixture.AskAsync([_fixture.Outsider, Board.Doctor, Board.Member]);
        await _fixture.SendAsync(Board.Member, "Sendt.");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Job_RemindsTheMissing_ThreeDaysBeforeAndOnTheDay_OnceEach()
    {
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 20), 7, 59));
        Assert.Equal(2, await _fixture.SweepAsync(new(2026, 1, 20), 8));
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 20), 8, 1));
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 21), 8));
        await _fixture.SendAsync(Board.Doctor, "Nu også.");
        Assert.Equal(1, await _fixture.SweepAsync(new(2026, 1, 23), 8));
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 23), 23, 59));
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 24), 0));
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 26), 8));

        var messages = await _fixture.SentToAsync(_fixture.Outsider);
        Assert.Equal(["Chefforum beder om dit bidrag til »Nyt fra driftsfora«", .. Enumerable.Repeat("Dit bidrag til »Nyt fra driftsfora« i Chefforum mangler", 2)], messages.Select(message => message.Text));
        Assert.Contains("Send det senest i dag.", (await _fixture.CardsToAsync(_fixture.Outsider))[2], StringComparison.Ordinal);
        Assert.Single(await _fixture.SentToAsync(Board.Member));
    }

    /// <summary>Two hosts that run the job at the same minute send one reminder.</summary>
    [Fact]
    public async Task Job_OfTwoHostsAtOnce_RemindsOnce()
    {
        Board.Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, 20), new LocalTime(8, 0)));
        await using var writer = new Klynge.Application.Data.Writer(Board.Contexts, Board.Clock);
        var other = new SendContributionReminders(writer, Board.Contexts, Board.Clock);

        var reminded = await Task.WhenAll(other.HandleAsync(default), _fixture.Chat.Get<SendContributionReminders>().HandleAsync(default));

        Assert.Equal(2, reminded.Sum());
        Assert.Equal(2, (await _fixture.SentToAsync(_fixture.Outsider)).Count);
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("cancelled")]
    [InlineData("removed")]
    [InlineData("closed down")]
    public async Task Job_RemindsNobody_OfWhatCannotBeSentAnyMore(string what)
    {
        await _fixture.ChangeAsync(async db =>
        {
            var (meeting, item, forum) = ((await db.Meetings.FindAsync(_fixture.Meeting.Id))!, (await db.AgendaItems.FindAsync(_fixture.Item))!, (await db.Forums.FindAsync(Board.Forum.Id))!);
            _ = what switch
            {
                "sent" => meeting.SendAgenda(Board.Clock.GetCurrentInstant()).IsSuccess,
                "cancelled" => meeting.Cancel("Aflyst").IsSuccess,
                "removed" => item.Remove(Board.Clock.GetCurrentInstant()).IsSuccess,
                _ => forum.IsClosed = true,
            };
        });

        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 20), 8));
    }

    [Fact]
    public async Task RemindNow_RemindsTheMissing_NotTwiceADay_AndNotAtNight()
    {
        Board.Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(10, 0)));
        var overview = (await _fixture.Chat.SayAsync(Board.Secretary, new ChatCommand.ShowContributions())).Card();

        Assert.Contains("2 personer er påmindet.", (await _fixture.Chat.PressAsync(Board.Secretary, overview, "Påmind dem, der mangler")).Text(), StringComparison.Ordinal);
        Board.Clock.Advance(Duration.FromHours(6));
        Assert.Contains("højst én gang om dagen", (await _fixture.Chat.PressAsync(Board.Secretary, overview, "Påmind dem, der mangler")).Text(), StringComparison.Ordinal);
        Board.Clock.Advance(Duration.FromHours(5));
        Assert.Contains("Klynge påminder ingen om aftenen", (await _fixture.Chat.PressAsync(Board.Secretary, overview, "Påmind dem, der mangler")).Text(), StringComparison.Ordinal);
        Assert.Equal(2, (await _fixture.SentToAsync(_fixture.Outsider)).Count);
        Assert.Single(await _fixture.SentToAsync(Board.Member));

        // By hand on the morning of a round, it is not reminded of by the job as well.
        Board.Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, 20), new LocalTime(8, 0)));
        await _fixture.Chat.PressAsync(Board.Secretary, overview, "Påmind dem, der mangler");
        Assert.Equal(0, await _fixture.SweepAsync(new(2026, 1, 20), 8, 1));
    }

    [Fact]
    public async Task RemindNow_RightAfterTheAsking_RemindsNobody()
    {
        await _fixture.AskAsync([Board.OtherMember]);

        var told = (await _fixture.Chat.PressAsync(Board.Secretary, ContributionVerbs.Remind, _fixture.Data())).Text();

        Assert.Contains("har fået besked for nylig", told, StringComparison.Ordinal);
        Assert.Single(await _fixture.SentToAsync(Board.OtherMember));
    }

    [Fact]
    public async Task Command_ShowsTheSecretariatWhoOwesWhat_AndAContributorTheirOwn_WithAButtonEach()
    {
        var secretary = await _fixture.BidragAsync(Board.Secretary);
        Assert.All(
            ["Der mangler 2 bidrag fra andre.", "Chefforum, tirsdag d. 3. februar 2026", "2 af 3 mangler.", "Frode Fremmed, Driftsforum, punkt 1: mangler, senest 23. jan.", "Mads Holt, Birkelse Kommune, punkt 1: sendt i dag kl. 09.00"],
            line => Assert.Contains(line, secretary, StringComparison.Ordinal));

        var mine = (await _fixture.Chat.SayAsync(_fixture.Outsider, new ChatCommand.ShowContributions())).Card();
        Assert.Contains("Du mangler at sende 1 bidrag.", mine.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Said", mine.Text(), StringComparison.Ordinal);
        Assert.Contains(ContributionFixture.Case, (await _fixture.Chat.PressAsync(_fixture.Outsider, mine, "Skriv bidraget")).Text(), StringComparison.Ordinal);
        Assert.Contains("Se eller ret bidraget", await _fixture.BidragAsync(Board.Member), StringComparison.Ordinal);
        Assert.Contains("Der er ikke noget bidrag, du mangler at sende.", await _fixture.BidragAsync(Board.OtherMember), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_InAGroup_SaysThatItIsForThePersonalChat() => Assert.Equal(
        Klynge.Application.Chat.Texts.OnlyInPersonalChat,
        Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await _fixture.Chat.SayAsync(_fixture.Chat.Turn(Board.Secretary, Board.Forum.Id, personal: false), new ChatCommand.ShowContributions())).Markdown);

    [Fact]
    public async Task MyCases_HasWhatIsMissing_UntilItIsSent()
    {
        var before = (await _fixture.Chat.SayAsync(_fixture.Outsider, new ChatCommand.ShowMyCases())).Text();
        await _fixture.SendAsync(_fixture.Outsider, "Sendt.");
        var after = (await _fixture.Chat.SayAsync(_fixture.Outsider, new ChatCommand.ShowMyCases())).Text();

        Assert.Contains("Bidrag, du er bedt om", before, StringComparison.Ordinal);
        Assert.Contains("Chefforum: Nyt fra driftsfora", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Bidrag, du er bedt om", after, StringComparison.Ordinal);
    }
}
