using Klynge.Testing;
using static Klynge.EndToEnd.Tests.Workbench.WorkbenchPage;
using static Microsoft.Playwright.Assertions;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>In the browser: an item without minutes, where it lands, a long address, and the agenda in one's own chat.</summary>
public sealed class SurpriseStoryTests
{
    private const string Secretary = "Signe Valentin Dahl";
    private const string Member = "Nadia El-Sayed";
    private const string Link = "https://fjordlandet.sharepoint.example/sites/chefforum/Delte%20dokumenter/2026/Vinterplan/qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Item_WithoutMinutesAndWithALongAddress_IsSavedBeforeEventueltAndWidensNothing(int width)
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await BotProcess.StartAsync();
        var page = await OpenAsync(chromium, bot.Address, width);
        var isPhone = width < 700;

        await BeAsync(page, Member, isPhone);
        await page.WriteAsync(page.Personal, "dagsorden chefforum");
        await ReadAsync(page.Personal, "Dagsorden:", "Afbud: ingen");
        await page.WriteAsync(page.Personal, "afbud Kursus");
        await ReadAsync(page.Personal, "Dagsorden:", $"Afbud (1 af 13): {Member}");

        await page.WriteAsync(page.Personal, $"tilføj punkt {Link}");
        var form = Card(page.Personal, "Foreslå et punkt");
        await Expect(form.GetByLabel("Minutter")).ToHaveValueAsync(string.Empty);
        await form.GetByLabel("Minutter").FillAsync("20");
        await form.GetByLabel("Minutter").FillAsync(string.Empty);
        await PressAsync(form, "Send til sekretariatet");
        await ReadAsync(page.Personal, "er sendt til sekretariatet");
        await Expect(page.Personal.Locator(".card-error, .failure, [role=alert]")).ToHaveCountAsync(0);

        await BeAsync(page, Secretary, isPhone);
        await PressAsync(Card(page.Personal, "foreslår et punkt"), "Godkend");
        await ReadAsync(page.Personal, "er godkendt som punkt");
        await page.WriteAsync(page.Personal, "dagsorden chefforum");
        await ReadAsync(page.Personal, "Dagsorden:", "Eventuelt", "ca. ");
        var text = await Card(page.Personal, "Dagsorden:").InnerTextAsync();
        Assert.InRange(text.IndexOf("https://fjordlandet", StringComparison.Ordinal), 0, text.IndexOf("Eventuelt", StringComparison.Ordinal));
        await page.PhotographAsync($"langt-link-{width}");
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.Personal.Locator(".card").EvaluateAllAsync<string[]>(
            "cards => cards.filter(card => card.scrollWidth > card.clientWidth + 1).map(card => card.innerText.slice(0, 40))"));
        Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal);
    }

    private static async Task BeAsync(WorkbenchPage page, string name, bool isPhone)
    {
        if (isPhone)
            await page.TurnToAsync("Personer");

        await page.BeAsync(name);
        if (isPhone)
            await page.TurnToAsync("Personlig");
    }
}
