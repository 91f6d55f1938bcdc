using System.Text.Json;
using Klynge.Teams.Cards;
using Klynge.Teams.Tests.Support;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Teams.Tests.Cards;

/// <summary>Cards and texts in the renderers themselves.</summary>
public sealed class RenderedCardTests : IAsyncLifetime
{
    private const string Render = """
        json => {
            const markdown = markdownit();
            AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
            const card = new AdaptiveCards.AdaptiveCard();
            const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
            card.parse(JSON.parse(json), context);
            const shown = card.render();
            document.body.replaceChildren(shown);
            const problems = [...Array(context.eventCount).keys()].map(i => context.getEventAt(i)).map(e => e.message);
            return JSON.stringify([...problems, ...card.validateProperties().validationEvents.map(e => e.message)]);
        }
        """;

    private Chromium _chromium = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _chromium = await Chromium.LaunchAsync();
        _page = await _chromium.OpenAsync();
        await _page.AddScriptTagAsync(new() { Content = NpmModules.AdaptiveCards() });
        await _page.AddScriptTagAsync(new() { Content = NpmModules.MarkdownIt() });
    }

    public async ValueTask DisposeAsync() => await _chromium.DisposeAsync();

    [Fact]
    public async Task EveryElement_IsRenderedWithoutAnythingToComplainAbout()
    {
        Assert.Equal("[]", await RenderAsync(SampleCards.Everything));
        foreach (var text in new[] { "Udpegning til ledelsesprogrammet", "har svaret", "Godkendelse", "Bemærkninger", "Godkender" })
            Assert.Contains(text, await _page.InnerTextAsync("body"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*fed* **fed** _skrå_ `kode` ~~slettet~~")]
    [InlineData("[klik her](https://evil.example) ![](https://evil.example/x.png)")]
    [InlineData("<b>fed</b> <img src=x onerror=alert(1)> <at>Bo Friis</at>")]
    [InlineData("&lt;b&gt; &#42; \\*")]
    [InlineData("# Overskrift")]
    [InlineData("1. Drøfter")]
    [InlineData("- punkt")]
    [InlineData("+ punkt")]
    [InlineData("> citat")]
    [InlineData("---")]
    [InlineData("<https://evil.example>")]
    [InlineData("R&D 3 < 5 æøå 👩‍⚕️")]
    public async Task UntrustedText_IsShownAsTyped(string text)
    {
        await RenderAsync(new AdaptiveCard { Speak = "x", FallbackText = "x", Body = [new TextBlock(CardText.Escape(text))] });

        Assert.Equal(text, (await _page.InnerTextAsync(".ac-textBlock")).Trim().Replace("\u2060", "", StringComparison.Ordinal));
        Assert.Equal(0, await _page.Locator(".ac-textBlock").Locator("b, strong, em, code, a, img, h1, ol, ul, blockquote, hr, s").CountAsync());
    }

    [Fact]
    public async Task LineBreaks_Stay()
    {
        await RenderAsync(new AdaptiveCard { Speak = "x", FallbackText = "x", Body = [new TextBlock(CardText.Escape("første\nanden\r\n- tredje"))] });

        Assert.Equal(3, await _page.Locator(".ac-textBlock p").CountAsync());
    }

    private async Task<string> RenderAsync(AdaptiveCard card) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<string[]>(await _page.EvaluateAsync<string>(Render, CardJson.Serialize(card))));
}
