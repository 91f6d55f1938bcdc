using System.Text.Json;
using Klynge.Testing;
using Microsoft.Playwright;

namespace Klynge.Application.Tests.Cards;

/// <summary>One browser page with the renderer that Teams builds on, at the width of a narrow phone.</summary>
public sealed class CardRenderer : IAsyncLifetime
{
    private const int Width = 320;

    private const string Render = """
        text => {
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          const card = new AdaptiveCards.AdaptiveCard();
          card.parse(JSON.parse(text), context);
          const events = [];
          for (let index = 0; index < context.eventCount; index++) events.push(context.getEventAt(index).message);
          for (const problem of card.validateProperties().validationEvents) events.push(problem.message);
          const host = document.getElementById('card');
          host.replaceChildren(card.render());
          const inputs = [...host.querySelectorAll('input, textarea, select')];
          return {
            // Teams searches for choices in cards of any version; the schema has it from 1.6 on, which Teams does not draw.
            events: events.filter(message => !message.startsWith('Property "choices.data" is supported in version')),
            overflow: host.scrollWidth - host.clientWidth,
            text: host.innerText,
            cut: [...host.querySelectorAll('button')].filter(button => [button, ...button.querySelectorAll('*')]
              .some(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0))
              .map(button => button.innerText).filter(text => text.length <= 32),
            unlabelled: inputs.filter(input => !input.labels?.length && !input.getAttribute('aria-label') && !input.getAttribute('aria-labelledby')).length,
          };
        }
        """;

    private Chromium? _chromium;
    private IPage? _page;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<Rendered> RenderAsync(string json)
    {
        var page = _page ??= await OpenAsync();
        var result = await page.EvaluateAsync<JsonElement>(Render, json);
        return result.Deserialize<Rendered>(JsonSerializerOptions.Web)!;
    }

    /// <summary>A picture of the card that was rendered last, for people to look at.</summary>
    internal Task PhotographAsync(string path) => _page!.Locator("#card").ScreenshotAsync(new() { Path = path });

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }

    private async Task<IPage> OpenAsync()
    {
        _chromium = await Chromium.LaunchAsync();
        var page = await _chromium.OpenAsync(Width + 40, 900, scale: 2);
        await page.SetContentAsync($"<!doctype html><body style=\"font: 14px sans-serif\"><div id=\"card\" style=\"width: {Width}px\"></div></body>");
        await page.AddStyleTagAsync(new() { Content = NpmModules.AdaptiveCardsStyle() });
        await page.AddScriptTagAsync(new() { Content = NpmModules.AdaptiveCards() });
        await page.AddScriptTagAsync(new() { Content = NpmModules.MarkdownIt() });
        await page.EvaluateAsync("""
            () => { AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
              result.outputHtml = markdownit({ html: false }).render(text); result.didProcess = true; }; }
            """);
        return page;
    }

    /// <param name="Cut">The buttons whose words would fit in a line of their own, and are cut.</param>
    internal sealed record Rendered(IReadOnlyList<string> Events, int Overflow, string Text, IReadOnlyList<string> Cut, int Unlabelled);
}
