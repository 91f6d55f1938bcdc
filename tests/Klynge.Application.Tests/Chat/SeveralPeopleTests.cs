using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Chat;

/// <summary>Apologies that name several people: all of them in one question, each with their seat, or one after another.</summary>
public sealed class SeveralPeopleTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("afbud for Lund og Rahimi", "aase-lund", "farhad-rahimi")]
    [InlineData("Gitte Holmgaard og Torben kommer ikke 21/12", "gitte-holmgaard", "torben-aagesen")]
    [InlineData("afbud for Mehmet, Gitte", "mehmet-yildiz", "gitte-holmgaard")]
    [InlineData("Mehmet melder afbud 21/12. Det samme gør Farhad.", "mehmet-yildiz", "farhad-rahimi")]
    public async Task Several_AreOneQuestion_AndOnePress(string text, string first, string second)
    {
        var asked = await _chat.SayAsync("signe-dahl", text);
        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Equal(["Meld begge afbud"], SampleChat.Titles(asked));

        var told = await _chat.PressAsync("signe-dahl", asked, "Meld begge afbud");
        Assert.Equal(
            new[] { $"chefforum 21/12 {first}", $"chefforum 21/12 {second}" }.Order(StringComparer.Ordinal),
            (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains(_chat[first].Name, told, StringComparison.Ordinal);
        Assert.Contains(_chat[second].Name, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoMentions_AreTwoPeople()
    {
        var asked = await _chat.SayAsync(
            "signe-dahl", "afbud Peter Aaby Thorup Lise-Lotte Damgaard 14/1", "chefforum", ("Peter Aaby Thorup", "peter-thorup"), ("Lise-Lotte Damgaard", "lise-damgaard"));

        await _chat.PressAsync("signe-dahl", asked, "Meld begge afbud");
        Assert.Equal(["chefforum 14/1 lise-damgaard", "chefforum 14/1 peter-thorup"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("afbud for Mehmet: syg. Agnieszka kommer ikke 14/1", "afbud for Mehmet", "afbud for Agnieszka 14/1")]
    [InlineData("afbud for Gitte 14/1 og Torben 21/12", "afbud for Gitte 14/1", "afbud for Torben 21/12")]
    [InlineData("Afbud Torben 21/12, Afbud Gitte 14/1", "afbud for Torben 21/12", "afbud for Gitte 14/1")]
    public async Task Several_EachWithAMeetingOfTheirOwn_AreTakenOneByOne(string text, string first, string second)
    {
        var asked = await _chat.SayAsync("signe-dahl", text);
        Assert.Equal([first, second], SampleChat.Titles(asked));
        Assert.Empty(await _chat.ApologiesAsync());

        await _chat.PressAsync("signe-dahl", asked, second);
        Assert.Single(await _chat.ApologiesAsync());
    }

    /// <summary>What is the matter with one of them is nobody else's.</summary>
    [Fact]
    public async Task Reason_BehindTheFirstName_IsNotTheSecondsToo()
    {
        var asked = await _chat.SayAsync("signe-dahl", "Mehmet er syg, Gitte kommer heller ikke");
        await _chat.PressAsync("signe-dahl", asked, "Meld begge afbud");

        Assert.Equal(["chefforum 21/12 gitte-holmgaard", "chefforum 21/12 mehmet-yildiz"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains("er ikke taget med", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_NamingAnotherBesideThemselves_GetsTheirOwnOnly()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "Mehmet og jeg kommer ikke 14/1");
        Assert.Contains("Mehmet er ikke med", asked, StringComparison.Ordinal);

        Assert.Contains("stillet til en anden", await _chat.PressAsync("peter-thorup", asked, "Meld afbud"), StringComparison.Ordinal);
        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud");
        Assert.Equal(["chefforum 14/1 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task SecondName_BehindOgsaa_IsBesideTheSender()
    {
        var asked = await _chat.SayAsync("henrik-vestermark", "afbud 14. januar, Lise-Lotte kommer også ikke");
        await _chat.PressAsync("henrik-vestermark", asked, "Meld begge afbud");

        Assert.Equal(["chefforum 14/1 henrik-vestermark", "chefforum 14/1 lise-damgaard"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Member_NamingTwoOthers_IsRefused()
    {
        Assert.Contains("Det kan du ikke gøre i Chefforum", await _chat.SayAsync("nadia-el-sayed", "afbud for Lund og Rahimi"), StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Withdrawals_ForSeveral_AreTakenOneByOne()
    {
        var asked = await _chat.SayAsync("signe-dahl", "afbud for Lund og Rahimi");
        await _chat.PressAsync("signe-dahl", asked, "Meld begge afbud");

        asked = await _chat.SayAsync("signe-dahl", "fortryd afbud for Lund og Rahimi");
        await _chat.PressAsync("signe-dahl", asked, "fortryd afbud for Rahimi");
        Assert.Equal(["chefforum 21/12 aase-lund"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("afbud stedfortræder Christina eller Lone", "Christina", "Lone")]
    [InlineData("afbud 14/1 stedfortræder Christina Bilde eller ingen, kursus", "Christina Bilde", "Ingen stedfortræder")]
    public async Task Substitute_OneOrTheOther_IsAsked(string text, string first, string second)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Equal([first, second], SampleChat.Titles(asked));
        Assert.Empty(await _chat.ApologiesAsync());

        await _chat.PressAsync("nadia-el-sayed", asked, first);
        Assert.EndsWith(text.Contains("kursus", StringComparison.Ordinal) ? "Christina Bilde (kursus)" : "Christina Bilde", Assert.Single(await _chat.ApologiesAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud stedfortræder mig selv")]
    [InlineData("afbud stedfortræder mig")]
    public async Task Substitute_Oneself_IsRefused(string text)
    {
        Assert.Contains("kan ikke også være stedfortræder", await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Substitute_WhoCannotComeEither_IsNobodysName()
    {
        await _chat.SayAsync("nadia-el-sayed", "afbud, min stedfortræder kan heller ikke");
        Assert.Equal(["chefforum 21/12 nadia-el-sayed"], await _chat.ApologiesAsync());
    }
}
