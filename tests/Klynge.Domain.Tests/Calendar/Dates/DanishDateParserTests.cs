using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Tests.Calendar.Dates;

public sealed class DanishDateParserTests
{
    // A Wednesday.
    private static readonly LocalDate Today = new(2026, 4, 15);

    [Theory]
    [InlineData("30. april", "2026-04-30")]
    [InlineData("15. april", "2026-04-15")]
    [InlineData("14. april", "2027-04-14")]
    [InlineData("1. maj", "2026-05-01")]
    [InlineData("1.maj", "2026-05-01")]
    [InlineData("30 april", "2026-04-30")]
    [InlineData("30. APRIL", "2026-04-30")]
    [InlineData("30. apr.", "2026-04-30")]
    [InlineData("30. apr", "2026-04-30")]
    [InlineData("4. sept. 2026", "2026-09-04")]
    [InlineData("30/4", "2026-04-30")]
    [InlineData("30/4-27", "2027-04-30")]
    [InlineData("30/4-2027", "2027-04-30")]
    [InlineData("30/4/27", "2027-04-30")]
    [InlineData("30/4 2027", "2027-04-30")]
    [InlineData("30-04-2027", "2027-04-30")]
    [InlineData("30.4.2027", "2027-04-30")]
    [InlineData("30.04.27", "2027-04-30")]
    [InlineData("d. 30.4", "2026-04-30")]
    [InlineData("d. 30. april 2027", "2027-04-30")]
    [InlineData("den 30. april", "2026-04-30")]
    [InlineData("d.30.april", "2026-04-30")]
    [InlineData("2027-04-30", "2027-04-30")]
    [InlineData("onsdag d. 15. april 2026", "2026-04-15")]
    [InlineData("torsdag den 30. april", "2026-04-30")]
    [InlineData("torsdag, 30. april", "2026-04-30")]
    [InlineData("tors. 30. apr.", "2026-04-30")]
    [InlineData("fredag", "2026-04-17")]
    [InlineData("FREDAG", "2026-04-17")]
    [InlineData("på fredag", "2026-04-17")]
    [InlineData("paa loerdag", "2026-04-18")]
    [InlineData("på onsdag", "2026-04-22")]
    [InlineData("nu på fredag", "2026-04-17")]
    [InlineData("førstkommende onsdag", "2026-04-22")]
    [InlineData("næste onsdag", "2026-04-22")]
    [InlineData("i dag", "2026-04-15")]
    [InlineData("idag", "2026-04-15")]
    [InlineData("i morgen", "2026-04-16")]
    [InlineData("i overmorgen", "2026-04-17")]
    [InlineData("om 14 dage", "2026-04-29")]
    [InlineData("om fjorten dage", "2026-04-29")]
    [InlineData("om en uge", "2026-04-22")]
    [InlineData("om 2 uger", "2026-04-29")]
    [InlineData("om en måned", "2026-05-15")]
    [InlineData("om 3 hverdage", "2026-04-20")]
    [InlineData("om 13 hverdage", "2026-05-04")]
    [InlineData("tirsdag i uge 17", "2026-04-21")]
    [InlineData("tirsdag uge 17", "2026-04-21")]
    [InlineData("tirsdag i uge 16", "2027-04-20")]
    [InlineData("torsdag i uge 16", "2026-04-16")]
    [InlineData("tirsdag i uge 17 2027", "2027-04-27")]
    [InlineData("fredag i næste uge", "2026-04-24")]
    [InlineData("fredag i uge 53", "2027-01-01")]
    [InlineData("ultimo april", "2026-04-30")]
    [InlineData("udgangen af april", "2026-04-30")]
    [InlineData("ultimo marts", "2027-03-31")]
    [InlineData("udgangen af februar 2028", "2028-02-29")]
    [InlineData("udgangen af måneden", "2026-04-30")]
    [InlineData("udgangen af året", "2026-12-31")]
    [InlineData("29. februar 2028", "2028-02-29")]
    [InlineData("30 April", "2026-04-30")]
    [InlineData("30th of April 2027", "2027-04-30")]
    [InlineData("tomorrow", "2026-04-16")]
    [InlineData("friday", "2026-04-17")]
    [InlineData("on Friday", "2026-04-17")]
    [InlineData("in 14 days", "2026-04-29")]
    [InlineData("in a week", "2026-04-22")]
    [InlineData("tuesday in week 17", "2026-04-21")]
    [InlineData("end of April", "2026-04-30")]
    [InlineData("pa\u030A lo\u0308rdag", "2026-04-18")]
    public void Parse_OneDayMeant_IsFound(string text, string expected) =>
        Assert.Equal(Date(expected), Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Today)).Date);

    /// <summary>One slip of the keyboard in a month behind a number (ADR slips-in-dates); two, or a word that stands alone, are no date.</summary>
    [Theory]
    [InlineData("30. aprl", true)]
    [InlineData("30. appril", true)]
    [InlineData("30. aprril 2027", true)]
    [InlineData("30. apprril", false)]
    [InlineData("aprl", false)]
    public void ParseWhole_ASlipInTheMonth_IsRead(string text, bool isDate) =>
        Assert.Equal(isDate, DanishDateParser.ParseWhole(text, Today) is DateReading.Found { Date: { Month: 4, Day: 30 } });

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hej")]
    [InlineData("30")]
    [InlineData("april")]
    [InlineData("30.4")]
    [InlineData("14-16")]
    [InlineData("14.30")]
    [InlineData("kl. 14")]
    [InlineData("man")]
    [InlineData("ons")]
    [InlineData("fredagen")]
    [InlineData("30. april-mødet")]
    [InlineData("30/4/2026/7")]
    [InlineData("12345678901234567890/4")]
    [InlineData("om lidt")]
    [InlineData("om 3 møder")]
    [InlineData("uge")]
    [InlineData("i")]
    [InlineData("ved")]
    [InlineData("ultimo")]
    public void ParseWhole_NoDate_IsNotADate(string text) =>
        Assert.IsType<DateReading.NotADate>(DanishDateParser.ParseWhole(text, Today));

    [Theory]
    [InlineData("30. april 2025", "2025-04-30")]
    [InlineData("30/4-25", "2025-04-30")]
    [InlineData("2026-04-14", "2026-04-14")]
    [InlineData("tirsdag i uge 16 2026", "2026-04-14")]
    [InlineData("uge 15 2026", "2026-04-06")]
    [InlineData("ultimo marts 2026", "2026-03-31")]
    [InlineData("i går", "2026-04-14")]
    public void Parse_BehindToday_AsksBack(string text, string date)
    {
        var past = Assert.IsType<DateReading.Past>(DanishDateParser.ParseWhole(text, Today));

        Assert.Equal(Date(date), past.Date);
        Assert.EndsWith(" er passeret. Hvilken dag mener du?", past.Question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31. april", "Der er ingen 31. april. Skriv datoen igen.")]
    [InlineData("31/4", "Der er ingen 31. april. Skriv datoen igen.")]
    [InlineData("0. maj", "Der er ingen 0. maj. Skriv datoen igen.")]
    [InlineData("30. februar 2028", "Der er ingen 30. februar. Skriv datoen igen.")]
    [InlineData("30/13", "Der er ingen måned nummer 13. Skriv datoen igen, fx »30/4«.")]
    [InlineData("29. februar 2027", "Der er ingen 29. februar i 2027; den næste er i 2028. Skriv en anden dato, eller skriv årstallet med.")]
    [InlineData("29/2", "Der er ingen 29. februar i 2027; den næste er i 2028. Skriv en anden dato, eller skriv årstallet med.")]
    [InlineData("29. februar 2100", "Der er ingen 29. februar i 2100; den næste er i 2104. Skriv en anden dato, eller skriv årstallet med.")]
    [InlineData("uge 53 2027", "Der er ingen uge 53 i 2027. Skriv en anden uge eller en dato.")]
    [InlineData("uge 54", "Der er ingen uge 54: et år har uge 1 til 52 og nogle gange 53. Skriv ugen igen.")]
    [InlineData("uge 0", "Der er ingen uge 0: et år har uge 1 til 52 og nogle gange 53. Skriv ugen igen.")]
    [InlineData("30. april 0026", "Årstallet 26 kan ikke passe. Skriv datoen igen, fx »30. april 2027«.")]
    [InlineData("om 5000 dage", "5.000 er for langt ude i fremtiden. Skriv datoen i stedet.")]
    [InlineData("30. april kl. 25", "Der er ikke noget klokkeslæt, der hedder 25.00. Skriv tiden igen, fx »kl. 14.30«.")]
    [InlineData("30. april kl. 14.75", "Der er ikke noget klokkeslæt, der hedder 14.75. Skriv tiden igen, fx »kl. 14.30«.")]
    [InlineData("30. april kl. 24.00", "Kl. 24.00 er døgnets slutning. Skriv kl. 23.59, eller kl. 00.00 dagen efter.")]
    [InlineData("30. april kl. 16-14", "Sluttidspunktet kl. 14.00 skal være senere end starttidspunktet kl. 16.00. Skriv tiderne igen.")]
    public void Parse_NoSuchDay_IsRefusedWithAReason(string text, string sentence) =>
        Assert.Equal(sentence, Assert.IsType<DateReading.Impossible>(DanishDateParser.ParseWhole(text, Today)).Sentence);

    [Theory]
    [InlineData("onsdag", "2026-04-15 2026-04-22", "I dag er det onsdag. Mener du i dag eller onsdag d. 22. april 2026?")]
    [InlineData("næste fredag", "2026-04-17 2026-04-24", "Mener du fredag d. 17. april 2026 eller fredag d. 24. april 2026?")]
    [InlineData("fredag d. 30. april", "2026-04-24 2026-04-30 2026-05-01",
        "30. april 2026 er en torsdag, ikke en fredag. Hvilken dag mener du?")]
    [InlineData("om 8 dage", "2026-04-22 2026-04-23",
        "»Om 8 dage« kan både være om en uge og om otte dage. Mener du onsdag d. 22. april 2026 eller torsdag d. 23. april 2026?")]
    [InlineData("uge 17", "2026-04-20 2026-04-21 2026-04-22 2026-04-23 2026-04-24",
        "Uge 17 går fra mandag d. 20. april 2026 til søndag d. 26. april 2026. Hvilken dag mener du?")]
    [InlineData("uge 16", "2026-04-15 2026-04-16 2026-04-17",
        "Uge 16 går fra mandag d. 13. april 2026 til søndag d. 19. april 2026. Hvilken dag mener du?")]
    [InlineData("i næste uge", "2026-04-20 2026-04-21 2026-04-22 2026-04-23 2026-04-24",
        "Uge 17 går fra mandag d. 20. april 2026 til søndag d. 26. april 2026. Hvilken dag mener du?")]
    [InlineData("uge 12 2027", "2027-03-22 2027-03-23 2027-03-24",
        "Uge 12 går fra mandag d. 22. marts 2027 til søndag d. 28. marts 2027. Hvilken dag mener du?")]
    [InlineData("uge 53", "2026-12-28 2026-12-29 2026-12-30",
        "Uge 53 går fra mandag d. 28. december 2026 til søndag d. 3. januar 2027. Hvilken dag mener du?")]
    public void Parse_SeveralDaysMayBeMeant_AsksWhich(string text, string candidates, string question)
    {
        var ambiguous = Assert.IsType<DateReading.Ambiguous>(DanishDateParser.ParseWhole(text, Today));

        Assert.Equal(candidates.Split(' ').Select(Date), ambiguous.Candidates);
        Assert.Equal(question, ambiguous.Question);
    }

    [Theory]
    [InlineData("30. april kl. 14", "14:00", null)]
    [InlineData("30. april, kl. 14.30", "14:30", null)]
    [InlineData("30. april kl 14:30", "14:30", null)]
    [InlineData("30. april klokken 9", "09:00", null)]
    [InlineData("30. april 14:30", "14:30", null)]
    [InlineData("30. april 14.30", "14:30", null)]
    [InlineData("30/4-26 14-16", "14:00", "16:00")]
    [InlineData("30/4 kl. 14.00-16.00", "14:00", "16:00")]
    [InlineData("30/4 kl. 14.00 – 16.00", "14:00", "16:00")]
    [InlineData("30/4 kl. 14 til 16", "14:00", "16:00")]
    [InlineData("30/4 kl. 14 til kl. 16.15", "14:00", "16:15")]
    [InlineData("30/4 fra 14 til 16", "14:00", "16:00")]
    [InlineData("30/4 fra kl. 14 til 16", "14:00", "16:00")]
    [InlineData("30/4 kl. 0.30", "00:30", null)]
    [InlineData("kl. 12 den 30/4", "12:00", null)]
    [InlineData("30 April at 2 pm", "14:00", null)]
    [InlineData("30 April at 12 am", "00:00", null)]
    [InlineData("30/4-2026", null, null)]
    public void Parse_DateWithTime_BringsTheTime(string text, string? start, string? end)
    {
        var found = Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Today));

        Assert.Equal(new LocalDate(2026, 4, 30), found.Date);
        Assert.Equal(start, found.Time?.Start.ToString("HH:mm", null));
        Assert.Equal(end, found.Time?.End?.ToString("HH:mm", null));
    }

    [Theory]
    [InlineData("  30. april er fristen", 2, 9)]
    [InlineData("30. april, og så", 0, 9)]
    [InlineData("30/4-14.30", 0, 4)]
    [InlineData("fredag, hvis det går", 0, 6)]
    [InlineData("uge 17-18", 0, 6)]
    [InlineData("30. april 25 min", 0, 9)]
    [InlineData("i dag!", 0, 5)]
    [InlineData("30. apr. kl. 14 på Teams", 0, 15)]
    public void Parse_TextBehindTheDate_IsLeftAlone(string text, int start, int length) =>
        Assert.Equal(new TextSpan(start, length), DanishDateParser.SpanOf(DanishDateParser.Parse(text, Today)));

    [Theory]
    [InlineData("4. februar", "2026-02-04")]
    [InlineData("15. april", "2026-04-15")]
    [InlineData("16. april", "2025-04-16")]
    [InlineData("4. februar 2024", "2024-02-04")]
    [InlineData("fredag", "2026-04-10")]
    [InlineData("onsdag", "2026-04-15")]
    [InlineData("i går", "2026-04-14")]
    [InlineData("ultimo april", "2025-04-30")]
    [InlineData("tirsdag i uge 17", "2025-04-22")]
    public void Parse_LeaningBack_TakesTheLatest(string text, string expected) =>
        Assert.Equal(Date(expected), Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Today, DateLean.Back)).Date);

    [Theory]
    [InlineData("2026-12-31", "1. januar", "2027-01-01")]
    [InlineData("2026-12-31", "i morgen", "2027-01-01")]
    [InlineData("2027-01-01", "31. december", "2027-12-31")]
    [InlineData("2028-02-28", "29. februar", "2028-02-29")]
    [InlineData("2028-02-28", "i morgen", "2028-02-29")]
    [InlineData("2028-02-29", "29/2", "2028-02-29")]
    [InlineData("2028-01-31", "om en måned", "2028-02-29")]
    [InlineData("2027-01-01", "fredag i uge 1", "2027-01-08")]
    public void Parse_AroundYearAndLeapDay_StaysTrue(string today, string text, string expected) =>
        Assert.Equal(Date(expected), Assert.IsType<DateReading.Found>(DanishDateParser.ParseWhole(text, Date(today))).Date);

    [Fact]
    public void Parse_WeekFiftyThreeIsOverAndTheNextYearHasNone_NamesThatYear() =>
        Assert.Equal(
            "Der er ingen uge 53 i 2027. Skriv en anden uge eller en dato.",
            Assert.IsType<DateReading.Impossible>(DanishDateParser.ParseWhole("mandag i uge 53", new LocalDate(2027, 1, 1))).Sentence);

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
