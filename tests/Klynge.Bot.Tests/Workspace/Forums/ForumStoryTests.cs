using System.Text.Json;
using Klynge.Bot.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Forums;

/// <summary>
/// A secretary in a real browser: adds a member with a substitute, looks at the proposal, confirms it, sees it and ends it; on screen and phone,
/// in light and dark, and by the keyboard alone. axe-core listens at each step.
/// </summary>
public sealed class ForumStoryTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(820, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Secretary_AddsAMember_LooksAtIt_ConfirmsIt_SeesIt_AndEndsIt(int width, ColorScheme scheme)
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await OpenAsync(host, width, scheme);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tilføj medlem" }).ClickAsync();
        await page.GetByLabel("Navn", new() { Exact = false }).First.FillAsync("Ida Lund");
        await page.GetByLabel("Rolle").SelectOptionAsync("næstformand");
        await page.GetByLabel("Parti eller liste").FillAsync("A");
        await page.GetByLabel("Stedfortrædere").FillAsync("Bo Friis\nEva Holm");
        await PressAsync(page, "Se forslaget");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv, hvilken organisation Ida Lund sidder for.");
        await Assertions.Expect(page.GetByLabel("Stedfortrædere")).ToHaveValueAsync("Bo Friis\nEva Holm");
        await LookAsync(page, $"1-afvist-{width}");
        await page.GetByLabel("Organisation (skal udfyldes)").FillAsync("Egholt Kommune");
        await PressAsync(page, "Se forslaget");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Skal det være sådan?" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ny: Ida Lund i Chefforum (næstformand, Egholt Kommune, parti A, stedfortrædere: Bo Friis og Eva Holm)");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Du bekræfter selv, og ændringen skrives på dit navn.");
        await LookAsync(page, $"2-forslag-{width}");
        await PressAsync(page, "Ret det sådan");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Det er rettet");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ida Lund" });
        await Assertions.Expect(row).ToContainTextAsync("Næstformand");
        Assert.Equal(["Bo Friis", "Eva Holm"], await row.Locator("li").AllInnerTextsAsync());
        await LookAsync(page, $"3-rettet-{width}");
        await row.GetByRole(AriaRole.Link, new() { Name = "Afslut Ida Lund" }).ClickAsync();
        await PressAsync(page, "Se forslaget");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ændres: Ida Lund i Chefforum (til: (intet) →");
        await LookAsync(page, $"4-afslut-{width}");
        await PressAsync(page, "Ret det sådan");

        await Assertions.Expect(row).ToContainTextAsync(" til ");
        Assert.Equal("/fora/chefforum", new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rules_AndATable_AreChangedInTheBrowser_AndTheFileOfAnOldExcelIsRead()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await OpenAsync(host, 1400, ColorScheme.Light);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ret forummet" }).ClickAsync();
        await page.GetByLabel("Procent af pladserne").FillAsync("halvdelen");
        await page.GetByLabel("Hvor reglerne står").FillAsync("Forretningsorden § 4");
        await PressAsync(page, "Se forslaget");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("er ingen andel, jeg kan læse");
        await LookAsync(page, "5-regler-afvist");
        await page.GetByLabel("Procent af pladserne").FillAsync("66,67");
        await PressAsync(page, "Se forslaget");
        await PressAsync(page, "Tilbage til felterne");
        await Assertions.Expect(page.GetByLabel("Hvor reglerne står")).ToHaveValueAsync("Forretningsorden § 4");
        await PressAsync(page, "Se forslaget");
        await LookAsync(page, "6-regler-forslag");
        await PressAsync(page, "Ret det sådan");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Kilde: Forretningsorden § 4");

        await page.GetByRole(AriaRole.Link, new() { Name = "Indsæt tabel eller fil" }).ClickAsync();
        await page.GetByLabel("Tabellen med overskrifter").FillAsync("Navn\tRolle\tOrganisation\nIda Lund\tbisidder\tEgholt Kommune");
        await PressAsync(page, "Se forslaget");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Linje 2: rollen »bisidder« kender jeg ikke.");
        await Assertions.Expect(page.GetByLabel("Tabellen med overskrifter")).ToHaveValueAsync("Navn\tRolle\tOrganisation\nIda Lund\tbisidder\tEgholt Kommune");
        await LookAsync(page, "7-tabel-afvist");
        await page.GetByLabel("Tabellen med overskrifter").FillAsync("");
        await page.GetByLabel("Eller vælg en fil").SetInputFilesAsync(new FilePayload { Name = "medlemmer.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.Latin1.GetBytes("Navn;Rolle;Organisation\r\nÅse Lund;medlem;Egholt Kommune\r\n") });
        await PressAsync(page, "Se forslaget");
        await LookAsync(page, "8-tabel-forslag");
        await PressAsync(page, "Ret det sådan");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Åse Lund" })).ToBeVisibleAsync();
    }

    /// <summary>No pointer: every field and button is come to and used by Tab, letters and Enter.</summary>
    [Fact]
    public async Task Seat_IsChanged_ByTheKeyboardAlone()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var page = await OpenAsync(host, 1400, ColorScheme.Light);
        await TabToAsync(page, "Ret ");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Parti eller liste")).ToBeVisibleAsync();
        await TabToAsync(page, "party");
        await page.Keyboard.TypeAsync("Borgerlisten");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("parti: (intet) → Borgerlisten");
        await TabToAsync(page, "Ret det sådan");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("table.seats")).ToContainTextAsync("Borgerlisten");
    }

    /// <summary>Two browsers, one seat: the second is told, and sees both texts before anything is written over.</summary>
    [Fact]
    public async Task TwoBrowsers_OnOneSeat_TheSecondSeesBoth()
    {
        await using var host = await RunningHost.StartLocalAsync();
        var (first, second) = (await OpenAsync(host, 1400, ColorScheme.Light), await OpenAsync(host, 1400, ColorScheme.Light));
        foreach (var (page, party) in new[] { (first, "A"), (second, "B") })
        {
            await page.Locator(".ways a").First.ClickAsync();
            await page.GetByLabel("Parti eller liste").FillAsync(party);
            await PressAsync(page, "Se forslaget");
        }

        await PressAsync(first, "Ret det sådan");
        await Assertions.Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync("Det er rettet");
        await PressAsync(second, "Ret det sådan");

        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("er ændret, siden du så forslaget");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("nu står der »A«, og du har skrevet »B«");
        await LookAsync(second, "9-begge");
        await PressAsync(second, "Ret det sådan");
        await Assertions.Expect(second.Locator("table.seats")).ToContainTextAsync("B");
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <param name="what">The beginning of what is read aloud or written on it, or the field's name.</param>
    private static async Task TabToAsync(IPage page, string what)
    {
        for (var press = 0; press < 200; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("what => { const at = document.activeElement; return at.closest('main') !== null && (at.name === what || (at.getAttribute('aria-label') ?? at.textContent.trim()).startsWith(what)); }", what))
                return;
        }

        Assert.Fail($"The keyboard does not come to {what}.");
    }

    private static async Task LookAsync(IPage page, string picture)
    {
        if (Environment.GetEnvironmentVariable("KLYNGE_PAGE_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"forum-{picture}.png"), FullPage = true });

        Assert.Empty(await PageAudit.FaultsAsync(page, Ct));
    }

    private async Task<IPage> OpenAsync(RunningHost host, int width, ColorScheme scheme)
    {
        var page = await (await chromium.LaunchedAsync()).OpenAsync(width, 900, scheme);
        var person = Uri.EscapeDataString(await ForumActsOfEverybodyTests.PersonAsync(host, Role.Secretariat));
        await page.Context.AddCookiesAsync([new Cookie { Name = "klynge.person", Value = person, Url = host.Client.BaseAddress!.AbsoluteUri }]);
        await page.GotoAsync(new Uri(host.Client.BaseAddress, "/fora/chefforum").AbsoluteUri);
        return page;
    }
}

/// <summary>What axe-core hears, and what runs past the edge.</summary>
internal static class PageAudit
{
    private const string Audit = """
        async () => {
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
          return result.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
        }
        """;

    internal static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, CancellationToken cancellationToken)
    {
        var script = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards", "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(RequiredTool.OrSkip(File.Exists(script) ? script : null, "This test needs axe-core: run npm ci in tests/Klynge.Application.Tests/Cards."), cancellationToken));
        var faults = (await page.EvaluateAsync<JsonElement>(Audit)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return beyond > 0 ? [.. faults, $"{beyond} px beyond the edge"] : faults;
    }
}
