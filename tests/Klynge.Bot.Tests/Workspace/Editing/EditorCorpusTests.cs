using System.Text.Json;
using Klynge.Bot.Tests.Support;
using Klynge.Documents.Markup;
using Klynge.Testing;
using Klynge.Workspace.Editing;
using Microsoft.Playwright;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>
/// The editor as the build has made it, in a real browser under the page's own policy: whatever text is opened in it and kept says the same.
/// </summary>
public sealed class EditorCorpusTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    /// <summary>Every run takes the same share; <c>tests/run long</c> takes all of them.</summary>
    private static readonly int Texts = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1" ? 2_000 : 300;

    private const string Through = """
        async (documents) => {
          const { open } = await import('/arbejdsbord/filer/editor.js');
          const texts = new Proxy({}, { get: (_, name) => name });
          return documents.map((json) => {
            const host = document.createElement('div');
            document.body.append(host);
            const editor = open({ host, json, label: 'x', labelledBy: 'x', describedBy: 'x', texts, changed: () => {} });
            const kept = editor.json();
            editor.close();
            host.remove();
            return kept;
          });
        }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyText_ThroughTheEditor_SaysTheSame()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var page = await OpenAsync(host);
        var generated = new DanishTexts(seed: 23);
        var (tried, wrong) = (0, new List<string>());
        while (tried < Texts)
        {
            var texts = Enumerable.Range(0, Math.Min(50, Texts - tried)).Select(_ => generated.Next()).ToList();
            var kept = await ThroughAsync(page, texts);
            wrong.AddRange(texts.Zip(kept).Where(pair => Model(pair.First) != Model(pair.Second)).Select(pair => $"{pair.First}\n  became\n{pair.Second}"));
            tried += texts.Count;
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}: {string.Join("\n\n", wrong.Take(5))}");
    }

    [Theory]
    [InlineData("kl. 14.00 begynder mødet")]
    [InlineData("jf. § 5")]
    [InlineData("hr. Jensen")]
    [InlineData("d. 3. maj")]
    [InlineData("3. maj\n\n4. maj")]
    [InlineData("b) andet\nc) tredje")]
    [InlineData("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| c | d |\n| --- | --- |\n| 3 | 4 |")]
    [InlineData("- et\n  - to\n    1. tre\n- fire")]
    [InlineData("**fed**, ved ord**et**, **[mål](https://kl.dk)** og *kursiv*")]
    [InlineData("Se note [^1].\n\n[^1]: Fra budgettet.")]
    [InlineData("<b>ikke fed</b> &amp; <script>alert(1)</script>")]
    [InlineData("https://region.dk https://region.dk")]
    [InlineData("<https://region.dk><https://region.dk>")]
    [InlineData("")]
    public async Task Text_ThroughTheEditor_SaysTheSame(string text)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");

        Assert.Equal(Model(text), Model(Assert.Single(await ThroughAsync(await OpenAsync(host), [text]))));
    }

    /// <summary>The bundle is what a page loads: told with its weight, so that one that grows is noticed.</summary>
    [Fact]
    public async Task Bundle_IsLighterThanHalfAMegabyte_AndFromNowhereElse()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var bundle = await host.Client.GetByteArrayAsync("/arbejdsbord/filer/editor.js", Ct);
        var script = System.Text.Encoding.UTF8.GetString(bundle);

        Assert.InRange(bundle.Length, 200_000, 500_000);
        Assert.DoesNotContain("import(\"http", script, StringComparison.Ordinal);
        Assert.DoesNotContain("unpkg", script, StringComparison.Ordinal);
        Assert.Contains("prosemirror-view", await host.Client.GetStringAsync("/arbejdsbord/filer/editor.LICENSE.txt", Ct), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ThroughAsync(IPage page, IReadOnlyList<string> texts)
    {
        var kept = await page.EvaluateAsync<JsonElement>(Through, texts.Select(EditorDocument.Write).ToArray());
        return [.. kept.EnumerateArray().Select(json => EditorDocument.Read(json.GetString()) ?? throw new InvalidOperationException($"No document: {json}"))];
    }

    private static string Model(string text) => EditorDocument.Write(RichText.Read(text).ToMarkdown());

    private async Task<IPage> OpenAsync(RunningHost host)
    {
        RequiredTool.OrSkip(await HasBundleAsync(host) ? "editor.js" : null, "This test needs the build to have restored npm packages: install Node.js 20 and build again.");
        var page = await (await chromium.LaunchedAsync()).OpenAsync(1400, 900);
        await page.GotoAsync(new Uri(host.Client.BaseAddress!, "/arbejdsbord").AbsoluteUri);
        return page;
    }

    private static async Task<bool> HasBundleAsync(RunningHost host)
    {
        using var answer = await host.Client.GetAsync("/arbejdsbord/filer/editor.js", Ct);
        return answer.IsSuccessStatusCode;
    }
}
