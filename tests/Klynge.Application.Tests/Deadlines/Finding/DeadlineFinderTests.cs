using System.Globalization;
using Klynge.Application.Deadlines.Finding;
using NodaTime;
using NodaTime.Text;
using static Klynge.Application.Tests.Deadlines.Finding.LabelledSentence;

namespace Klynge.Application.Tests.Deadlines.Finding;

public sealed class DeadlineFinderTests
{
    [Fact]
    public void Text_OfSeveralSentences_GivesTheOneWithTheDeadlineWordForWord()
    {
        var text = "Programmet er for ledere, jf. bilag 2. Der er deadline for udpegning af deltagere d. 30. april 2025. Den endelige indstilling sker i Direktørforum.";

        var finding = Assert.Single(DeadlineFinder.Find(text, Reference));

        Assert.Equal(new DeadlineFinding(new LocalDate(2025, 4, 30), "Der er deadline for udpegning af deltagere d. 30. april 2025."), finding);
    }

    /// <summary>»primo«, »medio« and »ultimo« of what is handed in; a party or a meeting then is none.</summary>
    [Theory]
    [InlineData("Materialet sendes til sekretariatet medio december.", "2025-12-15", null)]
    [InlineData("Sekretariatet rundsender et revideret kommissorium primo maj.", "2025-05-01", "Sekretariatet")]
    [InlineData("Sekretariatet følger op ultimo maj.", "2025-05-31", "Sekretariatet")]
    [InlineData("Handleplanen skal være klar primo maj.", "2025-05-01", null)]
    [InlineData("Hospitalet holder åbent hus medio maj.", null, null)]
    [InlineData("Patientinddragelsesudvalget holder møde medio maj.", null, null)]
    [InlineData("Vaccinationerne begyndte primo oktober.", null, null)]
    [InlineData("Den 1. maj 2025 skal kommunerne have udpeget en tovholder.", "2025-05-01", "kommunerne")]
    [InlineData("Den 15. maj skal Lyngbæk Kommune have afleveret sit regnskab.", "2025-05-15", "Lyngbæk Kommune")]
    [InlineData("Henrik skriver til rådet senest den 4. maj.", "2025-05-04", "Henrik")]
    [InlineData("Endelig version foreligger den 1. maj.", "2025-05-01", null)]
    public void PartOfAMonth_AndWhatIsDoneByThen_AreDeadlines(string text, string? date, string? responsible)
    {
        var found = DeadlineFinder.Find(text, new LocalDate(2025, 4, 4));

        Assert.Equal(date, found is [{ Date: { } day }] ? LocalDatePattern.Iso.Format(day) : null);
        Assert.Equal(date is not null, found.Count == 1);
        Assert.Equal(responsible, found.Count == 1 ? found[0].Responsible : null);
    }

    /// <summary>Which day »inden jul« means is for somebody to say.</summary>
    [Theory]
    [InlineData("Kommunerne melder tilbage inden jul.")]
    [InlineData("PLO vender tilbage med navne før påske.")]
    public void TimeOfYear_IsOffered_AndItsDayAsked(string text) =>
        Assert.True(Assert.Single(DeadlineFinder.Find(text, new LocalDate(2025, 12, 1))).IsVague);

    [Fact]
    public void Sentence_BrokenOverLines_IsReadAsOne() => Assert.Equal(
        "Svar sendes til sekretariatet senest den 1. marts.",
        Assert.Single(DeadlineFinder.Find("Svar sendes til\nsekretariatet senest den\n1. marts.", Reference)).Sentence);

    [Fact]
    public void Sentence_WithTwoDeadlines_GivesBoth() => Assert.Equal(
        [new LocalDate(2025, 3, 1), new LocalDate(2025, 4, 1)],
        DeadlineFinder.Find("Kommunerne svarer senest den 1. marts, og regionen sender sit svar senest den 1. april.", Reference).Select(one => one.Date!.Value));

    [Fact]
    public void EntriesOfAList_AreSentencesOfTheirOwn() => Assert.Equal(
        "- Regionen svarer senest d. 1. marts",
        Assert.Single(DeadlineFinder.Find("Det blev aftalt:\n- Regionen svarer senest d. 1. marts\n- Mødet d. 8. april aflyses", Reference)).Sentence);

    [Fact]
    public void Date_WithoutAYear_IsTheNextOneSeenFromTheText() => Assert.Equal(
        new LocalDate(2026, 1, 1), Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. januar.", new LocalDate(2025, 4, 4))).Date);

    [Fact]
    public void Date_WithoutAYearThatLiesJustBehind_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. februar.", Reference)).IsVague);

    [Fact]
    public void Date_WithoutAYearInATextWithoutADay_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 1. juni.", reference: null)).IsVague);

    [Fact]
    public void Day_ThatDoesNotExist_IsAsked() =>
        Assert.True(Assert.Single(DeadlineFinder.Find("Svar sendes senest den 31. april 2025.", Reference)).IsVague);

    [Fact]
    public void LeapDay_IsADayInALeapYear() => Assert.Equal(
        new LocalDate(2028, 2, 29), Assert.Single(DeadlineFinder.Find("Svar sendes senest den 29. februar 2028.", Reference)).Date);

    [Theory]
    [InlineData("Tilmelding senest torsdag i uge 8.", "2025-02-20", null, null)]
    [InlineData("Det blev aftalt, at sekretariatet udsender materialet senest d. 1. marts.", "2025-03-01", null, "sekretariatet")]
    [InlineData("Direktørforum besluttede, at kommunerne melder tilbage inden udgangen af marts.", "2025-03-31", null, "kommunerne")]
    [InlineData("Fristerne er 6. marts, 21. marts og 4. april.", "2025-03-06 2025-03-21 2025-04-04", null, null)]
    [InlineData("Referatet sendes ud senest 14 dage efter mødet.", "2025-02-18", null, null)]
    [InlineData("Svar sendes senest d. 3. marts kl. 12.", "2025-03-03", "12:00", null)]
    [InlineData("Planen godkendes den 14. december 2025.", "", null, null)]
    [InlineData("Resultaterne fremlægges på seminaret den 9. maj.", "", null, null)]
    public void Sentence_AsInTheMinutes_GivesDayTimeAndWho(string text, string dates, string? time, string? who)
    {
        var found = DeadlineFinder.Find(text, Reference);

        Assert.Equal(dates, string.Join(' ', found.Select(one => LocalDatePattern.Iso.Format(one.Date!.Value))));
        Assert.All(found, one => Assert.Equal((time, who), (one.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), one.Responsible)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("....")]
    [InlineData("senest")]
    public void Oddities_AreNoDeadlines(string? text) => Assert.Empty(DeadlineFinder.Find(text, Reference));

    [Fact]
    public void Text_OfAHundredThousandLettersWithoutAFullStop_IsReadInSeconds()
    {
        var text = string.Concat(Enumerable.Repeat("senest den kl. 12 og deadline for udpegning af ", 2_000)) + "deltagere d. 30. april 2025";
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        var found = DeadlineFinder.Find(text, Reference);

        Assert.InRange(Assert.Single(found).Sentence.Length, 100, 402);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }
}
