using Klynge.Application.Chat.Commands;
using NodaTime;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>»frist« as people write it, on Sunday 22 November 2026.</summary>
public sealed class DeadlineCommandTests
{
    private static readonly ParserContext Context = new(new LocalDate(2026, 11, 22), [new("chef", "Chefforum")]);

    [Theory]
    [InlineData("frist Udpegning til ledelsesprogrammet 30. april", "Udpegning til ledelsesprogrammet", "2027-04-30", null)]
    [InlineData("frist Udpegning 30. april 2027 ansvarlig Tina Lund", "Udpegning", "2027-04-30", "Tina Lund")]
    [InlineData("frist Udpegning senest d. 30/4 ansvarlig: formandskabet", "Udpegning", "2027-04-30", "formandskabet")]
    [InlineData("ny frist Svar til PLO på fredag", "Svar til PLO", "2026-11-27", null)]
    [InlineData("frist Status på 3 indsatser, 1. december", "Status på 3 indsatser", "2026-12-01", null)]
    [InlineData("frist Budget udgangen af marts", "Budget", "2027-03-31", null)]
    [InlineData("frist 1. december", null, "2026-12-01", null)]
    [InlineData("frist Udpegning", "Udpegning", null, null)]
    [InlineData("frist", null, null, null)]
    [InlineData("DEADLINE Nominering 1. december responsible mig", "Nominering", "2026-12-01", "mig")]
    public void Deadline_AsPeopleWriteIt_IsRead(string text, string? title, string? date, string? responsible)
    {
        var result = CommandParser.Parse(text, Context);

        Assert.True(result.IsSuccess, result.Error?.Text);
        var command = Assert.IsType<ChatCommand.SetDeadline>(result.Value);
        Assert.Equal((title, date, responsible), (command.Title, command.Date?.ToString("uuuu-MM-dd", null), command.Responsible));
    }

    [Theory]
    [InlineData("frist Udpegning 30. april 2024")]
    [InlineData("frist Udpegning 31. april")]
    public void Deadline_OnAnImpossibleOrPastDay_IsAsked(string text) => Assert.False(CommandParser.Parse(text, Context).IsSuccess);

    [Theory]
    [InlineData("frister", null)]
    [InlineData("vis frister i chefforum", "chef")]
    public void Deadlines_OfAForum_AreListed(string text, string? forum) =>
        Assert.Equal(new ChatCommand.ShowDeadlines(forum), CommandParser.Parse(text, Context).Value);

    [Theory]
    [InlineData("årshjul", null)]
    [InlineData("aarshjul chefforum", "chef")]
    [InlineData("annual wheel", null)]
    public void Wheel_OfAForum_IsShown(string text, string? forum) =>
        Assert.Equal(new ChatCommand.ShowAnnualWheel(forum), CommandParser.Parse(text, Context).Value);

    [Theory]
    [InlineData("kalender", null)]
    [InlineData("kalenderlink", null)]
    [InlineData("Kalender chefforum", "chef")]
    [InlineData("frister i Outlook", null)]
    [InlineData("calendar link", null)]
    public void CalendarLink_OfAForum_IsShown(string text, string? forum) =>
        Assert.Equal(new ChatCommand.ShowCalendarLink(forum), CommandParser.Parse(text, Context).Value);
}
