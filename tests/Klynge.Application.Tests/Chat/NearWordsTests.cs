using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Chat;

/// <summary>Slips of the keyboard, names of forums that the sender is not in, and words that ask for nothing, on the sample council.</summary>
public sealed class NearWordsTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("afbud 14. janur", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud 21 decmeber", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("afbud til mødet i jaunar pga kursus", "chefforum 14/1 nadia-el-sayed (pga kursus)")]
    [InlineData("afbud til januarmødte, ferie", null)]
    [InlineData("afbud jaunarmødet", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud tosdag d. 14/1", "chefforum 14/1 nadia-el-sayed")]
    [InlineData("afbud madnag den 21. desember", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("afbud 3. febuar", null)]
    [InlineData("afbud 14. xanuax", null)]
    [InlineData("afbud 21 dcmbr", null)]
    [InlineData("afbud til jule-mødet", null)]
    public async Task Slip_InADate_IsUnderstoodOrAsked_AndNeverAReason(string text, string? apology)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Equal(apology is null ? [] : [apology], await _chat.ApologiesAsync());
        Assert.DoesNotContain("Er det begrundelsen", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfADay_ThatAreNotUnderstood_AskForTheMeeting()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud 21 dcmbr, kursus");
        Assert.Contains("Jeg forstår ikke »21 dcmbr«. Hvilket møde melder du afbud til?", asked, StringComparison.Ordinal);
        await _chat.PressAsync("nadia-el-sayed", asked, "Chefforum tors. 14. jan. kl. 9");

        Assert.Equal(["chefforum 14/1 nadia-el-sayed (kursus)"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("frist Udpegning 30 apirl ansvarlig Gitte", "Udpegning", 4, 30)]
    [InlineData("frist Oplæg om akutpladser tirsdga d. 12/1 ansvarlig Lise Lotte", "Oplæg om akutpladser", 1, 12)]
    [InlineData("frist Svar trsdag d. 12/1", "Svar", 1, 12)]
    [InlineData("frist Svar medio februra", "Svar", 2, 15)]
    public async Task Slip_InADeadlinesDate_IsUnderstood(string text, string title, int month, int day)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(new LocalDate(2027, month, day), (await db.Deadlines.SingleAsync(one => one.Title == title)).Date);
    }

    [Fact]
    public async Task Slip_InANewMeetingsDate_IsUnderstood()
    {
        await _chat.SayAsync("signe-dahl", "nyt møde Chefforum 2. febuar 2027 kl. 13-15");

        await using var db = _chat.Database.CreateDbContext();
        Assert.True(await db.Meetings.AnyAsync(one => one.Date == new LocalDate(2027, 2, 2)));
    }

    [Fact]
    public async Task FarName_IsNobody_WithAChoice()
    {
        var answer = await _chat.SayAsync("signe-dahl", "frist Tal 4. marts ansvarlig Sanne");

        Assert.DoesNotContain("\"title\":\"Signe Valentin Dahl\",\"verb\"", answer, StringComparison.Ordinal);
        Assert.Contains("Ingen i Chefforum hedder »Sanne«", answer, StringComparison.Ordinal);
        Assert.Contains("\"responsible\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NearName_IsAsked_AndAnotherCanBeChosen()
    {
        var asked = await _chat.SayAsync("signe-dahl", "frist Tal 4. marts ansvarlig Mehmed");
        Assert.Contains("Ingen i Chefforum hedder »Mehmed«.", asked, StringComparison.Ordinal);
        Assert.Equal(["Mehmet Yildiz", "Vælg en anden"], SampleChat.Titles(asked));
        var form = await _chat.PressAsync("signe-dahl", asked, "Vælg en anden");

        Assert.Contains("\"value\":\"Tal\"", form, StringComparison.Ordinal);
        Assert.Contains("2027-03-04", form, StringComparison.Ordinal);
        Assert.Contains("Ingen i Chefforum hedder »Mehmed«. Vælg en, eller skriv navnet, som det står på medlemslisten", form, StringComparison.Ordinal);
    }

    /// <summary>Nadia is in Chefforum alone: no command may become one about Chefforum, or say more of one forum than of another.</summary>
    [Theory]
    [InlineData("dagsorden politisk niveau")]
    [InlineData("dagsorden Direktørforum")]
    [InlineData("dagsorden for driftsforum")]
    [InlineData("møder Direktørforum")]
    [InlineData("møder politisk niveau")]
    [InlineData("referat Direktørforum")]
    [InlineData("frister for driftsforum")]
    [InlineData("årshjul politisk niveau")]
    [InlineData("kalender Driftsforum")]
    [InlineData("hvem kommer til Driftsforum")]
    [InlineData("hvad er på dagsordenen i Driftsforum?")]
    [InlineData("tilføj punkt Økonomi til Direktørforum")]
    [InlineData("tilføj punkt Økonomi 20 min til det politiske niveau")]
    [InlineData("afbud til Driftsforum")]
    [InlineData("fortryd afbud Driftsforum")]
    [InlineData("sæt Økonomi på dagsordenen til Direktørforum")]
    public async Task ForumOfOthers_IsRefusedByName(string text)
    {
        var before = await _chat.EverythingAsync();
        var answer = await _chat.SayAsync("nadia-el-sayed", text, forum: null);

        Assert.Contains("Jeg kender ikke noget forum, der hedder »", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\"", answer, StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }

    [Theory]
    [InlineData("nyt møde 4. februar kl. 14-16 Driftsforum")]
    [InlineData("nyt møde i Driftsforum 4. februar kl. 14-16")]
    [InlineData("skriftlig behandling Budget 2027 til driftsforum")]
    public async Task ForumOfOthers_IsRefusedByName_ToTheSecretariat(string text)
    {
        var before = await _chat.EverythingAsync();

        Assert.Contains("Jeg kender ikke noget forum, der hedder »", await _chat.SayAsync("signe-dahl", text), StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }

    [Fact]
    public async Task ForumAtTheEndOfATitle_IsAsked()
    {
        var asked = await _chat.SayAsync("signe-dahl", "tilføj punkt Økonomi i Direktørforum 20 min");
        Assert.Equal(["Til Direktørforum", "Det hører til titlen"], SampleChat.Titles(asked));

        var there = await _chat.PressAsync("signe-dahl", asked, "Til Direktørforum");
        Assert.Contains("Tilføj et punkt til Direktørforum", there, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Økonomi\"", there, StringComparison.Ordinal);
        var here = await _chat.PressAsync("signe-dahl", asked, "Det hører til titlen");
        Assert.Contains("Tilføj et punkt til Chefforum", here, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"Økonomi i Direktørforum\"", here, StringComparison.Ordinal);
        Assert.Contains("\"value\":20", here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tilføj punkt Nyt fra Driftsforum")]
    [InlineData("tilføj punkt Samarbejdet i vores forum")]
    [InlineData("tilføj punkt Ventetid på nationalt niveau")]
    public async Task ForumWithinATitle_StaysThere(string text)
    {
        Assert.Contains("agenda.add", await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
    }
}
