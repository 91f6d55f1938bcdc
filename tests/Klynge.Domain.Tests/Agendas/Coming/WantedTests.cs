using Klynge.Domain.Agendas.Coming;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Coming;

/// <summary>For which meeting a case is wanted: days where the words say so, else words alone.</summary>
public sealed class WantedTests
{
    private static readonly LocalDate Reference = new(2026, 5, 12);

    [Theory]
    [InlineData("3. marts 2027", "2027-03-03", "2027-03-03")]
    [InlineData("mødet den 3. juni", "2026-06-03", "2026-06-03")]
    [InlineData("på mødet d. 17. april", "2027-04-17", "2027-04-17")]
    [InlineData("i marts", "2027-03-01", "2027-03-31")]
    [InlineData("til maj", "2026-05-01", "2026-05-31")]
    [InlineData("marts 2028", "2028-03-01", "2028-03-31")]
    [InlineData("i september", "2026-09-01", "2026-09-30")]
    [InlineData("inden oktober", null, "2026-09-30")]
    [InlineData("efter september", "2026-10-01", null)]
    [InlineData("til foråret", "2026-03-01", "2026-05-31")]
    [InlineData("i foråret 2027", "2027-03-01", "2027-05-31")]
    [InlineData("til efteråret", "2026-09-01", "2026-11-30")]
    [InlineData("til sommer", "2026-06-01", "2026-08-31")]
    [InlineData("efter sommerferien", "2026-08-01", null)]
    [InlineData("inden sommerferien", null, "2026-06-30")]
    [InlineData("før jul", null, "2026-12-23")]
    [InlineData("efter nytår", "2027-01-02", null)]
    [InlineData("til vinter", "2026-12-01", "2027-02-28")]
    [InlineData("i 2027", "2027-01-01", "2027-12-31")]
    [InlineData("2027", "2027-01-01", "2027-12-31")]
    [InlineData("næste år", "2027-01-01", "2027-12-31")]
    [InlineData("senere på året", "2026-05-12", "2026-12-31")]
    [InlineData("om et halvt år", "2026-11-12", null)]
    [InlineData("om tre måneder", "2026-08-12", null)]
    [InlineData("om to år", "2028-05-12", null)]
    [InlineData("om 9 måneder", "2027-02-12", null)]
    [InlineData("om fire måneder", "2026-09-12", null)]
    [InlineData("om seks måneder", "2026-11-12", null)]
    [InlineData("om en måned", "2026-06-12", null)]
    public void Words_ThatSayWhen_AreDays(string words, string? from, string? to)
    {
        var wanted = Wanted.Read(words, Reference);

        Assert.Equal((WantedKind.Period, words), (wanted.Kind, wanted.Words));
        Assert.Equal((from, to), (wanted.From?.ToString("uuuu-MM-dd", null), wanted.To?.ToString("uuuu-MM-dd", null)));
    }

    /// <summary>Digits of other scripts say no year here, and no harm is done by them.</summary>
    [Theory]
    [InlineData("i 20\u0662\u0667")]
    [InlineData("om 1\u0662 måneder")]
    public void DigitsOfOtherScripts_AreWords(string words) => Assert.Equal(new Wanted(WantedKind.Words, words), Wanted.Read(words, Reference));

    /// <summary>As they stand in minutes; written down before the reader was looked at again.</summary>
    [Theory]
    [InlineData("på et møde i august", "2026-08-01", "2026-08-31")]
    [InlineData("på junimødet", null, null)]
    [InlineData("i løbet af efteråret", "2026-09-01", "2026-11-30")]
    [InlineData("på Direktørforums møde i november", "2026-11-01", "2026-11-30")]
    [InlineData("primo 2027", null, null)]
    [InlineData("efter årsskiftet", "2027-01-02", null)]
    [InlineData("senest i februar 2027", null, "2027-02-28")]
    [InlineData("på temadagen i september", "2026-09-01", "2026-09-30")]
    [InlineData("når loven er vedtaget i Folketinget", null, null)]
    [InlineData("efter påske", null, null)]
    [InlineData("i starten af 2027", "2027-01-01", "2027-12-31")]
    [InlineData("ved budgetforhandlingerne i 2027", "2027-01-01", "2027-12-31")]
    public void Words_OfRealMinutes_AreDaysOrStayWords(string words, string? from, string? to)
    {
        var wanted = Wanted.Read(words, Reference);

        Assert.Equal((from, to), (wanted.From?.ToString("uuuu-MM-dd", null), wanted.To?.ToString("uuuu-MM-dd", null)));
    }

    [Theory]
    [InlineData("på næste møde", WantedKind.Next)]
    [InlineData("næste gang", WantedKind.Next)]
    [InlineData("førstkommende ordinære møde", WantedKind.Next)]
    [InlineData("på et senere møde", WantedKind.Later)]
    [InlineData("på et kommende møde", WantedKind.Later)]
    [InlineData("senere", WantedKind.Later)]
    [InlineData("når loven er vedtaget", WantedKind.Words)]
    [InlineData("efter påske", WantedKind.Words)]
    [InlineData("", WantedKind.None)]
    [InlineData(null, WantedKind.None)]
    public void Words_ThatSayNoDay_AreNoDay(string? words, WantedKind kind) =>
        Assert.Equal((kind, null, null), (Wanted.Read(words, Reference).Kind, Wanted.Read(words, Reference).From, Wanted.Read(words, Reference).To));

    [Fact]
    public void Meeting_ThatFits_IsTheFirstThatIsNotTooEarly()
    {
        LocalDate[] meetings = [new(2026, 6, 3), new(2026, 8, 19), new(2026, 11, 4)];

        Assert.Equal(0, Wanted.None.Fitting(meetings));
        Assert.Equal(1, Wanted.Read("efter sommerferien", Reference).Fitting(meetings));
        Assert.Equal(1, Wanted.Read("i juli", Reference).Fitting(meetings));
        Assert.Equal(0, Wanted.Read("inden sommerferien", Reference).Fitting(meetings));
        Assert.Null(Wanted.Read("i 2027", Reference).Fitting(meetings));
        Assert.Null(Wanted.None.Fitting([]));
    }

    [Fact]
    public void WantedTime_IsOver_AfterItsLastDay()
    {
        var may = Wanted.Read("i maj", Reference);
        Assert.False(may.IsOver(new LocalDate(2026, 5, 31)));
        Assert.True(may.IsOver(new LocalDate(2026, 6, 1)));
        Assert.False(Wanted.Read("efter sommerferien", Reference).IsOver(new LocalDate(2030, 1, 1)));
    }
}
