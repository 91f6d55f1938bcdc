using Klynge.Application.Chat.Commands;
using Klynge.Domain.Common;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// All commands read a meeting alike. Chefforum met on 19 October and meets on 21 December and 14 January; today is 28 November 2026.
/// </summary>
public sealed class NamedMeetingTests
{
    private static readonly LocalDate Today = new(2026, 11, 28);

    private static readonly ParserContext Context = new(Today, [new KnownForum("chef", "Chefforum"), new KnownForum("drift", "Driftsforum")])
    {
        Meetings =
        [
            new KnownMeeting("chef", new LocalDate(2026, 10, 19), IsOver: true),
            new KnownMeeting("chef", new LocalDate(2026, 12, 21), IsOver: false),
            new KnownMeeting("chef", new LocalDate(2027, 1, 14), IsOver: false),
            new KnownMeeting("drift", new LocalDate(2027, 1, 28), IsOver: false),
        ],
        Here = "chef",
    };

    [Theory]
    [InlineData("afbud 14/1.", "2027-01-14")]
    [InlineData("afbud 14.01", "2027-01-14")]
    [InlineData("afbud 14.1.", "2027-01-14")]
    [InlineData("afbud den 14.", "2027-01-14")]
    [InlineData("afbud den fjortende", "2027-01-14")]
    [InlineData("afbud til januarmødet", "2027-01-14")]
    [InlineData("afbud til mødet i januar", "2027-01-14")]
    [InlineData("afbud i januar Driftsforum", "2027-01-28")]
    [InlineData("afbud Driftsforum i januar", "2027-01-28")]
    [InlineData("dagsorden 19. oktober", "2026-10-19")]
    [InlineData("dagsorden oktobermødet", "2026-10-19")]
    [InlineData("dagsorden sidste møde", "2026-10-19")]
    [InlineData("dagsorden januar", "2027-01-14")]
    [InlineData("dagsorden næste møde", null)]
    [InlineData("dagsorden til næste møde i Chefforum", null)]
    [InlineData("referat oktober", "2026-10-19")]
    [InlineData("referat fra sidste møde", "2026-10-19")]
    [InlineData("fremmøde oktobermødet", "2026-10-19")]
    [InlineData("fortryd afbud januarmødet", "2027-01-14")]
    [InlineData("tilføj punkt Budget til januarmødet", "2027-01-14")]
    [InlineData("tilføj punkt Budget til næste møde", null)]
    public void Parse_WordsForAMeeting_NameThatMeeting(string text, string? expected) =>
        Assert.Equal(expected is null ? null : LocalDatePattern.Iso.Parse(expected).Value, DateOf(Parse(text).Value));

    [Theory]
    [InlineData("afbud til martsmødet", "2026-12-21 2027-01-14")]
    [InlineData("dagsorden 21/12 og 14/1", "2026-12-21 2027-01-14")]
    [InlineData("dagsorden den 3.", "2026-12-21 2027-01-14")]
    public void Parse_WordsThatFitNoneOrSeveral_AskWhich(string text, string candidates) =>
        Assert.Equal(
            candidates.Split(' '),
            Assert.IsType<DateAmbiguous>(Parse(text).Error).Candidates.Select(LocalDatePattern.Iso.Format));

    [Theory]
    [InlineData("nyt møde Chefforum 03-02-27 14:00-16:00", "2027-02-03")]
    [InlineData("nyt møde Chefforum 030227 kl. 14-16", "2027-02-03")]
    [InlineData("nyt møde Chefforum 14.02 14.00-16.00", "2027-02-14")]
    [InlineData("nyt møde Chefforum første tirsdag i marts kl. 14-16", "2027-03-02")]
    public void Parse_NewMeeting_ReadsDateAndTime(string text, string date)
    {
        var meeting = Assert.IsType<ChatCommand.ScheduleMeeting>(Parse(text).Value);

        Assert.Equal((date, new LocalTime(14, 0), new LocalTime(16, 0)), (LocalDatePattern.Iso.Format(meeting.Date), meeting.Start, meeting.End));
    }

    [Fact]
    public void Parse_WordsInDoubt_AreNamedSoThatAButtonCanReplaceThem() =>
        Assert.Equal("begge møder", Assert.IsType<DateAmbiguous>(Parse("dagsorden begge møder").Error).Written);

    private static Result<ChatCommand> Parse(string text) => CommandParser.Parse(text, Context);

    private static LocalDate? DateOf(ChatCommand command) => command switch
    {
        ChatCommand.Apology apology => apology.Date,
        ChatCommand.WithdrawApology withdrawal => withdrawal.Date,
        ChatCommand.ShowAgenda agenda => agenda.Date,
        ChatCommand.ShowMinutes minutes => minutes.Date,
        ChatCommand.RollCall rollCall => rollCall.Date,
        ChatCommand.AddItem item => item.Date,
        _ => throw new InvalidOperationException($"{command.GetType().Name} has no date."),
    };
}
