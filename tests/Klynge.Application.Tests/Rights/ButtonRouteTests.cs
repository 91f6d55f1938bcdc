using System.Text.RegularExpressions;
using Klynge.Application.Rights;
using Klynge.Testing;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// A button is declared once, and the cards draw it and the feature answers it by that: no verb is drawn that nobody answers, none is
/// answered that nothing draws, and none stands in the code a second time.
/// </summary>
public sealed partial class ButtonRouteTests
{
    [Fact]
    public async Task EveryVerb_OnAnyGoldenCard_IsAnswered() =>
        Assert.Empty((await GoldenAsync()).Except(Declared));

    [Fact]
    public async Task EveryVerb_ThatIsAnswered_IsDrawn()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var drawn = (await GoldenAsync()).ToHashSet(StringComparer.Ordinal);
        foreach (var right in RightsTable.All.Where(right => right is ButtonRight || right.GetType().IsGenericType))
        {
            drawn.UnionWith((await chat.ShowAsync(right, Actors.Secretariat)).SelectMany(VerbsIn));
            board.PutBack();
        }

        Assert.Empty(Declared.Except(drawn));
    }

    [Fact]
    public async Task EveryVerb_StandsInTheCodeOnce()
    {
        var written = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "bot"), "*.cs", SearchOption.AllDirectories).Where(IsSource))
            written.AddRange(Literal().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value));

        Assert.Equal(Declared.Order(StringComparer.Ordinal), written.Where(Declared.Contains).Order(StringComparer.Ordinal));
    }

    private static readonly HashSet<string> Declared = [.. RightsTable.All.OfType<ButtonRight>().Select(button => button.Verb)];

    private static bool IsSource(string file) =>
        !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules");

    private static async Task<IReadOnlyList<string>> GoldenAsync()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Klynge.Application.Tests", "Cards", "Golden");
        var verbs = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
            verbs.AddRange(VerbsIn(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

        Assert.NotEmpty(verbs);
        return [.. verbs.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> VerbsIn(string card) => Drawn().Matches(card).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"(?:verb|klyngeVerb)\": ?\"([^\"]+)\"")]
    private static partial Regex Drawn();

    [GeneratedRegex("\"([a-z]+(?:\\.[a-z]+)+)\"")]
    private static partial Regex Literal();
}
