using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using Klynge.Application.Tests.WrittenProcedures;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Tests.MyCases;

/// <summary>What waits for whom, and the buttons that settle it: pressed as they stand on the card. Today is Tuesday 13 January 2026.</summary>
public sealed class MyCasesTests : ProcedureTest
{
    [Fact]
    public async Task Secretary_SeesProposalsDraftsRunningCasesAndWhatIsOverdue()
    {
        await ProposeAsync("Fælles vagtplan");
        await Fixture.DraftAsync();
        await SetDeadlineAsync("Svar fra kommunerne", null);
        MoveTo(20, 9);

        var card = await MineAsync(Board.Secretary);

        Assert.All(
            ["3 ting venter på dig.", "»Fælles vagtplan«", "Kladder", "Sager, der er sendt ud", "0 af 4 har svaret", "Svar fra kommunerne"],
            text => Assert.Contains(text, card.Text(), StringComparison.Ordinal));
        Assert.Contains("foreslår et punkt", (await Chat.PressAsync(Board.Secretary, card, "Behandl forslag (1)")).Text(), StringComparison.Ordinal);
        Assert.Contains("Færdig", (await Chat.PressAsync(Board.Secretary, card, "Markér som færdig")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chair_ClosesCorrectsAndConfirmsByTheButtonsThatStandThere()
    {
        var running = await MineAsync(Board.Chair);
        Assert.Contains("Programmet begynder til september.", (await Chat.PressAsync(Board.Chair, running, "Ret sagen")).Text(), StringComparison.Ordinal);
        var asked = (await Chat.PressAsync(Board.Chair, running, "Luk afstemningen")).Card();
        await Chat.PressAsync(Board.Chair, asked, "Luk afstemningen");

        var closed = await MineAsync(Board.Chair);
        Assert.Contains("Resultater, der venter på din bekræftelse", closed.Text(), StringComparison.Ordinal);
        var confirm = (await Chat.PressAsync(Board.Chair, closed, "Bekræft resultatet")).Card();
        await Chat.PressAsync(Board.Chair, confirm, "Bekræft resultatet");

        Assert.Contains("Der er ikke noget, der venter på dig.", (await MineAsync(Board.Chair)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_ThatNoChairHasConfirmed_IsShownToTheSecretariatWithoutTheButton()
    {
        await Fixture.CloseAsync(Board.Secretary, Case);

        var card = (await MineAsync(Board.Secretary)).Text();

        Assert.Contains("Resultater, der venter på formandskabet", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Bekræft resultatet", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SeesTheOwnCasesAndOverdueDeadlinesOnly()
    {
        await ProposeAsync("Fælles vagtplan");
        await Fixture.DraftAsync();
        await SetDeadlineAsync("Mads svarer", "Mads Holt");
        await SetDeadlineAsync("Andre svarer", null);
        MoveTo(20, 9);

        var card = (await MineAsync(Board.Member)).Text();

        Assert.Contains("2 ting venter på dig.", card, StringComparison.Ordinal);
        Assert.Contains("Mads svarer", card, StringComparison.Ordinal);
        Assert.All(["Andre svarer", "Fælles vagtplan", "Kladder", "Luk afstemningen", "Påmind nu"], text => Assert.DoesNotContain(text, card, StringComparison.Ordinal));
        Assert.DoesNotContain("Chefforum", (await MineAsync(Board.Stranger)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hearing_WaitsForWhoeverIsAsked_UntilTheRemarksAreSent()
    {
        await ConsultAsync();

        var card = await MineAsync(Board.Observer);

        Assert.All(
            ["1 ting venter på dig.", "Høringer, der venter på dine bemærkninger", "Driftsforum: Udpegning til ledelsesprogrammet", "Chefforum beder om bemærkninger", "Svar senest"],
            text => Assert.Contains(text, card.Text(), StringComparison.Ordinal));
        Assert.DoesNotContain("Høringer", (await MineAsync(Board.Member)).Text(), StringComparison.Ordinal);
        var asked = (await Chat.PressAsync(Board.Observer, card, "Skriv bemærkninger")).Card();
        var send = asked.Actions!.OfType<ExecuteAction>().Single(action => action.Title == "Send bemærkninger");
        await Chat.PressAsync(Board.Observer, "procedure.remark", new { consultation = (string)send.Data!["consultation"]!, remarks = "Husk patienterne." });
        Assert.DoesNotContain("Høringer", (await MineAsync(Board.Observer)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("over")]
    [InlineData("withdrawn")]
    [InlineData("closed")]
    public async Task Hearing_ThatTakesNoRemarks_WaitsForNobody(string because)
    {
        var draft = await ConsultAsync();
        if (because == "over")
            Board.Clock.Advance(Duration.FromDays(7));
        else if (because == "withdrawn")
            await Fixture.WithdrawAsync(Board.Secretary, draft, reason: null);
        else
            await CloseAsync(draft);

        Assert.DoesNotContain("Høringer", (await MineAsync(Board.Observer)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemindNow_WritesToThoseWhoHaveNotAnswered_OnceForTwoPresses()
    {
        await Fixture.VoteAsync(Board.Member, Case);
        MoveTo(14, 9);
        var card = await MineAsync(Board.Chair);

        Assert.Contains("3 personer", Words(await Chat.PressAsync(Board.Chair, card, "Påmind nu")), StringComparison.Ordinal);
        Assert.Contains("Vent lidt", Words(await Chat.PressAsync(Board.Secretary, card, "Påmind nu")), StringComparison.Ordinal);

        Assert.Single(await SentToAsync(Board.Doctor), sent => sent.Contains("Påmindelse", StringComparison.Ordinal));
        Assert.DoesNotContain(await SentToAsync(Board.Member), sent => sent.Contains("Påmindelse", StringComparison.Ordinal));
        MoveTo(14, 13, 1);
        Assert.Contains("3 personer", Words(await Chat.PressAsync(Board.Chair, card, "Påmind nu")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemindNow_DoesNotTakeTheRoundOfTheRulesAway()
    {
        MoveTo(19, 14);
        await Chat.PressAsync(Board.Secretary, Verbs.Remind, Named());

        MoveTo(20, 9);

        Assert.Equal(4, await Chat.Get<SendProcedureReminders>().HandleAsync(default));
    }

    [Fact]
    public async Task RemindNow_WhereItWouldBeNoise_SaysWhyAndSendsNothing()
    {
        Assert.Contains("Vent lidt", Words(await Chat.PressAsync(Board.Secretary, Verbs.Remind, Named())), StringComparison.Ordinal);
        MoveTo(17, 10);
        Assert.Contains("mandag", Words(await Chat.PressAsync(Board.Secretary, Verbs.Remind, Named())), StringComparison.Ordinal);
        MoveTo(19, 9);
        (await Chat.PressAsync(Board.Member, Verbs.Remind, Named())).Refused<NotAllowed>();
        await Fixture.CloseAsync(Board.Secretary, Case);
        (await Chat.PressAsync(Board.Secretary, Verbs.Remind, Named())).Refused<VotingIsClosed>();

        Assert.DoesNotContain(await SentToAsync(Board.Doctor), sent => sent.Contains("Påmindelse", StringComparison.Ordinal));
    }

    /// <summary>The other forum, in which the observer has a vote, is asked about a draft.</summary>
    private async Task<WrittenProcedureId> ConsultAsync()
    {
        var draft = await Fixture.DraftAsync();
        await Chat.PressAsync(Board.Secretary, "procedure.consult", new
        {
            forum = Board.Forum.Id.Value,
            procedure = draft.Value,
            asked = Board.OtherForum.Id.Value,
            date = "2026-01-19",
            time = "12:00",
        });
        return draft;
    }

    private Task CloseAsync(WrittenProcedureId draft) => Chat.Get<SaveProcedureDraft>().HandleAsync(
        TestBoard.As(Board.Secretary), new(Board.Forum.Id, draft, Item: null, ProcedureFixture.Form with { IsClosed = true }), default);

    private static string Words(Klynge.Application.Chat.ChatReply reply) => Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(reply).Markdown;

    private async Task<AdaptiveCard> MineAsync(Person person) => (await Chat.SayAsync(person, new ChatCommand.ShowMyCases())).Card();

    private async Task ProposeAsync(string title)
    {
        var meeting = await Board.AddMeetingAsync();
        var request = new AddItemRequest(Board.Forum.Id, meeting.Id, AgendasContent(title));
        Assert.True((await Chat.Get<AddItem>().HandleAsync(TestBoard.As(Board.Member), request, default)).IsSuccess);
    }

    private static Domain.Agendas.AgendaItemContent AgendasContent(string title) => new() { Title = title };

    private async Task SetDeadlineAsync(string title, string? responsible)
    {
        var request = new SetDeadlineRequest(Board.Forum.Id, title, new LocalDate(2026, 1, 16), responsible);
        Assert.True((await Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).IsSuccess);
    }

    private void MoveTo(int day, int hour, int minute = 0) =>
        Board.Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, day), new LocalTime(hour, minute)));
}
