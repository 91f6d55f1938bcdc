namespace Klynge.Testing;

/// <summary>
/// The scripts from npm that the build restored, for a test that renders cards as Prøvebænk does:
/// <c>await page.AddScriptTagAsync(new() { Content = NpmModules.AdaptiveCards() });</c> and then <c>AdaptiveCards</c> is a global.
/// They skip the test (fail it under <c>KLYNGE_REQUIRE_ALL=1</c>) where the build found no Node.
/// </summary>
public static class NpmModules
{
    /// <summary>The renderer of Adaptive Cards that Teams builds on; the global <c>AdaptiveCards</c>.</summary>
    public static string AdaptiveCards() => Read("adaptivecards.js");

    /// <summary>The renderer's own style sheet.</summary>
    public static string AdaptiveCardsStyle() => Read("adaptivecards.css");

    /// <summary>The Markdown renderer; the global <c>markdownit</c>.</summary>
    public static string MarkdownIt() => Read("markdown-it.js");

    private static string Read(string name)
    {
        using var resource = typeof(NpmModules).Assembly.GetManifestResourceStream("workbench/modules/" + name);
        RequiredTool.OrSkip(
            resource is null ? null : name,
            "This test needs the build to have restored npm packages: install Node.js 20 and build again.");
        using var reader = new StreamReader(resource!);
        return reader.ReadToEnd();
    }
}
