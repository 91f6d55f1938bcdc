using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>Who is meant by a name in a command, on the sample council.</summary>
public sealed class WhoIsMeantTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("signe-dahl", "afbud Mehmet Yildiz", "chefforum 21/12 mehmet-yildiz")]
    [InlineData("signe-dahl", "afbud for Mehmet Yildiz 21/12 pga. sygdom", "chefforum 21/12 mehmet-yildiz (pga. sygdom)")]
    [InlineData("signe-dahl", "afbud: Yildiz, sygdom", "chefforum 21/12 mehmet-yildiz (sygdom)")]
    [InlineData("signe-dahl", "afbud fra peter thorup", "chefforum 21/12 peter-thorup")]
    [InlineData("signe-dahl", "afbud på Gittes vegne", "chefforum 21/12 gitte-holmgaard")]
    [InlineData("signe-dahl", "afbud Lise Lotte Damgaard", "chefforum 21/12 lise-damgaard")]
    [InlineData("signe-dahl", "afbud for Nadia El Sayed", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("signe-dahl", "afbud nadia.el-sayed@regionklitlandet.example", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("signe-dahl", "afbud for T. Aagesen", "chefforum 21/12 torben-aagesen")]
    [InlineData("signe-dahl", "afbud for Aagesen, Torben", "chefforum 21/12 torben-aagesen")]
    [InlineData("signe-dahl", "afbud Nadia El-Sayed (LYNGBÆK)", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("henrik-vestermark", "afbud for Gitte", "chefforum 21/12 gitte-holmgaard")]
    [InlineData("christina-bilde", "afbud for Nadia", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("nadia-el-sayed", "afbud Nadia", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("nadia-el-sayed", "afbud", "chefforum 21/12 nadia-el-sayed")]
    [InlineData("signe-dahl", "afbud", "chefforum 21/12 signe-dahl")]
    public async Task Apology_IsForWhomTheWordsName(string sender, string text, string apology)
    {
        var answer = await _chat.SayAsync(sender, text);

        Assert.Equal([apology], await _chat.ApologiesAsync());
        Assert.Contains("afbud", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Apology_WithAMention_IsForTheMentionedAccount()
    {
        await _chat.SayAsync("signe-dahl", "afbud Thorup, P. (HOSPITAL) 21/12", mentions: ("Thorup, P. (HOSPITAL)", "peter-thorup"));

        Assert.Equal(["chefforum 21/12 peter-thorup"], await _chat.ApologiesAsync());
    }

    /// <summary>Mentioned accounts are found by their id, whatever name they show.</summary>
    [Fact]
    public async Task Mention_IsMatchedById_AndShownWhole()
    {
        var answer = await _chat.SayAsync(
            "signe-dahl", "frist Svar 4. marts ansvarlig Søren Kjær Lindholt (PLO)", mentions: ("Søren Kjær Lindholt (PLO)", "soeren-lindholt"));
        Assert.Contains("Søren Kjær Lindholt", answer, StringComparison.Ordinal);
        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(_chat["soeren-lindholt"].Id, (await db.Deadlines.SingleAsync(one => one.Title == "Svar")).ResponsibleId);

        var unknown = await _chat.SayAsync("signe-dahl", "frist Notat 4. marts ansvarlig Viggo Krogh (LYNGBÆK)");
        Assert.Contains("»Viggo Krogh (LYNGBÆK)«", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lise Lotte Damgaard", "lise-damgaard")]
    [InlineData("liselotte", "lise-damgaard")]
    [InlineData("Nadia El Sayed", "nadia-el-sayed")]
    [InlineData("elsayed", "nadia-el-sayed")]
    [InlineData("PAT", "peter-thorup")]
    [InlineData("N. El-Sayed", "nadia-el-sayed")]
    public async Task Responsible_IsFoundWithAndWithoutHyphen_AndByInitials(string written, string person)
    {
        await _chat.SayAsync("signe-dahl", $"frist Svar 4. marts ansvarlig {written}");

        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(_chat[person].Id, (await db.Deadlines.SingleAsync(one => one.Title == "Svar")).ResponsibleId);
    }

    [Theory]
    [InlineData("nadia-el-sayed", "afbud for Gitte")]
    [InlineData("nadia-el-sayed", "afbud Mehmet Yildiz")]
    [InlineData("christina-bilde", "afbud for Mehmet Yildiz")]
    [InlineData("kirsten-uhrskov", "afbud for Gitte")]
    public async Task Apology_ForAnother_ByWhoMayNot_IsRefused(string sender, string text)
    {
        await _chat.SayAsync(sender, text);

        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("afbud for Bo Friis", "Bo Friis")]
    [InlineData("afbud Mehmed Yildis", "Mehmed Yildis")]
    [InlineData("afbud for Gitta", "Gitta")]
    [InlineData("afbud hest og vogn", "hest og vogn")]
    [InlineData("afbud Ulla Berg", "Ulla Berg")]
    [InlineData("afbud for Gitte og Peter", "Peter")]
    [InlineData("afbud møde med Peter Thorup", "Peter Thorup")]
    public async Task Apology_WithWordsThatAreNotUnderstood_IsAsked(string text, string shown)
    {
        var answer = await _chat.SayAsync("signe-dahl", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains(shown, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apology_WithAMisspeltName_IsAskedWithAButton()
    {
        var answer = await _chat.SayAsync("signe-dahl", "afbud for Mehmed Yildis 21/12");

        await _chat.PressAsync("signe-dahl", answer, "Afbud for Mehmet Yildiz");
        Assert.Equal(["chefforum 21/12 mehmet-yildiz"], await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Apology_WithUnreadWords_BecomesAReasonOnlyWhenTheSenderSaysSo()
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", "afbud hest og vogn");
        await _chat.PressAsync("nadia-el-sayed", answer, "Det er begrundelsen");
        Assert.Equal(["chefforum 21/12 nadia-el-sayed (hest og vogn)"], await _chat.ApologiesAsync());

        await _chat.PressAsync("nadia-el-sayed", answer, "Meld afbud uden");
        Assert.Equal(["chefforum 21/12 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("afbud stedfortræder C. Bilde")]
    [InlineData("afbud, Christina Bilde kommer i stedet for mig")]
    [InlineData("afbud, jeg sender min stedfortræder")]
    [InlineData("afbud suppleant christina")]
    public async Task Substitute_OnRecord_IsToldAndCanAnswer(string text)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Equal(["chefforum 21/12 nadia-el-sayed Christina Bilde"], await _chat.ApologiesAsync());
        Assert.Contains("Christina Bilde har fået besked", answer, StringComparison.Ordinal);
        var told = Assert.Single(await _chat.MessagesToAsync("christina-bilde"));
        Assert.Contains("Jeg kommer i stedet", told, StringComparison.Ordinal);
        Assert.Contains("Jeg kan ikke", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud stedfortræder Lise-Lotte", "sidder allerede selv i forummet")]
    [InlineData("afbud stedfortræder Lone Skaarup", "er stedfortræder for Mehmet Yildiz")]
    [InlineData("afbud stedfortræder Bo Friis", "»Bo Friis« står ikke som din stedfortræder")]
    [InlineData("afbud stedfortræder Signe", "»Signe« står ikke som din stedfortræder")]
    public async Task Substitute_WhoIsNotTheSeats_IsRefusedOrAsked(string text, string because)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains(because, answer, StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Substitute_OnNoList_IsTakenAfterAYes_AndTheSenderIsToldThatNobodyWas()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud stedfortræder Bo Friis, kursus");

        var answer = await _chat.PressAsync("nadia-el-sayed", asked, "Bo Friis kommer, og jeg giver selv besked");
        Assert.Equal(["chefforum 21/12 nadia-el-sayed Bo Friis (kursus)"], await _chat.ApologiesAsync());
        Assert.Contains("har ikke fået besked. Giv selv besked.", answer, StringComparison.Ordinal);
        Assert.Empty(await _chat.MessagesToAsync("christina-bilde"));
    }

    [Fact]
    public async Task Withdrawal_IsForWhomTheWordsName()
    {
        await _chat.SayAsync("signe-dahl", "afbud for Gitte");
        await _chat.SayAsync("signe-dahl", "afbud");

        await _chat.SayAsync("signe-dahl", "fortryd afbud for Gitte");
        Assert.Equal(["chefforum 21/12 signe-dahl"], await _chat.ApologiesAsync());
    }
}

/// <summary>A board where two people have one name.</summary>
public sealed class NamesakesTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync(async db =>
    {
        foreach (var key in new[] { "torben-aagesen", "birgitte-munk" })
            (await db.People.SingleAsync(person => person.Key == key)).Name = "Jens Holm";
    });

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Fact]
    public async Task Namesakes_AreAskedAboutWithTheirOrganisations()
    {
        var answer = await _chat.SayAsync("signe-dahl", "frist Svar 4. marts ansvarlig Jens Holm");

        Assert.Equal(["Jens Holm (Region Klitlandet)", "Jens Holm (Lyngbæk Kommune)", "Vælg en anden"], SampleChat.Titles(answer));
        var set = await _chat.PressAsync("signe-dahl", answer, "Jens Holm (Lyngbæk Kommune)");
        Assert.Contains("Jens Holm (Lyngbæk Kommune)", set, StringComparison.Ordinal);
        await using var db = _chat.Database.CreateDbContext();
        Assert.Equal(_chat["birgitte-munk"].Id, (await db.Deadlines.SingleAsync(one => one.Title == "Svar")).ResponsibleId);
    }

    [Fact]
    public async Task ChoiceOfAnother_OpensTheForm_WhichSaysWhyItAsks()
    {
        var answer = await _chat.SayAsync("signe-dahl", "frist Svar 4. marts ansvarlig Jens Holm");
        var form = await _chat.PressAsync("signe-dahl", answer, "Vælg en anden");

        Assert.Contains("»Jens Holm« kan være Jens Holm (Region Klitlandet) eller Jens Holm (Lyngbæk Kommune). Skriv hele navnet.", form, StringComparison.Ordinal);
        Assert.Contains("2027-03-04", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Substitute_WhoseNameFitsTwo_IsRefusedWithBoth()
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", "afbud stedfortræder Jens Holm");

        Assert.Contains("»Jens Holm« kan være Jens Holm (Region Klitlandet) eller Jens Holm (Lyngbæk Kommune).", answer, StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Apology_ForOneOfTwoNamesakes_IsAsked()
    {
        var answer = await _chat.SayAsync("signe-dahl", "afbud for Jens Holm");

        Assert.Empty(await _chat.ApologiesAsync());
        await _chat.PressAsync("signe-dahl", answer, "Jens Holm (Region Klitlandet)");
        Assert.Equal(["chefforum 21/12 torben-aagesen"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("afbud for Jens Holm fra Lyngbæk")]
    [InlineData("afbud Jens Holm (Lyngbæk Kommune)")]
    [InlineData("afbud for Jens Holm Lyngbæk")]
    public async Task Organisation_TellsNamesakesApart(string text)
    {
        await _chat.SayAsync("signe-dahl", text);

        Assert.Equal(["chefforum 21/12 birgitte-munk"], await _chat.ApologiesAsync());
        Assert.Contains("Jens Holm (Lyngbæk Kommune)", await _chat.SayAsync("signe-dahl", "hvem kommer?"), StringComparison.Ordinal);
    }

    /// <summary>Both accounts are shown alike; only their ids differ.</summary>
    [Fact]
    public async Task Mentions_OfNamesakes_AreToldApartByTheirIds()
    {
        await _chat.SayAsync("signe-dahl", "afbud Jens Holm", mentions: ("Jens Holm", "birgitte-munk"));

        Assert.Equal(["chefforum 21/12 birgitte-munk"], await _chat.ApologiesAsync());
    }
}
