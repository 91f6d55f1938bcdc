using Klynge.Testing;

namespace Klynge.Bot.Tests.Testing;

public sealed class ChromiumTests
{
    [Fact]
    public async Task OpenAsync_WithTheMachinesBrowser_RendersAPage()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(320, 480);

        await page.SetContentAsync("<h1>Prøvebænk</h1>");

        Assert.Equal("Prøvebænk", await page.Locator("h1").InnerTextAsync());
        Assert.Equal(320, await page.EvaluateAsync<int>("innerWidth"));
        Assert.Equal("da-DK", await page.EvaluateAsync<string>("navigator.language"));
    }

    [Fact]
    public void FindOnPath_UnknownProgram_IsNull() => Assert.Null(RequiredTool.FindOnPath("klynge-no-such-program"));
}
