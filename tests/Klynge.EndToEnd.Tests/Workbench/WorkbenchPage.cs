using System.Text.RegularExpressions;
using Klynge.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>Prøvebænk as a person uses it: be somebody, write, press, read.</summary>
internal sealed class WorkbenchPage(IPage page)
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 90_000 };

    private int _picture;

    internal static async Task<WorkbenchPage> OpenAsync(Chromium chromium, Uri address, int width = 1500, int height = 1000)
    {
        var page = await chromium.OpenAsync(width, height);
        page.SetDefaultTimeout(90_000);
        await page.GotoAsync(address.ToString());
        return new WorkbenchPage(page);
    }

    /// <summary>The two chats of the page.</summary>
    internal ILocator Personal => page.Locator("#personal");

    internal ILocator Shared => page.Locator("#shared");

    internal async Task BeAsync(string name)
    {
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await Expect(page.Locator("#whoami")).ToContainTextAsync(name, Patiently);
    }

    internal async Task WriteAsync(ILocator chat, string text)
    {
        var field = page.Locator(await IdAsync(chat) == "personal" ? "#compose-personal" : "#compose-shared");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    /// <summary>The latest card of a chat that says something.</summary>
    internal static ILocator Card(ILocator chat, string text) => chat.Locator(".card", new() { HasText = text }).Last;

    internal static async Task ReadAsync(ILocator chat, params string[] texts)
    {
        foreach (var text in texts)
            await Expect(Card(chat, texts[0])).ToContainTextAsync(text, Patiently);
    }

    internal static Task PressAsync(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    internal Task PressOnPageAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>What the page says for a moment when something has been done.</summary>
    internal ILocator Toasts => page.Locator("#toasts");

    internal ILocator Meeting => page.Locator("#meeting");

    /// <summary>The views that a phone shows one at a time.</summary>
    internal Task TurnToAsync(string tab) => page.Locator("#tabs").GetByRole(AriaRole.Button, new() { Name = tab }).ClickAsync();

    /// <summary>How much wider the page is than its window, in pixels.</summary>
    internal Task<int> OverflowAsync() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    internal ILocator Documents => page.GetByText(".docx");

    /// <summary>A picture of the page for people to look at, where <c>KLYNGE_STORY_PICTURES</c> names a folder.</summary>
    internal async Task PhotographAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("KLYNGE_STORY_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, FormattableString.Invariant($"{++_picture:00}-{name}.png")) });
    }

    /// <summary>From here on the bot answers each refresh at once, and the page learns of it when it is let go.</summary>
    internal async Task<HeldRefreshes> HoldRefreshesAsync()
    {
        var held = new HeldRefreshes(page);
        await page.RouteAsync("**/actions", held.TakeAsync);
        return held;
    }

    /// <summary>Answers to refreshes that are under way.</summary>
    internal sealed class HeldRefreshes(IPage page)
    {
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<Task> _held = [];

        internal Task TakeAsync(IRoute route)
        {
            if (route.Request.PostData?.Contains("\"automatic\":true", StringComparison.Ordinal) != true)
                return route.ContinueAsync();

            _held.Add(HoldAsync(route));
            return Task.CompletedTask;
        }

        /// <summary>Returns when the page has drawn what came.</summary>
        internal async Task LetGoAsync()
        {
            Assert.NotEmpty(_held);
            _letGo.SetResult();
            await Task.WhenAll(_held);
            await page.EvaluateAsync("() => new Promise(drawn => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn)), 100))");
        }

        private async Task HoldAsync(IRoute route)
        {
            var answer = await route.FetchAsync();
            await _letGo.Task;
            await route.FulfillAsync(new() { Response = answer });
        }
    }

    private static Task<string?> IdAsync(ILocator chat) => chat.GetAttributeAsync("id");
}
