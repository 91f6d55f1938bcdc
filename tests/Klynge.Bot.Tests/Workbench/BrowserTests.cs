using Klynge.Bot.Workbench;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>The page in a real browser, against a fake bot. Every test also fails on an error in the browser's console.</summary>
public abstract class BrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private readonly List<IPage> _pages = [];
    private WorkbenchHost? _host;

    private protected WorkbenchHost Host => _host!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ = NpmModules.AdaptiveCards();
        await chromium.LaunchedAsync();
        _host = await WorkbenchHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // The pages go first: what one still asks of a host that is gone would be a complaint.
        foreach (var page in _pages)
            await page.Context.CloseAsync();
        if (_host is not null)
            await _host.DisposeAsync();
        Assert.Empty(_complaints);
    }

    protected async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        var page = await (await chromium.LaunchedAsync()).OpenAsync(width, height);
        _pages.Add(page);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A connection that is lost is told by the page itself.
            if (message.Type == "error" && !message.Location.Contains("/workbench/events", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        await page.GotoAsync(Host.Address.AbsoluteUri);
        await page.Locator("#personal .empty").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    protected static async Task WriteAsync(IPage page, string pane, string text)
    {
        await page.FillAsync($"#compose-{pane}", text);
        await page.PressAsync($"#compose-{pane}", "Enter");
    }

    protected static async Task BecomeAsync(IPage page, WorkbenchPerson person)
    {
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = person.Name }).ClickAsync();
        await page.Locator("#whoami").GetByText(person.Name).WaitForAsync();
    }
}
