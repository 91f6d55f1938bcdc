using Klynge.Teams.Cards;
using Klynge.Teams.Tests.Support;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Teams.Tests.Cards;

/// <summary>Cards and texts in the renderers themselves.</summary>
public sealed class RenderedCardTests(RenderedCardTests.Renderer renderer) : IClassFixture<RenderedCardTests.Renderer>
{
    private const string Render = """
        json => {
            const markdown = markdownit();
            AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
                result.outputHtml = markdown.render(text);
                result.didProcess = true;
            };
            const card = new AdaptiveCards.AdaptiveCard();
            const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
            card.parse(JSON.parse(json), context);
            const shown = card.render();
            document.body.replaceChildren(shown);
            const problems = [...Array(context.eventCount).keys()].map(i => context.getEventAt(i)).map(e => e.message);
            return JSON.stringify([...problems, ...card.validateProperties().validationEvents.map(e => e.message)]);
        }
        """;

    [Fact]
    public async Task EveryElement_IsRenderedWithoutAnythingToComplainAbout()
    {
        Assert.Equal("[]", await renderer.RenderAsync(SampleCards.Everything));
        foreach (var text in new[] { "Udpegning til ledelsesprogrammet", "har svaret", "Godkendelse", "Bemærkninger", "Godkender" })
            Assert.Contains(text, await renderer.Page.InnerTextAsync("body"), StringComparison.Ordinal);
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
        await RenderTextAsync(text);

        Assert.Equal(text, (await renderer.Page.InnerTextAsync(".ac-textBlock")).Trim().Replace("\u2060", "", StringComparison.Ordinal));
        var markup = renderer.Page.Locator(".ac-textBlock").Locator("b, strong, em, code, a, img, h1, ol, ul, blockquote, hr, s");
        Assert.Equal(0, await markup.CountAsync());
    }

    [Fact]
    public async Task LineBreaks_Stay()
    {
        await RenderTextAsync("første\nanden\r\n- tredje");

        Assert.Equal(3, await renderer.Page.Locator(".ac-textBlock p").CountAsync());
    }

    private Task RenderTextAsync(string text) =>
        renderer.RenderAsync(new AdaptiveCard { Speak = "x", FallbackText = "x", Body = [new TextBlock(CardText.Escape(text))] });

    /// <summary>One browser for all; it starts with the first test, so that a machine without one skips the tests.</summary>
    public sealed class Renderer : IAsyncDisposable
    {
        private Chromium? _chromium;
        private IPage? _page;

        public IPage Page => _page ?? throw new InvalidOperationException("Nothing was rendered yet.");

        /// <returns>What the renderer complains about, as a JSON list.</returns>
        public async Task<string> RenderAsync(AdaptiveCard card)
        {
            _page ??= await OpenAsync();
            return await _page.EvaluateAsync<string>(Render, CardJson.Serialize(card));
        }

        public async ValueTask DisposeAsync()
        {
            if (_chromium is not null)
                await _chromium.DisposeAsync();
        }

        private async Task<IPage> OpenAsync()
        {
            _chromium = await Chromium.LaunchAsync();
            var page = await _chromium.OpenAsync();
            await page.AddScriptTagAsync(new() { Content = NpmModules.AdaptiveCards() });
            await page.AddScriptTagAsync(new() { Content = NpmModules.MarkdownIt() });
            return page;
        }
    }
}
