using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>A meeting made on its page in a real browser: by mouse, by keyboard alone, and without script.</summary>
public sealed class MeetingInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Drop = """
        ([item, name]) => {
          const files = new DataTransfer();
          files.items.add(new File(['%PDF-1.7 tal'], name, { type: 'application/pdf' }));
          const target = document.querySelector(item);
          for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """;

    private int _presses;

    /// <summary>Three items put in their place, a bilag dropped, looked at as a member, sent, begun, decided by one press each, and the minutes made.</summary>
    [Fact]
    public async Task Meeting_IsMadeFromOrderToMinutes_OnItsPage()
    {
        await using var at = await MeetingScenario.StartAsync();
        var page = await OpenAsync(at, javaScript: true);
        var order = (await at.ItemsAsync()).ConvertAll(item => item.Content.Title);

        await DragAsync(page, from: 3, above: 2);
        await ToldAsync(page, "Punkt 3 er nu punkt 2.");
        await KeyAsync(page, number: 5, "ArrowUp", "ArrowUp");
        await ToldAsync(page, "Punkt 5 er nu punkt 3.");
        await DragAsync(page, from: 6, above: 4);
        await ToldAsync(page, "Punkt 6 er nu punkt 4.");
        Assert.Equal([order[0], order[2], order[4], order[5], order[1], order[3], order[6], order[7]], (await at.ItemsAsync()).ConvertAll(item => item.Content.Title));

        await page.EvaluateAsync(Drop, new[] { "#punkt-2", "Budget.pdf" });
        _presses++;
        await Assertions.Expect(page.Locator("#bilag-fil")).ToBeFocusedAsync();
        await PressAsync(page, "Læg ved: forventes læst");
        await ToldAsync(page, "»Budget.pdf« er lagt ved punkt 2.");
        Assert.NotNull((await at.ItemsAsync())[1].Content.Attachments[^1].Sha256);

        await PressAsync(page, "Udsend dagsorden", AriaRole.Link);
        await PressAsync(page, "Se den som medlem", AriaRole.Link);
        await Assertions.Expect(page.Locator("main button")).ToHaveCountAsync(0);
        await PressAsync(page, "Tilbage til udsendelsen", AriaRole.Link);
        var waits = page.WaitForDownloadAsync();
        await PressAsync(page, "Hent den som Word", AriaRole.Link);
        Assert.EndsWith(".docx", (await waits).SuggestedFilename, StringComparison.Ordinal);
        await page.Locator("#udsend form button").ClickAsync();
        _presses++;
        await ToldAsync(page, "Dagsordenen er sendt til");

        await PressAsync(page, "Mødet starter");
        await PressAsync(page, "Ja, mødet er begyndt");
        await ToldAsync(page, "Mødet er begyndt.");
        var decided = 0;
        foreach (var item in (await at.ItemsAsync()).Where(item => item.Content.Recommendations.Count > 0))
        {
            var all = item.Content.Recommendations.Count == 1 ? "Godkendt" : "Alle: godkendt";
            await PressAsync(page, $"{all}: punkt {item.Number}");
            await ToldAsync(page, $"Punkt {item.Number}:");
            decided++;
        }

        await PressAsync(page, "Skriv referat");
        await ToldAsync(page, "Referatet er");
        Assert.All((await at.ItemsAsync()).Where(item => item.Content.Recommendations.Count > 0), item => Assert.NotNull(item.Decision));
        TestContext.Current.SendDiagnosticMessage($"Presses from order to minutes: {_presses}, of which {decided} are decisions");
        TestContext.Current.TestOutputHelper?.WriteLine($"Presses from order to minutes: {_presses}, of which {decided} are decisions");
        Assert.InRange(_presses, 10, 40);
    }

    /// <summary>Without a mouse: the handle takes an item up, arrows move it, Enter lets it go, Escape puts it back, and the focus stays on it.</summary>
    [Fact]
    public async Task Order_IsChangedByTheKeyboardAlone_AndTakenBack()
    {
        await using var at = await MeetingScenario.StartAsync();
        var page = await OpenAsync(at, javaScript: true);
        var before = (await at.ItemsAsync()).ConvertAll(item => item.Id);

        await KeyAsync(page, number: 1, "ArrowDown", "ArrowDown", "Escape");
        Assert.Equal(before, (await at.ItemsAsync()).ConvertAll(item => item.Id));
        await KeyAsync(page, number: 4, "ArrowUp", "ArrowUp", "ArrowUp");
        await ToldAsync(page, "Punkt 4 er nu punkt 1.");

        Assert.Equal([before[3], .. before.Take(3), .. before.Skip(4)], (await at.ItemsAsync()).ConvertAll(item => item.Id));
        Assert.Equal($"flyt-{before[3].Value}", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Locator(".told button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ToldAsync(page, "Punkt 1 er nu punkt 4.");
        Assert.Equal(before, (await at.ItemsAsync()).ConvertAll(item => item.Id));
    }

    /// <summary>Everything is a form or a link: with no script at all the order is changed and a decision written.</summary>
    [Fact]
    public async Task Page_WithoutScript_DoesTheSame()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.PressAsync("begynd", "sikker");
        var page = await OpenAsync(at, javaScript: false);
        var before = (await at.ItemsAsync()).ConvertAll(item => item.Id);

        await PressAsync(page, "Ned: punkt 2");
        Assert.Equal([before[0], before[2], before[1], .. before.Skip(3)], (await at.ItemsAsync()).ConvertAll(item => item.Id));
        await page.Locator(".told button").ClickAsync();
        Assert.Equal(before, (await at.ItemsAsync()).ConvertAll(item => item.Id));
        await PressAsync(page, "Skriv beslutning: punkt 2", AriaRole.Link);
        await page.Locator("#beslutning-tekst").FillAsync("Forummet takkede.");
        await PressAsync(page, "Gem beslutning");
        Assert.Equal("Forummet takkede.", (await at.ItemAsync(before[1])).Decision);
        Assert.Equal(0, await page.Locator("[data-handle]:visible").CountAsync());
    }

    /// <summary>The connection is gone when the button is pressed: the words are still there, and somebody is told so.</summary>
    [Fact]
    public async Task Press_ThatReachesNobody_KeepsWhatIsTyped()
    {
        await using var at = await MeetingScenario.StartAsync();
        await at.PressAsync("begynd", "sikker");
        var page = await OpenAsync(at, javaScript: true);
        await PressAsync(page, "Skriv beslutning: punkt 2", AriaRole.Link);
        await page.Locator("#beslutning-tekst").FillAsync("Forummet takkede.");
        await page.RouteAsync("**/beslutning", route => route.AbortAsync());

        await PressAsync(page, "Gem beslutning");

        await Assertions.Expect(page.Locator("[data-lost-notice]")).ToContainTextAsync("Det, du har skrevet, står her endnu.");
        Assert.Equal("Forummet takkede.", await page.Locator("#beslutning-tekst").InputValueAsync());
        await page.UnrouteAsync("**/beslutning");
        await page.Context.ClearCookiesAsync(new() { NameRegex = new("Antiforgery") });
        await PressAsync(page, "Gem beslutning");
        await Assertions.Expect(page.Locator("[data-lost-notice]")).ToContainTextAsync("Siden var for gammel");
        Assert.Equal("Forummet takkede.", await page.Locator("#beslutning-tekst").InputValueAsync());
        await page.ReloadAsync();
        await page.Locator("#beslutning-tekst").FillAsync("Forummet takkede.");
        await PressAsync(page, "Gem beslutning");
        await ToldAsync(page, "Punkt 2:");
        Assert.Equal("Forummet takkede.", (await at.ItemsAsync())[1].Decision);
    }

    /// <summary>What the server says counts: where it says nothing, the list stands as it did.</summary>
    [Fact]
    public async Task Order_ThatTheServerHasNotHeardOf_IsPutBack()
    {
        await using var at = await MeetingScenario.StartAsync();
        var page = await OpenAsync(at, javaScript: true);
        var before = await page.Locator("ol.agenda > li h2").AllInnerTextsAsync();
        await page.RouteAsync("**/raekkefoelge", route => route.AbortAsync());

        await DragAsync(page, from: 4, above: 1);

        await Assertions.Expect(page.Locator("[data-lost-notice]")).ToContainTextAsync("Siden svarede ikke.");
        Assert.Equal(before, await page.Locator("ol.agenda > li h2").AllInnerTextsAsync());
    }

    private async Task<IPage> OpenAsync(MeetingScenario at, bool javaScript)
    {
        var browser = await chromium.LaunchedAsync();
        var context = await browser.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 }, JavaScriptEnabled = javaScript, Locale = "da-DK", ReducedMotion = ReducedMotion.Reduce });
        await context.AddCookiesAsync([new() { Name = "klynge.person", Value = Uri.EscapeDataString(at.Secretary.Id), Url = at.Host.Client.BaseAddress!.AbsoluteUri }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(at.Host.Client.BaseAddress!, $"/moeder/{at.Meeting.Value}").AbsoluteUri);
        return page;
    }

    private async Task PressAsync(IPage page, string name, AriaRole role = AriaRole.Button)
    {
        await page.GetByRole(role, new() { Name = name, Exact = true }).ClickAsync();
        _presses++;
    }

    private static Task ToldAsync(IPage page, string words) => Assertions.Expect(page.Locator(".told p")).ToContainTextAsync(words);

    private async Task DragAsync(IPage page, int from, int above)
    {
        var handle = page.Locator($"#punkt-{from} [data-handle]");
        await handle.ScrollIntoViewIfNeededAsync();
        var box = (await handle.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 10, box.Y + 10);
        await page.Mouse.DownAsync();
        var target = (await page.Locator($"#punkt-{above}").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 10, target.Y + 4, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        _presses++;
    }

    private async Task KeyAsync(IPage page, int number, params string[] keys)
    {
        await page.Locator($"#punkt-{number} [data-handle]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);

        if (keys[^1] != "Escape")
            await page.Keyboard.PressAsync("Enter");

        _presses += keys.Length + 2;
    }
}
