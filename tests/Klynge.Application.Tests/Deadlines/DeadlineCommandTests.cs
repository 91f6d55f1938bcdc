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
    [InlineData("skriv frist Svar til PLO på fredag", "Svar til PLO", "2026-11-27", null)]
    [InlineData("skriv en frist Svar til PLO på fredag", "Svar til PLO", "2026-11-27", null)]
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
    [InlineData("frist Indmelding 30. april kl. 12.00", "Indmelding", "2027-04-30", "12:00")]
    [InlineData("frist Indmelding kl. 12 den 30. april", "Indmelding", "2027-04-30", "12:00")]
    [InlineData("frist Indmelding 30/4 kl 9 ansvarlig mig", "Indmelding", "2027-04-30", "09:00")]
    [InlineData("frist kl. 12 den 30. april", null, "2027-04-30", "12:00")]
    [InlineData("frist Svar 1. hverdag i februar kl. 10", "Svar", "2027-02-01", "10:00")]
    [InlineData("frist Svar medio maj", "Svar", "2027-05-15", null)]
    [InlineData("frist Svar den 14.", "Svar", "2026-12-14", null)]
    [InlineData("frist Svar 2. påskedag", "Svar", "2027-03-29", null)]
    [InlineData("frist 30. april: Indmelding til kurset", "Indmelding til kurset", "2027-04-30", null)]
    [InlineData("frist senest 30. april kl. 12 Indmelding", "Indmelding", "2027-04-30", "12:00")]
    [InlineData("frist Opfølgning på version 2.10", "Opfølgning på version 2.10", null, null)]
    [InlineData("frist Sag 112233", "Sag 112233", null, null)]
    [InlineData("frist Planlæg kursus i januar", "Planlæg kursus i januar", null, null)]
    public void Deadline_WithItsTime_IsRead(string text, string? title, string? date, string? time)
    {
        var command = Assert.IsType<ChatCommand.SetDeadline>(CommandParser.Parse(text, Context).Value);

        Assert.Equal(
            (title, date, time),
            (command.Title, command.Date?.ToString("uuuu-MM-dd", null), command.Time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("frist Tilmelding fredag om 14 dage", "fredag om 14 dage", "2026-12-04 2026-12-11")]
    [InlineData("frist Tilmelding uge 50", "uge 50", "2026-12-07 2026-12-08 2026-12-09 2026-12-10 2026-12-11")]
    public void Deadline_OnADayInDoubt_AsksWhich(string text, string written, string candidates)
    {
        var asked = Assert.IsType<DateAmbiguous>(CommandParser.Parse(text, Context).Error);

        Assert.Equal((written, candidates), (asked.Written, string.Join(' ', asked.Candidates.Select(NodaTime.Text.LocalDatePattern.Iso.Format))));
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
