using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Chat;

/// <summary>Sentences that speak of an apology and say that there is none, or none any longer.</summary>
public sealed class DeniedApologyTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("Jeg kommer IKKE med afbud, jeg kommer 14. januar")]
    [InlineData("ingen afbud fra mig")]
    [InlineData("afbud aflyst 14. januar")]
    [InlineData("afbud trækkes tilbage")]
    [InlineData("Mit afbud til mødet den 14. januar er annulleret")]
    [InlineData("jeg har aldrig meldt afbud")]
    [InlineData("afbuddet til januar gælder ikke")]
    [InlineData("jeg trækker hermed afbuddet tilbage")]
    [InlineData("Kommer uden afbud")]
    [InlineData("afbud bortfalder, jeg kommer")]
    [InlineData("Hej, jeg melder ikke afbud alligevel. Mvh Nadia")]
    public async Task Denial_IsNoApology(string text)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("intet at fortryde", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("afbud aflyst 14. januar")]
    [InlineData("afbuddet d. 14/1 trækkes tilbage")]
    [InlineData("Jeg kommer IKKE med afbud, jeg kommer 14. januar")]
    public async Task Denial_OfAnApologyThatStands_AsksToTakeItBack(string text)
    {
        await _chat.SayAsync("nadia-el-sayed", "afbud 14/1");

        var asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Contains("Skal jeg trække dit afbud tilbage?", asked, StringComparison.Ordinal);
        Assert.Single(await _chat.ApologiesAsync());

        await _chat.PressAsync("nadia-el-sayed", asked, "Fortryd afbud");
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("Jeg kan ikke komme, afbud")]
    [InlineData("kan ikke deltage og melder hermed afbud")]
    [InlineData("kommer ikke jeg melder afbud")]
    [InlineData("afbud, jeg er først tilbage fra ferie efter nytår")]
    [InlineData("afbud, mit tog er aflyst")]
    public async Task Absence_WithAnIkkeOfItsOwn_StaysAnApology(string text)
    {
        var answer = await _chat.SayAsync("nadia-el-sayed", text);

        Assert.Contains("21. dec", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("fortryde", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Marianne deltager alligevel 21/12")]
    [InlineData("fortryd afbud for Marianne 21/12")]
    [InlineData("Marianne har ikke meldt afbud til den 21.")]
    public async Task Withdrawal_ForSomebody_IsThatPersons(string text)
    {
        Assert.Contains("Marianne Toft Ravnsbjerg har ikke meldt afbud", await _chat.SayAsync("signe-dahl", text), StringComparison.Ordinal);

        await _chat.SayAsync("signe-dahl", "afbud for Marianne 21/12");
        await _chat.SayAsync("nadia-el-sayed", "afbud 21/12");
        var answer = await _chat.SayAsync("signe-dahl", text);
        if (answer.Contains("Skal jeg trække afbuddet fra Marianne Toft Ravnsbjerg tilbage?", StringComparison.Ordinal))
            await _chat.PressAsync("signe-dahl", answer, "Fortryd afbud");

        Assert.Equal(["chefforum 21/12 nadia-el-sayed"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("Jeg kommer 10 min for sent")]
    [InlineData("jeg må gå før tid d. 21.")]
    [InlineData("Torben kommer et kvarter senere")]
    public async Task Lateness_IsNoApology_AndSaysWhatToDo(string text)
    {
        Assert.Contains("Giv mødelederen besked", await _chat.SayAsync("nadia-el-sayed", text), StringComparison.Ordinal);
        Assert.Empty(await _chat.ApologiesAsync());
    }
}
