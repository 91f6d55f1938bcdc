using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>The page of the tab in Teams, in a real browser: Teams is played by a script that answers as its own does.</summary>
public sealed class TeamsTabTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string PlaysTeams = "globalThis.microsoftTeams = { app: { initialize: async () => {}, getContext: async () => (CONTEXT) }, authentication: { getAuthToken: async () => 'TOKEN' } };";

    [Fact]
    public async Task Tab_InTeams_SignsIn_AndGoesToThePageThatWasWanted()
    {
        await using var tenant = await TenantBrowser.StartAsync();
        var page = await OpenAsync(await tenant.Server.TokenAsync(await tenant.AccountAsync(), TenantBrowser.Audience));

        await page.GotoAsync(new Uri(tenant.Host.Client.BaseAddress!, "/arbejdsbord/teams?til=%2Ffrister").AbsoluteUri);

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Frister");
        await Assertions.Expect(page.Locator(".whoami button")).ToHaveTextAsync("Log ud");
        await page.Locator(".whoami button").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Du er logget ud.");
    }

    /// <summary>»Åbn i Klynge« on a card says which page it means; an address of another site is none.</summary>
    [Theory]
    [InlineData("/frister#maaneder", "Frister")]
    [InlineData("//klynge.example/soeg", "Mit bord")]
    [InlineData("https://klynge.example/soeg", "Mit bord")]
    [InlineData("/\\\\klynge.example", "Mit bord")]
    public async Task Tab_ThatACardHasOpened_GoesToTheCardsPage_AndToNoOther(string page, string heading)
    {
        await using var tenant = await TenantBrowser.StartAsync();
        var opened = await OpenAsync(await tenant.Server.TokenAsync(await tenant.AccountAsync(), TenantBrowser.Audience), $"{{ page: {{ subPageId: '{page}' }} }}");

        await opened.GotoAsync(new Uri(tenant.Host.Client.BaseAddress!, "/arbejdsbord/teams").AbsoluteUri);

        await Assertions.Expect(opened.Locator("h1")).ToHaveTextAsync(heading);
        Assert.StartsWith(tenant.Host.Client.BaseAddress!.AbsoluteUri, opened.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tab_WhoseTokenIsRefused_SaysSo_AndShowsNothing()
    {
        await using var tenant = await TenantBrowser.StartAsync();
        var page = await OpenAsync(await tenant.Server.TokenAsync(await tenant.AccountAsync(), "api://another.example"));

        await page.GotoAsync(new Uri(tenant.Host.Client.BaseAddress!, "/arbejdsbord/teams").AbsoluteUri);

        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("din organisation har ikke adgang");
        Assert.Equal(0, await page.Locator("nav").CountAsync());
    }

    /// <summary>The script that is served is Teams' own, from npm, and finds no Teams in a browser: then the browser's own sign-in takes over.</summary>
    [Fact]
    public async Task Page_InABrowser_HasTheScriptOfTeams_AndLeadsToTheSignInOfBrowsers()
    {
        await using var tenant = await TenantBrowser.StartAsync();
        var page = await (await chromium.LaunchedAsync()).OpenAsync();
        var asked = new TaskCompletionSource<string>();
        await page.RouteAsync("**/arbejdsbord/log-ind?**", async route =>
        {
            asked.TrySetResult(route.Request.Url);
            await route.FulfillAsync(new() { Status = 204 });
        });

        await page.GotoAsync(new Uri(tenant.Host.Client.BaseAddress!, "/arbejdsbord/teams?til=%2Fsoeg").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        var address = await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        RequiredTool.OrSkip(
            await page.EvaluateAsync<string?>("() => globalThis.microsoftTeams?.version ?? null"),
            "This test needs the build to have restored npm packages: install Node.js 20 and build again.");
        Assert.EndsWith("?til=%2Fsoeg", address, StringComparison.Ordinal);
    }

    private async Task<IPage> OpenAsync(string token, string context = "{}")
    {
        var page = await (await chromium.LaunchedAsync()).OpenAsync();
        await page.RouteAsync("**/filer/teams.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = PlaysTeams.Replace("CONTEXT", context, StringComparison.Ordinal).Replace("TOKEN", token, StringComparison.Ordinal),
        }));
        return page;
    }
}
