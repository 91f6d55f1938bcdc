using Klynge.Application.Chat.Commands;
using NodaTime;

namespace Klynge.Application.Tests.Agendas.Questions;

/// <summary>Everything behind the command's words is the question, whatever it says.</summary>
public sealed class QuestionCommandTests
{
    private static readonly ParserContext Context = new(new LocalDate(2026, 4, 15), [new("chef", "Chefforum"), new("drift", "Driftsforum", "drift")]);

    [Theory]
    [InlineData("spørgsmål til formandskabet Hvornår kommer budgettet?", "Hvornår kommer budgettet?")]
    [InlineData("Spørgsmål til formandskabet: Hvornår kommer budgettet?", "Hvornår kommer budgettet?")]
    [InlineData("spoergsmaal til formandskabet hvad er der på dagsordenen d. 4. maj?", "hvad er der på dagsordenen d. 4. maj?")]
    [InlineData("spørgsmål til formandskabet afbud til mødet i Chefforum, hvem tager det?", "afbud til mødet i Chefforum, hvem tager det?")]
    [InlineData("spørg formandskabet Må vi slå stillingerne op?", "Må vi slå stillingerne op?")]
    [InlineData("stil formandskabet et spørgsmål: Må vi slå stillingerne op?", "Må vi slå stillingerne op?")]
    [InlineData("ask the chairs When is the budget due?", "When is the budget due?")]
    [InlineData("spørgsmål til formandskabet Først\n\n- en\n- to", "Først\n\n- en\n- to")]
    public void Question_IsReadWhole(string text, string question) => Assert.Equal(new ChatCommand.AskChairs(question), Parse(text));

    [Theory]
    [InlineData("spørgsmål til formandskabet")]
    [InlineData("spørgsmål til formanden")]
    public void Nothing_OpensTheForm(string text) => Assert.Equal(new ChatCommand.AskChairs(null), Parse(text));

    [Fact]
    public void LongText_IsLeftToTheForm_UncutAndUnrefused() =>
        Assert.Equal(9_000, Assert.IsType<ChatCommand.AskChairs>(Parse($"spørgsmål til formandskabet {new string('a', 9_000)}")).Text!.Length);

    private static ChatCommand Parse(string text) => CommandParser.Parse(text, Context).Value;
}
