using System.Diagnostics;
using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

public sealed class AddItemCommandTests
{
    private static readonly ParserContext Context = new(
        new LocalDate(2026, 4, 15),
        [new("chef", "Chefforum"), new("strategi", "Fagligt strategisk niveau")]);

    [Theory]
    [InlineData("tilføj punkt Budget 2027", "Budget 2027", null, null, null, null)]
    [InlineData("Tilføj punkt: Budget 2027", "Budget 2027", null, null, null, null)]
    [InlineData("tilfoej punkt Budget", "Budget", null, null, null, null)]
    [InlineData("add item Budget v/ Jane Pedersen 20 min", "Budget", "Jane Pedersen", 20, null, null)]
    [InlineData("nyt punkt Budget v/Jane Pedersen", "Budget", "Jane Pedersen", null, null, null)]
    [InlineData("tilføj punkt Budget v. Jane Pedersen", "Budget", "Jane Pedersen", null, null, null)]
    [InlineData("tilføj punkt Budget, v/ formandskabet", "Budget", "formandskabet", null, null, null)]
    [InlineData("tilføj punkt Budget ved Jane Pedersen og Bo Friis", "Budget", "Jane Pedersen og Bo Friis", null, null, null)]
    [InlineData("tilføj punkt Budget 20 min v/ Jane", "Budget", "Jane", 20, null, null)]
    [InlineData("tilføj punkt Budget - 25 min.", "Budget", null, 25, null, null)]
    [InlineData("tilføj punkt Budget (15 min)", "Budget", null, 15, null, null)]
    [InlineData("tilføj punkt Budget 15min", "Budget", null, 15, null, null)]
    [InlineData("tilføj punkt Budget 15 minutter", "Budget", null, 15, null, null)]
    [InlineData("tilføj punkt Budget til Chefforum", "Budget", null, null, "chef", null)]
    [InlineData("tilføj punkt Budget til chefforum 30. april", "Budget", null, null, "chef", "2026-04-30")]
    [InlineData("tilføj punkt Budget til mødet i Chefforum d. 30/4", "Budget", null, null, "chef", "2026-04-30")]
    [InlineData("tilføj punkt Budget til mødet 30. april", "Budget", null, null, null, "2026-04-30")]
    [InlineData("tilføj punkt Budget v/ Jane til 30. april", "Budget", "Jane", null, null, "2026-04-30")]
    [InlineData("tilføj punkt Budget 20 min til 30. april", "Budget", null, 20, null, "2026-04-30")]
    [InlineData("tilføj punkt Budget v/ Jane Pedersen 20 min til fagligt strategisk niveau på fredag",
        "Budget", "Jane Pedersen", 20, "strategi", "2026-04-17")]
    [InlineData("tilføj punkt Budget til Chefforum 30. april v/ Jane Pedersen, 20 min", "Budget", "Jane Pedersen", 20, "chef", "2026-04-30")]
    public void Parse_PartsBehindTheTitle_AreTaken(string text, string title, string? presenter, int? minutes, string? forum, string? date) =>
        Assert.Equal(new ChatCommand.AddItem(title, presenter, minutes, forum, Date(date)), Parse(text));

    [Theory]
    [InlineData("Vejen til bedre overgange")]
    [InlineData("Fristen udsættes til 30. april")]
    [InlineData("Udpegning til ledelsesprogrammet, hold 4")]
    [InlineData("Oplæg til drøftelse i Chefforum om budget")]
    [InlineData("Indsatser ved Aalborg Universitetshospital")]
    [InlineData("Hjælp ved livets afslutning")]
    [InlineData("Responstid fra 10 til 20 min")]
    [InlineData("Ventetid på 5-10 min")]
    [InlineData("Status 30. april")]
    [InlineData("Hvad gør vi nu?")]
    [InlineData("»Sammen om sundhed« – status på indsatsen")]
    [InlineData("Punkt med <at>navn</at>, **fed** & 👍")]
    public void Parse_TitleThatOnlyLooksLikeMore_StaysWhole(string title) =>
        Assert.Equal(new ChatCommand.AddItem(title, null, null, null, null), Parse("tilføj punkt " + title));

    [Theory]
    [InlineData("tilføj punkt »Bidrag til Chefforum 30. april«", "Bidrag til Chefforum 30. april", null)]
    [InlineData("tilføj punkt \"Budget v/ Jane 20 min\"", "Budget v/ Jane 20 min", null)]
    [InlineData("tilføj punkt “Budget 20 min” 10 min", "Budget 20 min", 10)]
    [InlineData("tilføj punkt »Budget«, 10 min", "Budget", 10)]
    public void Parse_QuotedTitle_IsTakenVerbatim(string text, string title, int? minutes) =>
        Assert.Equal(new ChatCommand.AddItem(title, null, minutes, null, null), Parse(text));

    [Fact]
    public void Parse_TitleAtTheLimit_IsTakenAndOneMoreIsRefused()
    {
        var title = new string('x', CommandLimits.MaxTitle);

        Assert.Equal(title, Assert.IsType<ChatCommand.AddItem>(Parse("tilføj punkt " + title)).Title);
        Assert.Equal(
            "Titlen fylder 201 tegn, men der er kun plads til 200. Forkort teksten, og prøv igen.",
            CommandParser.Parse("tilføj punkt x" + title, Context).Error?.Text);
    }

    [Fact]
    public void Parse_PresenterOverTheLimit_IsRefused() =>
        Assert.IsType<TextTooLong>(CommandParser.Parse("tilføj punkt Budget v/ " + new string('x', CommandLimits.MaxName + 1), Context).Error);

    [Fact]
    public void Parse_ControlCharactersInTheTitle_AreDropped() =>
        Assert.Equal("Budget 2027", Assert.IsType<ChatCommand.AddItem>(Parse("tilføj punkt \u0001Bud\u202Eget\u0000\t 2027\uD800")).Title);

    [Theory]
    [InlineData("x")]
    [InlineData("til ")]
    [InlineData("v/ ")]
    [InlineData("20 min ")]
    [InlineData("30. april ")]
    [InlineData("til Chefforum ")]
    [InlineData("»")]
    [InlineData("\n")]
    public void Parse_TenThousandCharacters_AreAnsweredAtOnce(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        var clock = Stopwatch.StartNew();

        foreach (var command in CommandCatalogue.All)
            _ = CommandParser.Parse(command.Name + " " + text, Context);
        _ = CommandParser.Parse(text, Context);

        // Some forty commands take a second together on a quiet machine; a reader that tries every split of such a text takes hours.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"Took {clock.Elapsed}.");
    }

    private static ChatCommand Parse(string text)
    {
        var result = CommandParser.Parse(text, Context);
        Assert.True(result.IsSuccess, result.Error?.Text);
        return result.Value;
    }

    private static LocalDate? Date(string? iso) => iso is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
