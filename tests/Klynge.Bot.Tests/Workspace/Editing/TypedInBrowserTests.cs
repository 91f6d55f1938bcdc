using System.Diagnostics;
using Klynge.Bot.Tests.Support;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>The page of an item in a real browser: what is typed is there whatever happens to the network, and nobody overwrites anybody.</summary>
public sealed class TypedInBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IAsyncLifetime
{
    private RunningHost _host = null!;
    private SampleItem _item = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        _item = await SampleItem.FindAsync(_host.Services);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Typed_WhileTheNetworkIsCutAtRandom_IsAllThere(int seed)
    {
        var (random, window) = (new Random(seed), await OpenAsync());
        await window.BeginAsync();
        var typed = string.Empty;
        for (var word = 0; word < 60; word++)
        {
            await window.Page.Context.SetOfflineAsync(random.Next(2) == 0);
            var text = $" ord{word}";
            await window.Page.Keyboard.TypeAsync(text, new() { Delay = random.Next(0, 40) });
            typed += text;
        }

        await window.Page.Context.SetOfflineAsync(false);
        await window.IsKeptAsync();

        Assert.Equal("Første afsnit." + typed, Assert.Single(await _item.DraftsAsync()).Text);
        Assert.Equal(0, await window.EntriesAsync());
        Assert.Empty(window.Faults);
        await window.SaveAsync();
        await Assertions.Expect(window.Page.Locator(".told")).ToContainTextAsync("er gemt.");
        Assert.Equal("Første afsnit." + typed, (await _item.ItemAsync()).Content.Sections[0].Text);
        Assert.Empty(await _item.DraftsAsync());
    }

    [Fact]
    public async Task Typed_WithoutANetwork_AndTheWindowClosed_IsThereWhenItIsOpenedAgain_AndSaysSo()
    {
        var window = await OpenAsync();
        await window.Page.Context.SetOfflineAsync(true);
        await window.BeginAsync();
        await window.TypeAsync(" Skrevet uden net.");
        await window.Page.Locator("[name=title]").FillAsync("Titel uden net");
        await Assertions.Expect(window.Status).ToContainTextAsync("Serveren svarer ikke");
        await window.SaveAsync();
        await Assertions.Expect(window.Status).ToContainTextAsync("er ikke gemt");
        Assert.Empty(await _item.DraftsAsync());

        var context = window.Page.Context;
        await window.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        var page = await context.NewPageAsync();
        var again = new ItemWindow(page, Address(_item.Page));
        await again.LoadAsync();

        Assert.Equal("Første afsnit. Skrevet uden net.", await again.TextAsync());
        Assert.Equal("Titel uden net", await page.InputValueAsync("[name=title]"));
        await again.IsKeptAsync();
        Assert.Equal(2, (await _item.DraftsAsync()).Count);

        var later = await again.ReopenAsync();
        await Assertions.Expect(later.Status).ToContainTextAsync("Din kladde fra i dag");
        Assert.Equal("Første afsnit. Skrevet uden net.", await later.TextAsync());
    }

    /// <summary>The server takes five seconds for each answer: who types does not notice.</summary>
    [Fact]
    public async Task Typing_NeverWaitsForTheServer()
    {
        var window = await OpenAsync();
        var held = new TaskCompletionSource();
        await window.Page.RouteAsync("**/kladde?**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await window.BeginAsync();
        var text = string.Concat(Enumerable.Repeat(" økonomi", 50));
        var clock = Stopwatch.StartNew();
        await window.TypeAsync(text);
        clock.Stop();

        Assert.Equal("Første afsnit." + text, await window.TextAsync());
        Assert.True(clock.ElapsedMilliseconds < 8_000, $"400 letters took {clock.ElapsedMilliseconds} ms");
        held.SetResult();
        await window.IsKeptAsync();
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(48_000, true)]
    [InlineData(60_000, false)]
    public async Task LongText_GoesThrough_OrIsRefusedInASentence_AndStaysWithItsWriter(int length, bool fits)
    {
        var window = await OpenAsync();
        await window.BeginAsync();
        var text = string.Concat(Enumerable.Repeat(" Rådet drøfter økonomi på tværs.", (length / 32) + 1))[..length].TrimEnd();
        await window.Page.Keyboard.InsertTextAsync(text);
        await window.IsKeptAsync();
        Assert.Equal("Første afsnit." + text, Assert.Single(await _item.DraftsAsync()).Text);

        await window.SaveAsync();
        await Assertions.Expect(window.Page.Locator(fits ? ".told" : ".notice[role=alert]")).ToBeVisibleAsync();

        Assert.Equal(fits ? "Første afsnit." + text : "Første afsnit.", (await _item.ItemAsync()).Content.Sections[0].Text);
        Assert.Equal(fits ? 0 : 1, (await _item.DraftsAsync()).Count);
        if (!fits)
            Assert.Equal("Første afsnit." + text, await window.TextAsync());
    }

    /// <summary>The address is cut off by a sign-in, as when a session ends.</summary>
    [Fact]
    public async Task Typed_AfterTheSessionHasEnded_IsKeptInTheBrowser_AndSentWhenSomebodyHasSignedInAgain()
    {
        var window = await OpenAsync();
        await window.Page.RouteAsync("**/kladde?**", route => route.FulfillAsync(new() { Status = 302, Headers = [new("location", "/arbejdsbord/log-ind")] }));
        await window.BeginAsync();
        await window.TypeAsync(" Efter udløb.");
        await Assertions.Expect(window.Status).ToContainTextAsync("Du er logget ud");
        Assert.Equal(1, await window.EntriesAsync());

        await window.Page.UnrouteAsync("**/kladde?**");
        await window.IsKeptAsync();
        Assert.Equal("Første afsnit. Efter udløb.", Assert.Single(await _item.DraftsAsync()).Text);
    }

    [Fact]
    public async Task Discarded_AsksFirst_AndIsHadBack()
    {
        var window = await OpenAsync();
        await window.BeginAsync();
        await window.TypeAsync(" Fortrudt.");
        await window.IsKeptAsync();
        await window.Page.Locator("#kasser summary").ClickAsync();
        await window.Page.GetByText("Ja, kassér kladden").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".told").First).ToContainTextAsync("Kladden er kasseret");
        Assert.Equal("Første afsnit.", await window.TextAsync());

        await window.Page.Locator(".told button").First.ClickAsync();

        await Assertions.Expect(window.Page.Locator(".told").First).ToContainTextAsync("hentet frem igen");
        Assert.Equal("Første afsnit. Fortrudt.", await window.TextAsync());
    }

    [Fact]
    public async Task Editor_IsUsedByKeyboardAlone_UndoesAndLetsGo()
    {
        var window = await OpenAsync();
        var page = window.Page;
        await window.BeginAsync();
        await window.TypeAsync(" fed");
        await page.Keyboard.PressAsync("Shift+Control+ArrowLeft");
        await page.Keyboard.PressAsync("Alt+F10");
        Assert.Equal("Fed", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("fed", await page.Locator(".ProseMirror strong").InnerTextAsync());
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal(0, await page.Locator(".ProseMirror strong").CountAsync());
        await page.Keyboard.PressAsync("Control+y");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await window.TypeAsync("- et");
        await page.Keyboard.PressAsync("Enter");
        await window.TypeAsync("to");
        await page.Keyboard.PressAsync("Alt+Shift+ArrowRight");
        await page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("true", await page.EvaluateAsync<string?>("() => document.activeElement.contentEditable"));
        await window.IsKeptAsync();

        Assert.Equal("Første afsnit. **fed**\n- et\n  - to", Assert.Single(await _item.DraftsAsync()).Text);
        Assert.Empty(window.Faults);
    }

    /// <summary>As Word and a page leave it: what the text model does not know becomes its words, and nothing of it runs.</summary>
    [Fact]
    public async Task Pasted_KeepsItsListsTablesAndLinks_AndRunsNothing()
    {
        var window = await OpenAsync();
        await window.BeginAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.EvaluateAsync("""
            () => {
              const html = `<h2 style="color:red">Økonomi</h2><p class=MsoNormal>Et <b>fedt</b> <a href="https://kl.dk/">link</a> og <a href="javascript:alert(1)">ondt</a>.</p>
                <ul><li><p>et</p><ul><li>under</li></ul></li></ul><ol start="3"><li><p>tre</p></li><li>fire</li></ol>
                <table><tr><td>Post</td><td>2024</td></tr><tr><td>Løn</td><td>1.200</td></tr></table><img src=x onerror="window.ran = true"><script>window.ran = true</scr` + `ipt>`;
              const data = new DataTransfer();
              data.setData('text/html', html);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await window.IsKeptAsync();

        Assert.Equal(
            "Første afsnit.\n\n## Økonomi\n\nEt **fedt** [link](https://kl.dk/) og ondt.\n- et\n  - under\n3. tre\n4. fire\n\n| Post | 2024 |\n| --- | --- |\n| Løn | 1.200 |",
            Assert.Single(await _item.DraftsAsync()).Text);
        Assert.False(await window.Page.EvaluateAsync<bool>("() => window.ran === true"));
        Assert.Empty(window.Faults);
    }

    /// <summary>A build without Node has no editor, and a browser may run no script at all: the page is whole in both.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutTheEditor_OrWithoutAnyScript_ThePageSavesItsPlainBox(bool hasScript)
    {
        var chrome = await chromium.LaunchedAsync();
        await using var context = await chrome.Browser.NewContextAsync(new() { JavaScriptEnabled = hasScript });
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/editor.js", route => route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync(Address(_item.Page).AbsoluteUri);
        if (hasScript)
            await page.WaitForSelectorAsync("#punkt[data-ready=true]");

        await page.Locator("textarea[name=section0]").FillAsync("Skrevet i en boks.\n\n- et\n- to");
        await page.Locator(".actions button").ClickAsync();

        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync("er gemt.");
        Assert.Equal("Skrevet i en boks.\n\n- et\n- to", (await _item.ItemAsync()).Content.Sections[0].Text);
    }

    private Uri Address(string page) => new(_host.Client.BaseAddress!, page);

    private async Task<ItemWindow> OpenAsync(string? person = null) => await ItemWindow.OpenAsync(await chromium.LaunchedAsync(), Address(_item.Page), person);
}
