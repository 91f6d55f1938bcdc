using Klynge.Bot.Tests.Support;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>Two people, or two windows of one, before the same item.</summary>
public sealed class TwoWritersTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private RunningHost _host = null!;
    private SampleItem _item = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        _item = await SampleItem.FindAsync(_host.Services);
        await _item.AddSecretaryAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TwoWriters_SeeEachOther_AndBothTextsStand_UntilOneIsChosen()
    {
        var (first, second) = (await OpenAsync(_item.Secretary.Id), await OpenAsync(_item.Member.Id));
        await first.BeginAsync();
        await first.TypeAsync(" Den førstes ord.");
        await first.IsKeptAsync();
        await second.LookAsync();
        await Assertions.Expect(second.Page.Locator("#skriver")).ToHaveTextAsync($"{_item.Secretary.Name} retter også her.");
        Assert.Equal("Første afsnit.", await second.TextAsync());

        await second.BeginAsync();
        await second.TypeAsync(" Den andens ord.");
        await second.Page.Locator("[name=caseNumber]").FillAsync("26/123");
        await second.IsKeptAsync();
        await second.SaveAsync();
        await Assertions.Expect(second.Page.Locator(".told")).ToContainTextAsync("er gemt.");

        await first.LookAsync();
        await Assertions.Expect(first.Page.Locator(".standing .lines")).ToHaveTextAsync("Første afsnit. Den andens ord.");
        Assert.Equal("26/123", await first.Page.InputValueAsync("[name=caseNumber]"));
        Assert.Equal("Første afsnit. Den førstes ord.", await first.TextAsync());

        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Brug denne" }).ClickAsync();
        Assert.Equal("Første afsnit. Den andens ord.", await first.TextAsync());
        await Assertions.Expect(first.Page.Locator(".standing .lines")).ToContainTextAsync("Den førstes ord.");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Brug denne" }).ClickAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Behold min" }).ClickAsync();
        await first.SaveAsync();
        await Assertions.Expect(first.Page.Locator(".told")).ToContainTextAsync("er gemt.");

        var saved = (await _item.ItemAsync()).Content;
        Assert.Equal(("Første afsnit. Den førstes ord.", "26/123"), (saved.Sections[0].Text, saved.CaseNumber));
        Assert.Empty(first.Faults.Concat(second.Faults));
    }

    /// <summary>Nothing was seen of the other's save before »Gem« was pressed: the page comes back with both.</summary>
    [Fact]
    public async Task SecondToSave_GetsBothTexts_AndOverwritesNothing()
    {
        var (first, second) = (await OpenAsync(_item.Secretary.Id), await OpenAsync(_item.Member.Id));
        await first.Page.RouteAsync("**/stand?**", route => route.AbortAsync());
        await first.Page.Locator("[name=title]").FillAsync("Den førstes titel");
        await first.IsKeptAsync();
        await second.Page.Locator("[name=title]").FillAsync("Den andens titel");
        await second.SaveAsync();
        await Assertions.Expect(second.Page.Locator(".told")).ToBeVisibleAsync();

        await first.SaveAsync();
        await Assertions.Expect(first.Page.Locator(".standing")).ToContainTextAsync("Den andens titel");
        Assert.Equal("Den førstes titel", await first.Page.InputValueAsync("[name=title]"));
        Assert.Equal("Den andens titel", (await _item.ItemAsync()).Content.Title);

        await first.SaveAsync();
        await Assertions.Expect(first.Page.Locator(".told")).ToBeVisibleAsync();
        Assert.Equal("Den førstes titel", (await _item.ItemAsync()).Content.Title);
    }

    [Fact]
    public async Task TwoWindowsOfOne_OverwriteNothing()
    {
        var first = await OpenAsync(_item.Secretary.Id);
        var second = new ItemWindow(await first.Page.Context.NewPageAsync(), new Uri(_host.Client.BaseAddress!, _item.Page));
        await second.LoadAsync();
        await first.BeginAsync();
        await first.TypeAsync(" Fra det ene vindue.");
        await first.IsKeptAsync();
        await second.BeginAsync();
        await second.TypeAsync(" Fra det andet vindue.");

        await Assertions.Expect(second.Page.Locator(".standing .lines")).ToContainTextAsync("Fra det ene vindue.");
        Assert.Equal("Første afsnit. Fra det ene vindue.", Assert.Single(await _item.DraftsAsync()).Text);
        Assert.Equal("Første afsnit. Fra det andet vindue.", await second.TextAsync());

        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Behold min" }).ClickAsync();
        await second.IsKeptAsync();
        Assert.Equal("Første afsnit. Fra det andet vindue.", Assert.Single(await _item.DraftsAsync()).Text);
    }

    private async Task<ItemWindow> OpenAsync(string person) => await ItemWindow.OpenAsync(await chromium.LaunchedAsync(), new Uri(_host.Client.BaseAddress!, _item.Page), person);
}
