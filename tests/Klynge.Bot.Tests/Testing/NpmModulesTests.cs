using Klynge.Testing;

namespace Klynge.Bot.Tests.Testing;

public sealed class NpmModulesTests
{
    [Fact]
    public async Task AdaptiveCards_InABrowser_IsTheRestoredVersion()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync();

        await page.AddScriptTagAsync(new() { Content = NpmModules.AdaptiveCards() });
        await page.AddScriptTagAsync(new() { Content = NpmModules.MarkdownIt() });

        Assert.Equal("1.6", await page.EvaluateAsync<string>("AdaptiveCards.Versions.latest.toString()"));
        Assert.Equal("<p><strong>Referat</strong></p>\n", await page.EvaluateAsync<string>("markdownit().render('**Referat**')"));
    }
}
