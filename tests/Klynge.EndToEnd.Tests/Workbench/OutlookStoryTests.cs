using Klynge.Testing;
using static Klynge.EndToEnd.Tests.Workbench.WorkbenchPage;
using static Microsoft.Playwright.Assertions;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>People who answer the invitation in Outlook, played in the browser: what Prøvebænk shows of the chain without a tenant.</summary>
public sealed class OutlookStoryTests
{
    private const string Secretary = "Signe Valentin Dahl";
    private const string Doctor = "Farhad Rahimi";
    private const string Substitute = "Helle Brogaard";

    [Fact]
    public async Task No_InTheOutlookPanel_BecomesAnApology_AndTheSubstituteTakesTheSeat()
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await StartAsync();
        var page = await OpenAsync(chromium, bot.Address);
        await page.BeAsync(Secretary);
        await page.WriteAsync(page.Shared, "dagsorden");
        await ReadAsync(page.Shared, "Dagsorden:", "Afbud: ingen");

        await page.BeAsync(Doctor);
        await Expect(page.Meeting).ToContainTextAsync("Farhad Rahimi er indkaldt og har ikke svaret.");
        await page.PhotographAsync("outlook-indkaldt");
        await page.PressOnPageAsync("Svar nej i kalenderen");
        await Expect(page.Toasts).ToContainTextAsync("Der er svaret nej i kalenderen.");
        await Expect(page.Meeting).ToContainTextAsync("Farhad Rahimi har svaret nej.");
        await page.PhotographAsync("outlook-svaret");
        await ReadAsync(page.Personal, "Du har sagt nej til mødet i Outlook", "Jeg har spurgt din stedfortræder, Helle Brogaard.");
        await ReadAsync(page.Shared, "Dagsorden:", "Farhad Rahimi (Helle Brogaard er spurgt som stedfortræder)", "Beslutningsdygtigt: nej");
        await page.PhotographAsync("outlook-afbud");

        await page.BeAsync(Substitute);
        await ReadAsync(page.Personal, "Kan du komme i stedet for Farhad Rahimi?");
        await page.PhotographAsync("outlook-stedfortraeder");
        await PressAsync(Card(page.Personal, "Kan du komme i stedet for Farhad Rahimi?"), "Jeg kommer i stedet");
        await ReadAsync(page.Personal, "Du kommer i stedet for Farhad Rahimi");

        await page.BeAsync(Secretary);
        await ReadAsync(page.Shared, "Dagsorden:", "Farhad Rahimi (stedfortræder: Helle Brogaard)", "Beslutningsdygtigt: ja");
        await Expect(page.Meeting).ToContainTextAsync($"{Secretary} indkalder selv til mødet.");
        await page.PhotographAsync("outlook-beslutningsdygtigt");
        Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_OnAPhone_IsInReach_AndNoWiderThanTheScreen()
    {
        await using var chromium = await Chromium.LaunchAsync();
        await using var bot = await StartAsync();
        var page = await OpenAsync(chromium, bot.Address, 390, 844);
        await page.TurnToAsync("Personer");
        await page.BeAsync(Doctor);

        await page.TurnToAsync("Mødet");
        await page.PhotographAsync("outlook-telefon");
        await page.PressOnPageAsync("Svar nej i kalenderen");
        await Expect(page.Toasts).ToContainTextAsync("Der er svaret nej i kalenderen.");
        await page.PhotographAsync("outlook-telefon-svaret");
        Assert.Equal(0, await page.OverflowAsync());

        await page.TurnToAsync("Personlig");
        await ReadAsync(page.Personal, "Du har sagt nej til mødet i Outlook");
        await page.PhotographAsync("outlook-telefon-afbud");
        Assert.Equal(0, await page.OverflowAsync());
    }

    private static Task<BotProcess> StartAsync() => BotProcess.StartAsync(environment: new Dictionary<string, string> { ["Microsoft365"] = "simulated" });
}
