using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Chat;

/// <summary>Stretches of days, exceptions and weeks: which meetings lie in them is shown before anything is registered.</summary>
public sealed class SpanOfDaysTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("afbud fra 1. december til 1. marts")]
    [InlineData("afbud mellem 15. december og 15. januar")]
    [InlineData("afbud 21. december - 14. januar")]
    [InlineData("afbud uge 52-2")]
    [InlineData("afbud i perioden fra den 1/12 til og med den 31/1")]
    public async Task Span_IsEveryMeetingInIt_ShownFirst(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Empty(await _chat.ApologiesAsync());

        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");
        Assert.Equal(["chefforum 14/1 nadia-el-sayed", "chefforum 21/12 nadia-el-sayed"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("afbud fra 1. januar til 1. marts")]
    [InlineData("afbud alle møder undtagen 21. december")]
    [InlineData("afbud alle møder i 2027")]
    [InlineData("afbud til møderne i 2027")]
    [InlineData("afbud hele 2027")]
    [InlineData("afbud fra og med 1. januar")]
    [InlineData("afbud fra 1. januar og frem")]
    [InlineData("afbud resten af 2027")]
    [InlineData("afbud til alle møder næste år")]
    [InlineData("afbud begge møder på nær den 21.")]
    [InlineData("afbud alle møder bortset fra decembermødet")]
    [InlineData("afbud til januar, men ikke december")]
    [InlineData("afbud 1.-20. januar")]
    [InlineData("afbud 14/1 men jeg kommer 21/12")]
    public async Task Exception_LeavesTheOther_ShownFirst(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Empty(await _chat.ApologiesAsync());

        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud");
        Assert.Equal(["chefforum 14/1 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("ferie i uge 53")]
    [InlineData("afbud, ferie i uge 53")]
    [InlineData("afbud uge 51")]
    [InlineData("afbud alle møder i 2028")]
    [InlineData("afbud i hele 2028")]
    [InlineData("afbud fra 1. marts til 1. april")]
    [InlineData("afbud alle møder undtagen 21/12 og 14/1")]
    public async Task Span_WithoutAMeeting_OffersNone(string text)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.DoesNotContain("Meld afbud", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("21. dec. kl", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud på mandag", "Mandag d. 21. december 2026")]
    [InlineData("kan ikke komme torsdag", "Torsdag d. 14. januar 2027")]
    public async Task Weekday_WithoutAMeetingThatWeek_AsksAboutTheNextOneThatHasOne(string text, string day) =>
        Assert.Equal([day], SampleChat.Titles(await _chat.SayAsync("nadia-el-sayed", text)));

    [Theory]
    [InlineData("nyt møde Chefforum 10. marts eller 12. marts kl. 10-12", "Onsdag d. 10. marts 2027")]
    [InlineData("nyt møde Chefforum 9. eller 10. marts kl. 10-12", "Onsdag d. 10. marts 2027")]
    [InlineData("nyt møde Chefforum d. 10/3 og d. 8/4 kl. 10:00-12:00", "Onsdag d. 10. marts 2027")]
    public async Task NewMeeting_OnOneOfTwoDays_AsksWhich(string text, string day)
    {
        var before = await _chat.EverythingAsync();
        var asked = await _chat.SayAsync("signe-dahl", text);
        Assert.Equal(before, await _chat.EverythingAsync());

        Assert.Contains("kl. 10.00–12.00", await _chat.PressAsync("signe-dahl", asked, day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud Driftsforum")]
    [InlineData("afbud politisk niveau")]
    [InlineData("afbud 21/12 Direktørforum")]
    public async Task StrangeForum_IsSaid_AndIsNoReason(string text)
    {
        Assert.Contains("Jeg kender ikke noget forum", await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("ændr fristen for høringssvar til 1. marts")]
    [InlineData("slet fristen høringssvar")]
    [InlineData("kan du forlænge fristen for Budget?")]
    [InlineData("send en påmindelse til Torben")]
    public async Task Deadline_ThatIsToBeChanged_IsNoNewOne(string text)
    {
        var answer = await _chat.SayAsync("signe-dahl", text);

        Assert.Contains("ud fra en besked", answer, StringComparison.Ordinal);
        Assert.Equal(["Frister"], SampleChat.Titles(answer));
    }

    [Fact]
    public async Task BothInAMonthOfOne_IsAskedAbout()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud til begge møder i januar 2027");

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("begge møder i januar 2027", asked, StringComparison.Ordinal);
        Assert.Contains("Torsdag d. 14. januar 2027", SampleChat.Titles(asked));
    }

    /// <summary>The list says the day of each row.</summary>
    [Theory]
    [InlineData("møder i 2026", "Kommende møder")]
    [InlineData("møder i 2027", "Kommende møder")]
    [InlineData("møder næste år", "Kommende møder")]
    [InlineData("møder i hele 2027 Chefforum", "Kommende møder")]
    [InlineData("frister i 2027", "Frister")]
    [InlineData("frister i januar", "Frister")]
    [InlineData("hvilke frister er der inden jul", "Frister")]
    [InlineData("mine frister næste år", "frister")]
    public async Task List_OfAYearOrAMonth_IsShown(string text, string shown) =>
        Assert.Contains(shown, await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
}
