using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>A browser window with the page of an item, and somebody who types in it.</summary>
internal sealed class ItemWindow(IPage page, Uri address)
{
    private const string Ready = "#punkt[data-ready=true]";

    internal IPage Page => page;

    internal ILocator Editor => page.Locator(".ProseMirror").First;

    internal ILocator Status => page.Locator("#kladde");

    /// <summary>What the browser has refused or failed at, but for a network that was cut.</summary>
    internal List<string> Faults { get; } = [];

    /// <param name="person">As Prøvebænk knows them; null for whom it begins with.</param>
    internal static async Task<ItemWindow> OpenAsync(Chromium chromium, Uri address, string? person = null, int width = 1400)
    {
        var page = await chromium.OpenAsync(width, 900);
        var window = new ItemWindow(page, address);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                window.Faults.Add(message.Text);
        };
        page.PageError += (_, error) => window.Faults.Add(error);
        if (person is not null)
            await page.Context.AddCookiesAsync([new() { Name = "klynge.person", Value = Uri.EscapeDataString(person), Url = address.GetLeftPart(UriPartial.Authority) }]);

        await window.LoadAsync();
        return window;
    }

    internal async Task LoadAsync()
    {
        await page.GotoAsync(address.AbsoluteUri);
        await page.WaitForSelectorAsync(Ready);
    }

    /// <summary>The same browser, the window closed and another opened.</summary>
    internal async Task<ItemWindow> ReopenAsync()
    {
        var context = page.Context;
        await page.CloseAsync();
        var window = new ItemWindow(await context.NewPageAsync(), address);
        await window.LoadAsync();
        return window;
    }

    /// <summary>Puts the cursor at the end of the editor.</summary>
    internal async Task BeginAsync()
    {
        await Editor.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    internal Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    internal Task<string> TextAsync() => Editor.InnerTextAsync();

    internal Task SaveAsync() => page.Locator(".actions button").ClickAsync();

    internal Task LookAsync() => page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");

    /// <summary>The server has all that was typed, and the page says so.</summary>
    internal async Task IsKeptAsync()
    {
        await page.WaitForSelectorAsync("#punkt[data-kept=true]");
        await Assertions.Expect(Status).ToContainTextAsync("Kladden er gemt");
    }

    internal Task<int> EntriesAsync() => page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('klynge-kladde:')).length");
}
