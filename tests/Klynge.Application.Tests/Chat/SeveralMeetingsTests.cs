using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Chat;

/// <summary>An apology for several meetings is one question and one press: nobody is left with a half.</summary>
public sealed class SeveralMeetingsTests : IAsyncLifetime
{
    private SampleChat _chat = null!;

    public async ValueTask InitializeAsync() => _chat = await SampleChat.CreateAsync();

    public ValueTask DisposeAsync() => _chat.DisposeAsync();

    [Theory]
    [InlineData("afbud begge møder")]
    [InlineData("afbud 21/12 og 14/1")]
    [InlineData("Jeg må melde afbud til begge møder. Mvh Nadia")]
    [InlineData("kan ikke komme den 21. december og den 14. januar")]
    [InlineData("afbud alle møder")]
    public async Task AllMeetings_AreOneQuestion_AndOnePress(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("Skal jeg melde afbud for dig til begge møder?", asked, StringComparison.Ordinal);
        Assert.Contains("21. dec", asked, StringComparison.Ordinal);
        Assert.Contains("14. jan", asked, StringComparison.Ordinal);
        Assert.Equal(["Meld afbud til begge"], SampleChat.Titles(asked));

        var told = await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");
        Assert.Equal(["chefforum 14/1 nadia-el-sayed", "chefforum 21/12 nadia-el-sayed"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains("Dit afbud er registreret til begge møder.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachOfThem_CanBeTakenBack()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud begge møder, ferie");
        var told = await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");
        await _chat.PressAsync("nadia-el-sayed", told, "Fortryd afbud man. 21. dec.");

        Assert.Equal(["chefforum 14/1 nadia-el-sayed (ferie)"], await _chat.ApologiesAsync());
    }

    [Theory]
    [InlineData("fortryd afbud begge møder")]
    [InlineData("fortryd afbud 21/12 og 14/1")]
    [InlineData("fortryd mit afbud til den 21. december og den 14. januar")]
    public async Task Withdrawal_OfAll_IsOneQuestion_AndOnePress(string text)
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud begge møder");
        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");

        asked = await _chat.SayAsync("nadia-el-sayed", text);
        Assert.Contains("Skal jeg trække dit afbud til begge møder tilbage?", asked, StringComparison.Ordinal);
        Assert.Equal(["Fortryd afbud til begge"], SampleChat.Titles(asked));
        Assert.Equal(2, (await _chat.ApologiesAsync()).Count);

        var told = await _chat.PressAsync("nadia-el-sayed", asked, "Fortryd afbud til begge");
        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("Dit afbud til begge møder er trukket tilbage.", told, StringComparison.Ordinal);
        Assert.Contains("er trukket tilbage", await _chat.PressAsync("nadia-el-sayed", asked, "Fortryd afbud til begge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawal_OfSeveral_OfWhichOneStands_ShowsWhich()
    {
        await _chat.SayAsync("nadia-el-sayed", "afbud 14/1");
        var asked = await _chat.SayAsync("nadia-el-sayed", "fortryd afbud 21/12 og 14/1");

        Assert.Contains("14. jan", asked, StringComparison.Ordinal);
        Assert.Single(await _chat.ApologiesAsync());
        await _chat.PressAsync("nadia-el-sayed", asked, "Fortryd afbud");
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task Secretariat_AsksForAnother_ForBoth()
    {
        var asked = await _chat.SayAsync("signe-dahl", "afbud for Gitte 21/12 og 14/1");
        Assert.Contains("Skal jeg melde afbud for Gitte Holmgaard til begge møder?", asked, StringComparison.Ordinal);
        await _chat.PressAsync("signe-dahl", asked, "Meld afbud til begge");

        Assert.Equal(["chefforum 14/1 gitte-holmgaard", "chefforum 21/12 gitte-holmgaard"], (await _chat.ApologiesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Substitute_OfBoth_IsToldOfBoth_OrAskedAboutOnce()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud 21. dec og 14. jan, stedfortræder Christina Bilde");
        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");
        Assert.Equal(2, (await _chat.MessagesToAsync("christina-bilde")).Count);

        asked = await _chat.SayAsync("peter-thorup", "afbud 21. dec og 14. jan stedfortræder Bo Friis");
        var who = await _chat.PressAsync("peter-thorup", asked, "Meld afbud til begge");
        Assert.Equal(2, (await _chat.ApologiesAsync()).Count);
        await _chat.PressAsync("peter-thorup", who, "Bo Friis kommer, og jeg giver selv besked");
        Assert.Equal(2, (await _chat.ApologiesAsync()).Count(apology => apology.EndsWith("peter-thorup Bo Friis", StringComparison.Ordinal)));
    }

    /// <summary>One of the two has begun to be over when the button is pressed: then neither is registered.</summary>
    [Fact]
    public async Task Press_ThatCannotRegisterOne_RegistersNone()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud begge møder");
        await using (var db = _chat.Database.CreateDbContext())
        {
            (await db.Meetings.SingleAsync(meeting => meeting.Date == new NodaTime.LocalDate(2027, 1, 14))).Cancel("Aflyst");
            await db.SaveChangesAsync();
        }

        await _chat.PressAsync("nadia-el-sayed", asked, "Meld afbud til begge");
        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task DayWithoutAMeeting_AmongSeveral_RegistersNone()
    {
        await _chat.SayAsync("nadia-el-sayed", "afbud 21/12 og 22/12");

        Assert.Empty(await _chat.ApologiesAsync());
    }

    [Fact]
    public async Task DayWithoutAMeeting_IsSaid_AndTheOtherIsOffered()
    {
        var asked = await _chat.SayAsync("nadia-el-sayed", "afbud den 14/1 og den 15/1");
        Assert.Empty(await _chat.ApologiesAsync());
        Assert.Contains("Der er ikke noget møde fredag d. 15. januar 2027. Mener du kun torsdag d. 14. januar 2027?", asked, StringComparison.Ordinal);

        await _chat.PressAsync("nadia-el-sayed", asked, "Torsdag d. 14. januar 2027");
        Assert.Equal(["chefforum 14/1 nadia-el-sayed"], await _chat.ApologiesAsync());
    }
}
