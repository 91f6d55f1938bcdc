using System.Text.Json.Nodes;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>»Kræver mødebehandling« and »Inhabil« are asked about once, and what the cards say of the time to change an answer is true.</summary>
public sealed class AnswerQuestionTests : ProcedureTest
{
    [Theory]
    [InlineData("meeting", "Det lukker sagen for alle 4 med det samme", "Hvorfor skal sagen behandles på et møde?", "Kræv mødebehandling")]
    [InlineData("recused", "Meld dig inhabil?", "Hvorfor er du inhabil?", "Meld mig inhabil")]
    public async Task Vote_ThatTakesTheCaseAway_IsAskedAboutOnceAndKeepsWhatWasTyped(string answer, string question, string label, string button)
    {
        var asked = (await VoteAsync(Board.Member, answer, "Det er *for* stort")).Text();

        foreach (var text in new[] { question, label, button, "Det er *for* stort", "Fortryd" })
            Assert.Contains(text, asked, StringComparison.Ordinal);

        await AssertNothingHappenedAsync();
        await VoteAsync(Board.Member, answer, "Det er *for* stort", sure: true);
        Assert.Equal("Det er *for* stort", (await SeatAsync(Board.Member)).Remarks);
    }

    [Theory]
    [InlineData("meeting", "Skriv, hvorfor sagen skal behandles på et møde.")]
    [InlineData("recused", "Skriv, hvorfor du er inhabil.")]
    public async Task Vote_ThatTakesTheCaseAway_NeedsAReasonAndAsksAgain(string answer, string problem)
    {
        var asked = (await VoteAsync(Board.Member, answer, " ", sure: true)).Text();

        Assert.Contains(problem, asked, StringComparison.Ordinal);
        Assert.Contains("\"sure\":true", asked, StringComparison.Ordinal);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Question_IsLeftByTheBallotWithWhatWasTyped()
    {
        var asked = await VoteAsync(Board.Member, "meeting", "Vent");
        var back = asked.Text()[asked.Text().IndexOf("\"Fortryd\"", StringComparison.Ordinal)..];

        Assert.StartsWith("\"Fortryd\",\"verb\":\"procedure.ballot\"", back, StringComparison.Ordinal);
        var ballot = (await Chat.PressAsync(Board.Member, "procedure.ballot", With(new { change = true, remarks = "Vent" }))).Text();

        Assert.Contains("Godkender ikke", ballot, StringComparison.Ordinal);
        Assert.Contains("Vent", ballot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_IsNotPutToSomebodyWithoutAVoteOrAfterTheEnd()
    {
        (await VoteAsync(Board.Secretary, "meeting", null)).Refused<NotOnTheRoll>();
        Board.Clock.Set(ProcedureFixture.Deadline);
        (await VoteAsync(Board.Member, "meeting", null)).Refused<VotingDeadlinePassed>();
    }

    [Fact]
    public async Task Question_ToTheLastWhoIsRecused_SaysThatItClosesTheCaseForAll()
    {
        foreach (var member in new[] { Board.Chair, Board.Member, Board.OtherMember })
            await Fixture.VoteAsync(member, Case);

        var asked = (await VoteAsync(Board.Doctor, "recused", null)).Text();

        Assert.Contains("Det er det sidste svar: 10 minutter efter lukker sagen for alle 4.", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meeting", "Registrér, at Mads Holt kræver mødebehandling? Det lukker sagen for alle 4 med det samme")]
    [InlineData("recused", "Registrér, at Mads Holt er inhabil?")]
    public async Task Record_OfAnAnswerThatTakesTheCaseAway_IsAskedAboutOnce(string answer, string question)
    {
        var asked = (await RecordAsync(answer, sure: false, "Ringede")).Text();

        Assert.Contains(question, asked, StringComparison.Ordinal);
        await AssertNothingHappenedAsync();
        Assert.Contains("er inhabil. Dit svar", (await RecordAsync("recused", sure: true, null)).Text(), StringComparison.Ordinal);

        await RecordAsync(answer, sure: true, "Ringede");
        Assert.Equal("Ringede", (await SeatAsync(Board.Member)).Remarks);
    }

    [Fact]
    public async Task Record_ThatClosesTheCase_DoesNotTellTheVoterThatTheAnswerCanBeChanged()
    {
        await RecordAsync("meeting", sure: true, "Ringede");

        var told = (await SentToAsync(Board.Member)).Single(card => card.Contains("Sekretariatet har registreret dit svar", StringComparison.Ordinal));
        Assert.Contains("Svaret lukkede sagen.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ændr svar", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_SaysUntilWhenAndWhatMayCloseTheCaseBefore()
    {
        var receipt = (await VoteAsync(Board.Member, "approve", null)).Text();

        Assert.Contains("Du godkendte kl. 09.00 · du kan ændre dit svar indtil 23. jan. kl. 12, medmindre sagen lukker før", receipt, StringComparison.Ordinal);
        Assert.Contains(
            "Sagen lukker før fristen, 10 minutter efter at alle har svaret, eller straks hvis et medlem kræver mødebehandling.", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_OnceAllHaveAnswered_SayWhenTheCaseCloses()
    {
        foreach (var member in new[] { Board.Chair, Board.Member, Board.OtherMember })
            await Fixture.VoteAsync(member, Case);

        var last = (await VoteAsync(Board.Doctor, "approve", null)).Text();
        Board.Clock.Advance(Duration.FromMinutes(4));
        var other = (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Text();
        var shared = (await Chat.PressAsync(Board.Member, "procedure.view", Named())).Text();
        var changing = (await Chat.PressAsync(Board.Member, "procedure.ballot", With(new { change = true }))).Text();

        Assert.All([last, other, shared, changing], card =>
        {
            Assert.Contains("Alle har svaret, så sagen lukker senest i dag kl. 09.10.", card, StringComparison.Ordinal);
            Assert.Contains("du kan ændre dit svar indtil i dag kl. 09.10", card, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Reminder_ThatHasGoneStale_BecomesWhatIsTrueNow()
    {
        var reminder = With(new { reminder = true });
        Assert.Contains("Påmindelse", (await Chat.PressAsync(Board.Member, "procedure.ballot", reminder)).Text(), StringComparison.Ordinal);

        await Fixture.VoteAsync(Board.Member, Case);
        Assert.Contains("Du godkendte", (await Chat.PressAsync(Board.Member, "procedure.ballot", reminder)).Text(), StringComparison.Ordinal);
        await Fixture.CloseAsync(Board.Secretary, Case);
        Assert.Contains("Ikke beslutningsdygtig", (await Chat.PressAsync(Board.Member, "procedure.ballot", reminder)).Text(), StringComparison.Ordinal);
    }

    private async Task AssertNothingHappenedAsync()
    {
        var procedure = await Fixture.ReadAsync(Case);
        Assert.Equal((ProcedureStatus.Open, 0), (procedure.Status, procedure.Answered));
        await using var db = Board.Open();
        Assert.False(await db.Votes.AnyAsync());
    }

    private Task<Klynge.Application.Chat.ChatReply> VoteAsync(Person by, string answer, string? remarks, bool sure = false) =>
        Chat.PressAsync(by, "procedure.vote", With(new { version = 1, answer, remarks, sure }));

    private async Task<Klynge.Application.Chat.ChatReply> RecordAsync(string answer, bool sure, string? remarks)
    {
        var seat = (await SeatAsync(Board.Member)).MemberId.Value;
        return await Chat.PressAsync(Board.Secretary, "procedure.record", With(new { seat, answer, source = "phone", remarks, sure }));
    }

    /// <summary>The case and more data.</summary>
    private JsonNode With(object more)
    {
        var data = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        (data["forum"], data["procedure"]) = (Board.Forum.Id.Value.ToString(), Case.Value.ToString());
        return data;
    }
}
