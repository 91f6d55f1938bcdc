using System.Text;
using Klynge.Application.Documents;
using NodaTime;

namespace Klynge.Application.Tests.Documents;

public sealed class SafeNameTests
{
    [Theory]
    [InlineData("Referat Chefforum 2025-02-04", "Referat Chefforum 2025-02-04")]
    [InlineData("Årshjul for ældre og børn", "Årshjul for ældre og børn")]
    [InlineData("A\u030Arshjul", "Årshjul")]
    [InlineData("  Budget: 100 % af #1/2?  ", "Budget- 100 - af -1-2-")]
    [InlineData("..\\..\\hemmeligt", "-..-hemmeligt")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("Slutter med punktum. . .", "Slutter med punktum")]
    [InlineData(".skjult", "skjult")]
    [InlineData("linje\nskift\ttab\0nul", "linje skift tabnul")]
    [InlineData("nul", "_nul")]
    [InlineData("Com1.bilag", "_Com1.bilag")]
    [InlineData("...", "Uden navn")]
    [InlineData("", "Uden navn")]
    [InlineData(null, "Uden navn")]
    [InlineData("Fest 🎉", "Fest 🎉")]
    [InlineData("~$Referat", "-$Referat")]
    [InlineData("desktop.ini", "_desktop.ini")]
    [InlineData("Mappe_VTI_navn", "Mappe_vti-navn")]
    [InlineData("forms", "_forms")]
    [InlineData("LPT9.docx", "_LPT9.docx")]
    public void Of_AnyTitle_IsANameThatEverySystemTakes(string? title, string expected)
    {
        Assert.Equal(expected, SafeName.Of(title));
        Assert.True(SafeName.IsSafe(SafeName.Of(title)));
    }

    [Fact]
    public void Of_VeryLongTitles_AreCutAndStayTwoNames()
    {
        var one = SafeName.Of(new string('å', 5000) + "1", ".docx");
        var two = SafeName.Of(new string('å', 5000) + "2", ".docx");

        Assert.NotEqual(one, two);
        Assert.InRange(Encoding.UTF8.GetByteCount(one), 100, SafeName.MaxBytes);
        Assert.EndsWith(".docx", one, StringComparison.Ordinal);
        Assert.True(SafeName.IsSafe(one));
    }

    [Fact]
    public void Of_ALongTitleOfEmoji_IsNeverCutThroughOne() =>
        Assert.Equal(SafeName.Of(string.Concat(Enumerable.Repeat("🎉", 300))), SafeName.Of(string.Concat(Enumerable.Repeat("🎉", 300))).Normalize());

    [Fact]
    public void ForMinutes_IsForumYearAndAName() =>
        Assert.Equal(
            "Chefforum/2025/Referat Chefforum 2025-02-04.docx",
            DocumentPath.ForMinutes("Chefforum", new LocalDate(2025, 2, 4)).ToString());

    [Fact]
    public void ForMinutes_OfTheSecondMeetingOfADay_SaysTheTime() =>
        Assert.Equal(
            "Forum A-B/2025/Referat Forum A-B 2025-02-04 kl. 09.05 (2).docx",
            DocumentPath.ForMinutes("Forum A/B", new LocalDate(2025, 2, 4), new LocalTime(9, 5)).Numbered(2).ToString());

    [Theory]
    [InlineData("Chefforum/2025/Referat.docx", true)]
    [InlineData("../2025/Referat.docx", false)]
    [InlineData("Chefforum/2025/..", false)]
    [InlineData("Chefforum/..../Referat.docx", false)]
    [InlineData("Chefforum/2025/.versions", false)]
    [InlineData("Chefforum/2025/a\\b", false)]
    [InlineData("Chefforum/2025/a%2e%2e", false)]
    [InlineData("/2025/x", false)]
    [InlineData("Chefforum/2025/x/y", false)]
    [InlineData("Chefforum/0000/x", false)]
    [InlineData(null, false)]
    public void Parse_OnlyReadsWhatCouldHaveBeenWritten(string? text, bool isPath) => Assert.Equal(isPath, DocumentPath.Parse(text) is not null);

    [Fact]
    public void Parse_ReadsBackWhatWasWritten()
    {
        var path = DocumentPath.Of("Ældrerådet: nord", 2026, "Bilag 50 % / æøå");
        Assert.Equal(path, DocumentPath.Parse(path.ToString()));
    }
}
