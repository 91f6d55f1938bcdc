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

    /// <summary>
    /// Draws a card as Prøvebænk does, and each card that a button unfolds in turn; says what axe-core finds. In the dark the colours alone
    /// are others.
    /// </summary>
    private const string Audit = """
        async ({ text, isDark }) => {
          const faults = new Set();
          const look = async () => {
            const result = await axe.run('#card', {
              ...(isDark ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: { 'label-content-name-mismatch': { enabled: true } },
              }),
              resultTypes: ['violations'],
            });
            for (const { id, nodes } of result.violations) for (const node of nodes) faults.add(`${id}: ${node.html} ${node.failureSummary}`);
          };
          draw(text);
          await look();
          for (let index = 0; index < document.querySelectorAll('.ac-pushButton.expandable').length; index++) {
            document.querySelectorAll('.ac-pushButton.expandable')[index].click();
            await look();
          }
          return [...faults];
        }
        """;

    private const string Draw = """
        function draw(text) {
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
          card.parse(JSON.parse(text), new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
          document.getElementById('card').replaceChildren(card.render());
        }
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = toHtml(text); result.didProcess = true; };
        """;

    private readonly Dictionary<bool, IPage> _dressed = [];
    private Chromium? _chromium;
    private IPage? _page;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<Rendered> RenderAsync(string json)
    {
        var page = _page ??= await OpenAsync();
        var result = await page.EvaluateAsync<JsonElement>(Render, json);
        return result.Deserialize<Rendered>(JsonSerializerOptions.Web)!;
    }

    /// <summary>What axe-core finds in a card in the colours of Prøvebænk: the rule and the element of each fault.</summary>
    internal async Task<IReadOnlyList<string>> AuditAsync(string json, bool isDark) =>
        await (await DressedAsync(isDark)).EvaluateAsync<string[]>(Audit, new { text = json, isDark });

    /// <summary>Pictures for people to look at: a narrow phone in both themes, a phone and a wide window in the light.</summary>
    internal async Task PhotographAsync(string json, string folder, string name)
    {
        foreach (var (width, isDark) in new[] { (320, true), (320, false), (390, false), (1400, false) })
        {
            var page = await DressedAsync(isDark);
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("draw", json);
            await page.Locator("#card").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}{(isDark ? "-dark" : string.Empty)}.png") });
            await page.SetViewportSizeAsync(Width + 40, 900);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
    }

    /// <summary>A page with the colours, the fonts and the renderer of Prøvebænk, and with axe-core.</summary>
    private async Task<IPage> DressedAsync(bool isDark)
    {
        if (_dressed.TryGetValue(isDark, out var opened))
            return opened;

        // First what may be missing: a page that was opened before would stay open behind every test that skips.
        string[] scripts = [NpmModules.AdaptiveCards(), NpmModules.MarkdownIt(), Axe(), Workbench("hostconfig.js"), Workbench("markdown.js"), Draw];
        _chromium ??= await Chromium.LaunchAsync();
        var page = await _chromium.OpenAsync(Width + 40, 900, isDark ? ColorScheme.Dark : ColorScheme.Light);
        await page.SetContentAsync("<!doctype html><html lang=\"da\"><body><main><div class=\"card\"><div class=\"card-body\" id=\"card\"></div></div></main></body></html>");
        foreach (var style in new[] { Tokens(), Workbench("workbench.css"), Workbench("chat.css"), Workbench("cards.css"), "main { background: var(--surface); }" })
            await page.AddStyleTagAsync(new() { Content = style });

        foreach (var script in scripts)
            await page.AddScriptTagAsync(new() { Content = script.Replace("\nexport ", "\n", StringComparison.Ordinal) });

        return _dressed[isDark] = page;
    }

    /// <summary>A file of Prøvebænk's page.</summary>
    private static string Workbench(string name) => File.ReadAllText(Path.Combine(Checkout.Root, "bot", "Klynge.Bot", "Workbench", "page", name));

    /// <summary>The colours, which all pages have from the workspace.</summary>
    private static string Tokens() => File.ReadAllText(Path.Combine(Checkout.Root, "bot", "Klynge.Workspace", "Files", "tokens.css"));

    private static string Axe()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards");
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        return File.ReadAllText(RequiredTool.OrSkip(File.Exists(script) ? script : null, $"This test needs a package from npm: run »npm ci« in {folder}."));
    }

    private async Task<IPage> OpenAsync()
    {
        var (style, renderer, markdown) = (NpmModules.AdaptiveCardsStyle(), NpmModules.AdaptiveCards(), NpmModules.MarkdownIt());
        _chromium ??= await Chromium.LaunchAsync();
        var page = await _chromium.OpenAsync(Width + 40, 900, scale: 2);
        await page.SetContentAsync($"<!doctype html><body style=\"font: 14px sans-serif\"><div id=\"card\" style=\"width: {Width}px\"></div></body>");
        await page.AddStyleTagAsync(new() { Content = style });
        await page.AddScriptTagAsync(new() { Content = renderer });
        await page.AddScriptTagAsync(new() { Content = markdown });
        await page.EvaluateAsync("""
            () => { AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
              result.outputHtml = markdownit({ html: false }).render(text); result.didProcess = true; }; }
            """);
        return page;
    }

    /// <param name="Cut">The buttons whose words would fit in a line of their own, and are cut.</param>
    internal sealed record Rendered(IReadOnlyList<string> Events, int Overflow, string Text, IReadOnlyList<string> Cut, int Unlabelled);
}
