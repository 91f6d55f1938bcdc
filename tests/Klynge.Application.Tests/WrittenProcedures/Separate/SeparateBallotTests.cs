using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures.Separate;

/// <summary>The ballot with a choice for each recommendation, pressed as it stands.</summary>
public sealed class SeparateBallotTests : SeparateTest
{
    private const string Send = "Send svarene";
    private static readonly (string, string)[] Chosen = [("answer-1", "approve"), ("answer-2", "approve"), ("answer-3", "reject"), ("remarks", "For dyrt")];

    [Fact]
    public async Task Ballot_AsksAboutEachAndSendsAllByOnePress()
    {
        await OpenEachAsync();
        var ballot = await BallotAsync(Board.Member);
        Assert.Contains("Hver indstilling får sit eget svar og afgøres for sig. Afgøres ved simpelt flertal.", ballot.Text(), StringComparison.Ordinal);

        var receipt = (await FillAsync(Board.Member, ballot, Send, Chosen)).Text();

        Assert.Contains("Du svarede på hver indstilling for sig kl. 09.00", receipt, StringComparison.Ordinal);
        Assert.Contains("1 og 2: Godkender · 3: Godkender ikke", receipt, StringComparison.Ordinal);
        Assert.Equal([Answer.Approve, Answer.Approve, Answer.Reject], (await RollAsync(Board.Member)).Answers!);
    }

    [Fact]
    public async Task Ballot_SendsTheSameAnswerToAllByOnePress()
    {
        await OpenEachAsync();

        var receipt = (await FillAsync(Board.Chair, await BallotAsync(Board.Chair), "Godkender alle")).Text();

        Assert.Contains("Du godkendte kl. 09.00", receipt, StringComparison.Ordinal);
        Assert.Equal(Answer.Approve, (await RollAsync(Board.Chair)).AnswerTo(3));
    }

    [Fact]
    public async Task Ballot_WithSomeLeftOpen_SaysWhichAndKeepsWhatWasChosenAndTyped()
    {
        await OpenEachAsync();

        var asked = (await FillAsync(Board.Member, await BallotAsync(Board.Member), Send, ("answer-3", "reject"), ("remarks", "For dyrt"))).Card();

        Assert.Contains("Vælg også et svar til indstilling 1 og 2.", asked.Text(), StringComparison.Ordinal);
        Assert.Null((await RollAsync(Board.Member)).Answer);
        await FillAsync(Board.Member, asked, Send, ("answer-1", "approve"), ("answer-2", "remarks"));
        var seat = await RollAsync(Board.Member);
        Assert.Equal([Answer.Approve, Answer.ApproveWithRemarks, Answer.Reject], seat.Answers!);
        Assert.Equal("For dyrt", seat.Remarks);
    }

    [Fact]
    public async Task Ballot_WithoutTheWordsItNeeds_KeepsTheChoices()
    {
        await OpenEachAsync();

        var asked = (await FillAsync(Board.Member, await BallotAsync(Board.Member), Send, [.. Chosen[..3]])).Card();

        Assert.Contains("Skriv en begrundelse i feltet Bemærkninger", asked.Text(), StringComparison.Ordinal);
        await FillAsync(Board.Member, asked, Send, ("remarks", "For dyrt"));
        Assert.Equal([Answer.Approve, Answer.Approve, Answer.Reject], (await RollAsync(Board.Member)).Answers!);
    }

    [Fact]
    public async Task Ballot_PressedForAllWithOtherChoices_AsksWhichIsMeant_AndTheSecondPressIs()
    {
        await OpenEachAsync();

        var asked = (await FillAsync(Board.Member, await BallotAsync(Board.Member), "Godkender alle", Chosen)).Card();

        Assert.Contains("Tryk »Send svarene«, hvis de gælder, eller »Godkender alle« igen", asked.Text(), StringComparison.Ordinal);
        Assert.Null((await RollAsync(Board.Member)).Answer);
        await FillAsync(Board.Member, asked, "Godkender alle");
        Assert.Equal((Answer.Approve, null), ((await RollAsync(Board.Member)).Answer!.Value, (await RollAsync(Board.Member)).Answers));
    }

    [Fact]
    public async Task Ballot_OpenedAgain_ShowsWhatWasAnswered_AndOnePressChangesIt()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Member, "ABR");

        var ballot = await BallotAsync(Board.Member, new { change = true });
        await FillAsync(Board.Member, ballot, Send, ("answer-3", "approve"));
        Assert.Equal([Answer.Approve, Answer.ApproveWithRemarks, Answer.Approve], (await RollAsync(Board.Member)).Answers!);

        // What stands there is the earlier answer and no new choice: nothing is asked.
        await FillAsync(Board.Member, await BallotAsync(Board.Member, new { change = true }), "Godkender ingen");
        Assert.Equal(Answer.Reject, (await RollAsync(Board.Member)).Answer);
    }

    [Fact]
    public async Task Choices_ComeBackFromTheTextAndFromTheQuestion()
    {
        await OpenEachAsync(form: Form with { Presentation = LongTextSamples.Of(CaseText.MaxPresentationLength) });
        var ballot = await BallotAsync(Board.Member);
        Assert.Contains("Læs hele sagen", ballot.Text(), StringComparison.Ordinal);

        var text = (await FillAsync(Board.Member, ballot, "Læs hele sagen", Chosen)).Card();
        var back = (await Chat.PressAsync(Board.Member, text, "Tilbage til sagen")).Card();
        var question = (await FillAsync(Board.Member, back, "Inhabil")).Card();
        back = (await FillAsync(Board.Member, question, "Fortryd")).Card();
        await FillAsync(Board.Member, back, Send);

        var seat = await RollAsync(Board.Member);
        Assert.Equal([Answer.Approve, Answer.Approve, Answer.Reject], seat.Answers!);
        Assert.Equal("For dyrt", seat.Remarks);
    }

    [Theory]
    [InlineData("answer-2", "meeting", "Kortet er ikke, som jeg sendte det")]
    [InlineData("answer-2", "recused", "Kortet er ikke, som jeg sendte det")]
    [InlineData("answer-2", "each", "Kortet er ikke, som jeg sendte det")]
    [InlineData("answer-2", "<at>alle</at>", "Vælg også et svar til indstilling 2.")]
    public async Task Ballot_WithWhatNoChoiceHas_IsRefused(string input, string value, string expected)
    {
        await OpenEachAsync();

        var reply = await FillAsync(Board.Member, await BallotAsync(Board.Member), Send, [.. Chosen, (input, value)]);

        var told = reply is Klynge.Application.Chat.ChatReply.Refused refused ? refused.Error.Text : reply.Text();
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>", told, StringComparison.Ordinal);
        Assert.Null((await RollAsync(Board.Member)).Answer);
    }

    /// <summary>The third recommendation is another one by now: what was chosen for the old one is not an answer to it.</summary>
    [Fact]
    public async Task Choices_OfAnEarlierVersion_AreNotTakenForThoseOfTheNewOne()
    {
        await OpenEachAsync(form: Form with { Presentation = LongTextSamples.Of(CaseText.MaxPresentationLength) });
        var ballot = await BallotAsync(Board.Member);
        var text = (await FillAsync(Board.Member, ballot, "Læs hele sagen", Chosen)).Card();
        var record = (await Chat.PressAsync(Board.Secretary, "procedure.record.form", More(new { }))).Card();
        await AmendAsync();

        var asked = (await FillAsync(Board.Member, ballot, Send, Chosen)).Card();
        var back = (await Chat.PressAsync(Board.Member, text, "Tilbage til sagen")).Card();

        Assert.Contains("Sagen er ændret, siden du fik kortet", asked.Text(), StringComparison.Ordinal);
        foreach (var card in new[] { asked, back })
        {
            Assert.Contains("For dyrt", card.Text(), StringComparison.Ordinal);
            Assert.Contains("Vælg også et svar til indstilling 1, 2 og 3.", (await FillAsync(Board.Member, card, Send)).Text(), StringComparison.Ordinal);
        }

        var seat = (await RollAsync(Board.Member)).MemberId.Value.ToString();
        (await FillAsync(Board.Secretary, record, "Registrér svaret", ("seat", seat), ("source", "phone"), ("answer", "approve"), ("answer-3", "reject"), ("remarks", "x")))
            .Refused<CaseHasChanged>();
        Assert.Null((await RollAsync(Board.Member)).Answer);
    }

    [Fact]
    public async Task Case_WithOneRecommendation_IsAnsweredAsAWhole()
    {
        await OpenEachAsync(form: Form with { Recommendations = "Godkender deltagerne" });

        var ballot = await BallotAsync(Board.Member);

        Assert.DoesNotContain(Send, ballot.Text(), StringComparison.Ordinal);
        Assert.Contains("Godkender ikke", ballot.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seat_LeftWithAnswersChosen_IsRefused_AndTheSubstituteAnswersEach()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await OpenEachAsync();
        var ballot = await BallotAsync(Board.Member);

        (await FillAsync(Board.Member, ballot, "Overlad til stedfortræder", Chosen[0])).Refused<AnswersNotSent>();
        await FillAsync(Board.Member, ballot, "Overlad til stedfortræder");
        await FillAsync(Board.Stranger, await BallotAsync(Board.Stranger), Send, Chosen);

        var seat = await RollAsync(Board.Member);
        Assert.Equal((Board.Stranger.Id, Answer.Separate), (seat.AnsweredById!.Value, seat.Answer!.Value));
        (await FillAsync(Board.Member, ballot, Send, Chosen)).Refused<SeatGivenUp>();
    }

    [Fact]
    public async Task Secretariat_RecordsOneAnswerWithExceptions_AndTheVoterIsTold()
    {
        await OpenEachAsync();
        var form = (await Chat.PressAsync(Board.Secretary, "procedure.record.form", More(new { }))).Card();
        var seat = (await RollAsync(Board.Member)).MemberId.Value.ToString();

        var half = (await FillAsync(Board.Secretary, form, "Registrér svaret", ("seat", seat), ("source", "phone"), ("answer-3", "reject"))).Card();
        Assert.Contains("Vælg, hvem der har svaret, hvad svaret er", half.Text(), StringComparison.Ordinal);
        await FillAsync(Board.Secretary, half, "Registrér svaret", ("answer", "approve"), ("remarks", "For dyrt"));

        var entry = await RollAsync(Board.Member);
        Assert.Equal([Answer.Approve, Answer.Approve, Answer.Reject], entry.Answers!);
        Assert.Equal((Board.Secretary.Id, VoteSource.Phone), (entry.RecordedById!.Value, entry.Source!.Value));
        Assert.Contains("1 og 2: Godkender · 3: Godkender ikke", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Equal(1, await db.Votes.CountAsync());
    }

    [Fact]
    public async Task Reminders_TakeAnAnswerToEachAsAnAnswer()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Member, "AAR");
        Board.Clock.Set(Klynge.Domain.Calendar.DanishTime.ToInstant(new NodaTime.LocalDate(2026, 1, 20), new NodaTime.LocalTime(9, 0)));

        await Chat.Get<SendProcedureReminders>().HandleAsync(default);

        Assert.DoesNotContain(await SentToAsync(Board.Member), card => IsReminder(card));
        Assert.Contains(await SentToAsync(Board.OtherMember), card => IsReminder(card));
        Assert.Contains("1 af 4 har svaret", (await Chat.PressAsync(Board.Secretary, "procedure.view", More(new { }))).Text(), StringComparison.Ordinal);

        static bool IsReminder(string card) => card.Contains("Påmindelse: Hold 4", StringComparison.Ordinal);
    }

    private async Task AmendAsync()
    {
        var form = Form with { Recommendations = "Godkender budgettet\nGodkender deltagerne\nGodkender lokalet", Reason = "Ny rækkefølge" };
        var request = new Klynge.Application.WrittenProcedures.Drafting.AmendWrittenProcedureRequest(Board.Forum.Id, Each, form);
        Assert.True((await Chat.Get<Klynge.Application.WrittenProcedures.Drafting.AmendWrittenProcedure>().HandleAsync(TestBoard.As(Board.Secretary), request, default)).IsSuccess);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_ShowsAnswersToEachWhileOpen_OnlyWhereTheForumShowsAnswers(bool shown)
    {
        await SetRulesAsync(rules => rules with { VotesShownWhileOpen = shown });
        await OpenEachAsync();
        await VoteAsync(Board.Member, "AAR");

        var others = (await Chat.PressAsync(Board.OtherMember, "procedure.view", More(new { }))).Text();

        Assert.Equal(shown, others.Contains("Mads Holt: 1 og 2: Godkender · 3: Godkender ikke", StringComparison.Ordinal));
        Assert.Equal(shown, others.Contains("Godkender ikke", StringComparison.Ordinal));
    }
}
