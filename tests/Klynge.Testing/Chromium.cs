using Microsoft.Playwright;

namespace Klynge.Testing;

/// <summary>
/// A real headless browser for a test, driven by Microsoft.Playwright. Nothing is downloaded: the NuGet package carries
/// the driver (a Node program and its own <c>node</c>, copied to <c>.playwright/</c> beside the test assembly), and the browser
/// is the one of the machine: <c>KLYNGE_CHROMIUM</c>, or the first known name on PATH. <c>playwright install</c> is never run.
/// <code>
/// await using var chromium = await Chromium.LaunchAsync();
/// var page = await chromium.OpenAsync(1280, 800);
/// await page.GotoAsync(address);
/// </code>
/// Launching takes about a second: share one through a class fixture where a class has several tests. Each
/// <see cref="OpenAsync"/> is a new context, so cookies and storage never leak from one test into the next.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        // Containers lack the sandbox's user namespaces and the GPU; the rest keeps the browser off the network.
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
        // The same pixels on every machine that has the same fonts.
        "--hide-scrollbars", "--font-render-hinting=none", "--force-color-profile=srgb", "--lang=da-DK",
    ];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <summary>The machine's Chromium, Chrome or Edge; null where there is none.</summary>
    public static string? FindExecutable()
    {
        var chosen = Environment.GetEnvironmentVariable("KLYNGE_CHROMIUM");
        return File.Exists(chosen)
            ? chosen
            : RequiredTool.FindOnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge");
    }

    /// <summary>Starts the browser, or skips the calling test (fails it under <c>KLYNGE_REQUIRE_ALL=1</c>) where there is none.</summary>
    public static async Task<Chromium> LaunchAsync()
    {
        var executable = RequiredTool.OrSkip(
            FindExecutable(),
            "This test needs a Chromium browser: install the package chromium, or point KLYNGE_CHROMIUM at one.");

        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Arguments });
            return new Chromium(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A page in a context of its own, in Danish and Danish time.</summary>
    /// <param name="width">CSS pixels: 320 is the narrowest card, 375 a phone, 1280 a laptop.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="colorScheme">Light unless told.</param>
    /// <param name="scale">Device pixels per CSS pixel; 2 for pictures that people look at.</param>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, ColorScheme colorScheme = ColorScheme.Light, float scale = 1)
    {
        var context = await Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colorScheme,
            DeviceScaleFactor = scale,
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
