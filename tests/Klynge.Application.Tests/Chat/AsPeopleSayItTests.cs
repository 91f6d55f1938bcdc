using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>What people write who have read no manual, on the sample council.</summary>
public sealed class AsPeopleSayItTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("Hej, jeg må desværre melde afbud til mødet den 21. december. Mvh Nadia")]
    [InlineData("Hej @Klynge, jeg melder afbud 21/12")]
    [InlineData("Kære sekretariat,\njeg vil gerne melde afbud til næste møde.\n\nMed venlig hilsen\nNadia El-Sayed")]
    [InlineData("@Klynge: afbud")]
    [InlineData("Jeg må melde afbud. På forhånd tak!")]
    [InlineData("afbud tak")]
    public async Task Sentence_ThatSaysAfbud_IsAnApology(string text)
    {
        await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Equal(["chefforum 21/12 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("Kan desværre ikke deltage 21/12")]
    [InlineData("Jeg kan ikke komme den 21. december")]
    [InlineData("jeg er desværre forhindret 21/12")]
    [InlineData("Jeg kommer ikke til mødet 21/12")]
    [InlineData("Skal jeg melde afbud 21/12?")]
    public async Task Sentence_ThatSeemsToMeanAnApology_IsAskedFirst(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("Skal jeg melde afbud for dig?", asked, StringComparison.Ordinal);
        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud");
        Assert.Equal(["chefforum 21/12 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    /// <summary>The secretariat copies a member's mail into the chat.</summary>
    [Theory]
    [InlineData("Hej, jeg må desværre melde afbud til mødet den 21. december. Mvh Gitte", "Gitte Holmgaard")]
    [InlineData("Gitte kommer ikke 21/12", "Gitte Holmgaard")]
    [InlineData("Mehmet har meldt afbud", "Mehmet Yildiz")]
    [InlineData("Meld Peter Aaby Thorup fra til mødet 21/12", "Peter Aaby Thorup")]
    public async Task Sentence_AboutSomebodyElse_IsAskedAboutThem(string text, string member)
    {
        var asked = await _chat.SayAsync("signe-dahl", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains($"Skal jeg melde afbud for {member}?", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@Klynge: møder")]
    [InlineData("møder tak")]
    [InlineData("Hej @Klynge, møder tak. Mvh Nadia")]
    [InlineData("kan du vise møder?")]
    [InlineData("Hvornår er næste møde?")]
    public async Task Meetings_AreListed(string text)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains("21. dec", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Mente du", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tilføj gæst Rikke Holm til punkt 3", "Jeg skriver ikke en gæst på ud fra en besked")]
    [InlineData("inviter Rikke Holm", "Jeg skriver ikke en gæst på ud fra en besked")]
    [InlineData("find tid til et ekstra møde i februar", "Jeg kan ikke finde en tid")]
    [InlineData("kan du finde en dato i februar", "Jeg kan ikke finde en tid")]
    [InlineData("flyt mødet den 14. januar", "Jeg flytter ikke et møde")]
    [InlineData("aflys mødet den 14. januar", "Jeg aflyser ikke et møde")]
    [InlineData("jeg stemmer ja", "Du kan ikke stemme med en besked")]
    public async Task WhatCannotBeDone_IsSaid_AndNothingElseOffered(string text, string no)
    {
        var before = await _chat.EverythingAsync();
        var answer = await _chat.SayAsync("signe-dahl", text);

        Assert.Contains(no, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Mente du", answer, StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }

    [Theory]
    [InlineData("sæt Rekruttering på dagsordenen")]
    [InlineData("Kan vi sætte Rekruttering på som punkt?")]
    [InlineData("Punkt til dagsordenen: Rekruttering")]
    [InlineData("jeg vil gerne tilføje punkt Rekruttering")]
    public async Task Item_IsLaidIntoTheForm(string text)
    {
        var answer = await _chat.SayAsync("signe-dahl", text);

        Assert.Contains("\"value\":\"Rekruttering\"", answer, StringComparison.Ordinal);
        Assert.Contains("agenda.add", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hvem kommer?")]
    [InlineData("Hvem kommer den 21. december?")]
    [InlineData("hvem har meldt afbud?")]
    [InlineData("Er Mehmet med på mødet?")]
    public async Task WhoComes_IsShown(string text)
    {
        await _chat.SayAsync("signe-dahl", "afbud for Gitte");

        Assert.Contains("Afbud (1 af 13): Gitte Holmgaard", await _chat.SayAsync("kirsten-uhrskov", text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slet punkt 3")]
    [InlineData("fjern punkt 3 fra dagsordenen")]
    [InlineData("kan du slette punkt 3?")]
    public async Task Item_IsRemovedAfterAYesOnly(string text)
    {
        var before = await _chat.EverythingAsync();
        var asked = await _chat.SayAsync("signe-dahl", text);
        Assert.Contains("Skal punkt 3, »", asked, StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());

        await _chat.PressAsync("signe-dahl", asked, "Tag punktet af");
        Assert.NotEqual(before, await _chat.EverythingAsync());
    }

    [Fact]
    public async Task Decision_WithoutText_OpensTheFormAtItsItem()
    {
        Assert.Contains("agenda.decide", await _chat.SayAsync("signe-dahl", "beslutning 2"), StringComparison.Ordinal);
        Assert.Contains("agenda.add", await _chat.SayAsync("signe-dahl", "tilføj punkt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbdu 21/12")]
    [InlineData("meld afbdu 21/12")]
    public async Task Suggestion_ThatChangesSomething_ShowsItFirst(string text)
    {
        var suggested = await _chat.SayAsync("nadia-el-sayed", text);
        var asked = await _chat.PressAsync("nadia-el-sayed", suggested, "afbud 21/12");

        Assert.Contains("Skal jeg melde afbud for dig?", asked, StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("send en mail til Gitte")]
    [InlineData("slet alt")]
    [InlineData("hvem er formand?")]
    [InlineData("tilføj Rikke til listen")]
    [InlineData("find på noget")]
    public async Task Suggestion_IsNeverAnActOfAnotherKind(string text)
    {
        var titles = SampleChat.Titles(await _chat.SayAsync("signe-dahl", text));

        Assert.DoesNotContain(titles, title => title.StartsWith("afbud", StringComparison.Ordinal) || title.StartsWith("fortryd", StringComparison.Ordinal)
            || title.StartsWith("frist ", StringComparison.Ordinal));
    }

    /// <summary>Signe is in three forums; only one of them meets on that day, and only in some may she do it.</summary>
    [Fact]
    public async Task Forum_IsAskedForOnlyWhereItCannotBeKnown()
    {
        Assert.DoesNotContain("Hvilket forum", await _chat.SayAsync("signe-dahl", "dagsorden 21. december", forum: null), StringComparison.Ordinal);
        Assert.Contains("Hvilket forum", await _chat.SayAsync("signe-dahl", "dagsorden", forum: null), StringComparison.Ordinal);
        Assert.DoesNotContain("Hvilket forum", await _chat.SayAsync("henrik-vestermark", "skriftlig behandling Budget", forum: null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skriftlig behandling Budget 2027 til Direktørforum", "Direktørforum")]
    [InlineData("skriftlig behandling til Direktørforum", "Direktørforum")]
    public async Task WrittenProcedure_GoesToTheForumThatIsNamed(string text, string forum)
    {
        var answer = await _chat.SayAsync("signe-dahl", text, forum: null);

        Assert.DoesNotContain("Hvilket forum", answer, StringComparison.Ordinal);
        Assert.Contains(forum, answer, StringComparison.Ordinal);
        Assert.Contains("\"procedure.draft\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain($"til {forum}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfAnObserver_NamesWhatWorks()
    {
        var help = await _chat.SayAsync("kirsten-uhrskov", "hjælp");
        foreach (var command in new[] { "afbud", "frister", "årshjul", "hvem kommer" })
            Assert.Contains($"**{command}**", help, StringComparison.Ordinal);

        foreach (var command in new[] { "nyt møde", "beslutning", "slet punkt", "tilføj punkt" })
            Assert.DoesNotContain($"**{command}**", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book møde i Chefforum 12. marts 2027 kl. 10-12")]
    [InlineData("book et møde 12. marts 2027 kl. 10-12")]
    public async Task NewMeeting_InOtherWords_IsMade(string text)
    {
        await _chat.SayAsync("signe-dahl", text);

        await using var db = _chat.Database.CreateDbContext();
        Assert.True(await db.Meetings.AnyAsync(one => one.Date == new NodaTime.LocalDate(2027, 3, 12)));
    }

    [Fact]
    public async Task Item_SetOnTheNextAgenda_OpensTheForm() =>
        Assert.Contains("Status på akutpladser", await _chat.SayAsync("signe-dahl", "sæt Status på akutpladser på til januar"), StringComparison.Ordinal);

    /// <summary>Whoever is not in a forum decides nothing there, and its name is no part of a decision elsewhere.</summary>
    [Theory]
    [InlineData("beslutning 2 i Landsforum Godkendt")]
    [InlineData("beslutning 2 i Landsforum: Godkendt")]
    public async Task Decision_OfAStrangeForum_IsRefused(string text)
    {
        var before = await _chat.EverythingAsync();

        Assert.Contains("Landsforum", await _chat.SayAsync("signe-dahl", text), StringComparison.Ordinal);
        Assert.Equal(before, await _chat.EverythingAsync());
    }
}
