using Klynge.Application.Chat.Commands;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

public sealed class CommandParserTests
{
    // A Wednesday.
    private static readonly ParserContext Context = new(
        new LocalDate(2026, 4, 15),
        [new("chef", "Chefforum"), new("drift", "Driftsforum", "drift"),
            new("strategi", "Fagligt strategisk niveau"), new("raad", "Sundhedsråd Limfjorden")]);

    [Theory]
    [InlineData("hjælp")]
    [InlineData("Hjælp!")]
    [InlineData("HJAELP")]
    [InlineData("/hjælp")]
    [InlineData("help")]
    [InlineData("?")]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    [InlineData("Hvad kan du?")]
    public void Parse_Help_IsUnderstood(string text) => Assert.IsType<ChatCommand.Help>(Parse(text));

    [Theory]
    [InlineData("dagsorden", null, null)]
    [InlineData("Dagsorden.", null, null)]
    [InlineData("agenda", null, null)]
    [InlineData("vis dagsordenen", null, null)]
    [InlineData("dagsorden chefforum", "chef", null)]
    [InlineData("dagsorden for Chefforummet", "chef", null)]
    [InlineData("dagsorden: Chefforum, 30. april", "chef", "2026-04-30")]
    [InlineData("dagsorden 30/4 chefforum", "chef", "2026-04-30")]
    [InlineData("dagsordenen for driftsforums møde d. 30. april", "drift", "2026-04-30")]
    [InlineData("dagsorden drift", "drift", null)]
    [InlineData("dagsorden FAGLIGT  strategisk niveau på fredag", "strategi", "2026-04-17")]
    [InlineData("dagsorden sundhedsraad limfjorden", "raad", null)]
    [InlineData("dagsorden 4. februar 2025", null, "2025-02-04")]
    [InlineData("dagsorden til næste møde i Chefforum", "chef", null)]
    [InlineData("agenda Chefforum tomorrow", "chef", "2026-04-16")]
    public void Parse_Agenda_FindsForumAndDate(string text, string? forum, string? date) =>
        Assert.Equal(new ChatCommand.ShowAgenda(forum, Date(date)), Parse(text));

    [Theory]
    [InlineData("referat", null, null)]
    [InlineData("minutes", null, null)]
    [InlineData("referatet fra mødet 4. februar", null, "2026-02-04")]
    [InlineData("referat chefforum 30. april", "chef", "2025-04-30")]
    public void Parse_Minutes_LooksBack(string text, string? forum, string? date) =>
        Assert.Equal(new ChatCommand.ShowMinutes(forum, Date(date)), Parse(text));

    [Theory]
    [InlineData("møder", null)]
    [InlineData("moeder", null)]
    [InlineData("meetings", null)]
    [InlineData("kommende møder i Chefforum", "chef")]
    public void Parse_Meetings_FindsForum(string text, string? forum) => Assert.Equal(new ChatCommand.ListMeetings(forum), Parse(text));

    [Theory]
    [InlineData("nyt møde Chefforum 30. april kl. 14", "chef", "14:00", null, null)]
    [InlineData("nyt møde chefforum d. 30/4-2026 kl. 14.00-16.00", "chef", "14:00", "16:00", null)]
    [InlineData("nyt møde Chefforum 30. april kl. 14 til 16 Teams", "chef", "14:00", "16:00", "Teams")]
    [InlineData("Nyt møde i Chefforum den 30. april kl. 14 til kl. 16.30 i Mødelokale 3, Regionshuset",
        "chef", "14:00", "16:30", "Mødelokale 3, Regionshuset")]
    [InlineData("nyt møde 30. april 14-16 sted: Rådhuset", null, "14:00", "16:00", "Rådhuset")]
    [InlineData("nyt moede torsdag d. 30. april kl. 9 i Driftsforum på Teams", "drift", "09:00", null, "Teams")]
    [InlineData("new meeting Chefforum 30 April at 2 pm", "chef", "14:00", null, null)]
    public void Parse_NewMeeting_FindsAllParts(string text, string? forum, string start, string? end, string? place)
    {
        var meeting = Assert.IsType<ChatCommand.ScheduleMeeting>(Parse(text));

        Assert.Equal((forum, new LocalDate(2026, 4, 30), place), (meeting.Forum, meeting.Date, meeting.Place));
        Assert.Equal((start, end), (meeting.Start.ToString("HH:mm", null), meeting.End?.ToString("HH:mm", null)));
    }

    [Theory]
    [InlineData("nyt møde", nameof(MeetingDateMissing))]
    [InlineData("nyt møde Chefforum", nameof(MeetingDateMissing))]
    [InlineData("nyt møde Chefforum 30. april", nameof(MeetingTimeMissing))]
    [InlineData("nyt møde Cheforum 30. april kl. 14", nameof(ForumUnknown))]
    [InlineData("nyt møde Chefforum engang kl. 14", nameof(ArgumentNotUnderstood))]
    [InlineData("nyt møde Chefforum 30. april 2025 kl. 14", nameof(DatePast))]
    [InlineData("nyt møde Chefforum 31. april kl. 14", nameof(DateImpossible))]
    [InlineData("nyt møde Chefforum 30. april kl. 25", nameof(DateImpossible))]
    [InlineData("nyt møde Chefforum uge 17 kl. 14", nameof(DateAmbiguous))]
    [InlineData("dagsorden cheforum", nameof(ForumUnknown))]
    [InlineData("dagsorden chefforum bla bla", nameof(ArgumentNotUnderstood))]
    [InlineData("dagsorden næste fredag", nameof(DateAmbiguous))]
    [InlineData("tilføj punkt Budget 0 min", nameof(ItemMinutesOutOfRange))]
    [InlineData("tilføj punkt Budget 481 min", nameof(ItemMinutesOutOfRange))]
    [InlineData("tilføj punkt Budget til Chefforum 31. april", nameof(DateImpossible))]
    [InlineData("tilføj punkt Budget til Chefforum 4. februar 2025", nameof(DatePast))]
    [InlineData("tilføj punkt Budget til Chefforum uge 17", nameof(DateAmbiguous))]
    [InlineData("afbud 31. april", nameof(DateImpossible))]
    [InlineData("afbud 14. april 2026", nameof(DatePast))]
    [InlineData("afbud stedfortræder", nameof(SubstituteMissing))]
    [InlineData("beslutning Godkendt", nameof(DecisionItemMissing))]
    [InlineData("beslutning 0 Godkendt", nameof(DecisionItemMissing))]
    [InlineData("beslutning 3.2 Godkendt", nameof(DecisionItemMissing))]
    [InlineData("slet punkt", nameof(ItemNumberMissing))]
    [InlineData("slet punkt tre", nameof(ItemNumberMissing))]
    [InlineData("slet punkt 3 og punkt 4", nameof(CommandUnclear))]
    [InlineData("slet punkt 3 husk bilag", nameof(ArgumentNotUnderstood))]
    [InlineData("søg", nameof(SearchWordsMissing))]
    [InlineData("søg efter", nameof(SearchWordsMissing))]
    public void Parse_SomethingMissingOrWrong_IsRefusedWithAReason(string text, string code) => Assert.Equal(code, Refusal(text).Code);

    [Theory]
    [InlineData("tilføj punkt", null)]
    [InlineData("tilføj punkt   ", null)]
    [InlineData("tilføj punkt »«", null)]
    [InlineData("tilføj punkt 20 min", 20)]
    public void Parse_AnItemWithoutTitle_OpensTheForm(string text, int? minutes) =>
        Assert.Equal(new ChatCommand.AddItem(null, null, minutes, null, null), Parse(text));

    [Theory]
    [InlineData("beslutning", null)]
    [InlineData("beslutning 3", 3)]
    [InlineData("beslutning punkt 7.", 7)]
    public void Parse_ADecisionWithoutText_OpensTheForm(string text, int? item) => Assert.Equal(new ChatCommand.Decide(item, null), Parse(text));

    [Fact]
    public void Parse_MisspeltForum_AsksForTheNearest() =>
        Assert.Equal("Jeg kender ikke noget forum, der hedder »cheforum«. Mente du »Chefforum«?", Refusal("dagsorden cheforum").Text);

    [Fact]
    public void Parse_TwoForumsOfOneName_AreNotGuessedBetween()
    {
        var twins = Context with { Forums = [new("a", "Chefforum"), new("b", "Chefforum")] };

        Assert.IsType<ForumNotUnique>(CommandParser.Parse("dagsorden chefforum", twins).Error);
    }

    [Theory]
    [InlineData("afbud", null, null, null, null)]
    [InlineData("apology", null, null, null, null)]
    [InlineData("Meld afbud til mødet d. 30. april", "2026-04-30", null, null, null)]
    [InlineData("afbud 30. april stedfortræder Bo Friis", "2026-04-30", "Bo Friis", null, null)]
    [InlineData("afbud 30. april stedfortræder: Bo Friis, kursus i Vejle", "2026-04-30", "Bo Friis", "kursus i Vejle", null)]
    [InlineData("afbud stedfortræder er Bo Friis 30. april", "2026-04-30", "Bo Friis", null, null)]
    [InlineData("afbud pga. ferie, stedfortræder Anna de la Cour", null, "Anna de la Cour", "pga. ferie", null)]
    [InlineData("afbud stedfortræder bo friis pga ferie", null, "bo friis", "pga ferie", null)]
    [InlineData("afbud på fredag: syg", "2026-04-17", null, "syg", null)]
    [InlineData("afbud Chefforum 30/4 på grund af ferie", "2026-04-30", null, "på grund af ferie", "chef")]
    [InlineData("afbud ferie til og med 30. april", null, null, "ferie til og med 30. april", null)]
    [InlineData("afbud jeg er på kursus 30. april", "2026-04-30", null, "jeg er på kursus", null)]
    public void Parse_Apology_FindsDateSubstituteAndReason(string text, string? date, string? substitute, string? reason, string? forum) =>
        Assert.Equal(new ChatCommand.Apology(Date(date), substitute, reason, forum), Parse(text));

    /// <summary>The week may be the meeting's or the holiday's: only the sender knows, and the next meeting may be in neither.</summary>
    [Fact]
    public void Parse_AnApologyWhoseReasonNamesAWeek_IsAskedAbout() => Assert.IsType<DateAmbiguous>(Refusal("afbud på ferie i uge 17"));

    [Theory]
    [InlineData("fortryd afbud", null)]
    [InlineData("Fortryd mit afbud d. 30. april", "2026-04-30")]
    [InlineData("withdraw apology", null)]
    [InlineData("træk afbud tilbage", null)]
    [InlineData("Jeg kommer alligevel!", null)]
    public void Parse_WithdrawApology_IsNotTakenForAnApology(string text, string? date) =>
        Assert.Equal(new ChatCommand.WithdrawApology(Date(date), null), Parse(text));

    [Theory]
    [InlineData("skriftlig behandling", null, null)]
    [InlineData("written procedure", null, null)]
    [InlineData("skriftlig behandling Udpegning til ledelsesprogrammet", "Udpegning til ledelsesprogrammet", null)]
    [InlineData("skriftlig behandling »Udpegning til Chefforum«", "Udpegning til Chefforum", null)]
    [InlineData("skriftlig behandling Udpegning til Chefforum", "Udpegning", "chef")]
    public void Parse_WrittenProcedure_FillsInTheForm(string text, string? title, string? forum) =>
        Assert.Equal(new ChatCommand.OpenWrittenProcedure(title, forum), Parse(text));

    [Theory]
    [InlineData("beslutning 3 Indstillingen blev godkendt.", 3, "Indstillingen blev godkendt.")]
    [InlineData("beslutning punkt 3: Indstillingen blev godkendt.", 3, "Indstillingen blev godkendt.")]
    [InlineData("Beslutning 12. Udsat", 12, "Udsat")]
    [InlineData("beslutning 3 1. godkendt 2. udsat", 3, "1. godkendt 2. udsat")]
    [InlineData("decision 3 Første linje\n\n\nAnden  linje", 3, "Første linje\n\nAnden linje")]
    public void Parse_Decision_KeepsItsLines(string text, int item, string decision) =>
        Assert.Equal(new ChatCommand.Decide(item, decision), Parse(text));

    [Theory]
    [InlineData("søg handleplan", "handleplan")]
    [InlineData("Søg efter  handleplan 2025", "handleplan 2025")]
    [InlineData("soeg \"fælles tilbud\"", "\"fælles tilbud\"")]
    public void Parse_Search_KeepsTheWords(string text, string words) => Assert.Equal(new ChatCommand.Search(words), Parse(text));

    [Theory]
    [InlineData("dagorden", "dagsorden")]
    [InlineData("dagsorde chefforum", "dagsorden")]
    [InlineData("hjlæp", "hjælp")]
    [InlineData("afbdu 30. april", "afbud")]
    [InlineData("refrat", "referat")]
    [InlineData("tilføj pkt Budget", "tilføj punkt")]
    [InlineData("fotryd afbud", "fortryd afbud")]
    [InlineData("skriflig behandling", "skriftlig behandling")]
    [InlineData("besluttning 3 Godkendt", "beslutning")]
    [InlineData("dags", "dagsorden")]
    [InlineData("møde", "møder")]
    public void Parse_NearlyACommand_SuggestsIt(string text, string suggestion) =>
        Assert.Equal(suggestion, Assert.IsType<ChatCommand.Unknown>(Parse(text)).Suggestions[0].Name);

    [Theory]
    [InlineData("hej")]
    [InlineData("hvordan går det")]
    [InlineData("xyzzy")]
    [InlineData("👍")]
    [InlineData("12345")]
    public void Parse_NothingLikeACommand_SuggestsNothing(string text) =>
        Assert.Empty(Assert.IsType<ChatCommand.Unknown>(Parse(text)).Suggestions);

    /// <summary>A link to an online meeting is one word of a hundred letters and more.</summary>
    [Fact]
    public void Parse_AWordTooLongToBeAName_IsKeptAsText()
    {
        var link = "https://teams.example/l/meetup-join/" + new string('x', 100);

        Assert.Equal(link, Assert.IsType<ChatCommand.ScheduleMeeting>(Parse($"nyt møde Chefforum 4. marts kl. 14 {link}")).Place);
        Assert.Equal(link, Assert.IsType<ChatCommand.Apology>(Parse($"afbud {link}")).Unread);
        Assert.Equal(link, Assert.IsType<ChatCommand.Decide>(Parse($"beslutning 3 {link}")).Text);
    }

    [Fact]
    public void Parse_UnknownText_IsCleanedAndShortened()
    {
        var unknown = Assert.IsType<ChatCommand.Unknown>(Parse("\u202Ebla\u0000 " + new string('x', 500)));

        Assert.StartsWith("bla x", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(CommandLimits.MaxName, unknown.Text.Length);
    }

    private static ChatCommand Parse(string text)
    {
        var result = CommandParser.Parse(text, Context);
        Assert.True(result.IsSuccess, result.Error?.Text);
        return result.Value;
    }

    private static Error Refusal(string text)
    {
        var refusal = CommandParser.Parse(text, Context).Error;
        Assert.NotNull(refusal);
        return refusal;
    }

    private static LocalDate? Date(string? iso) => iso is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
