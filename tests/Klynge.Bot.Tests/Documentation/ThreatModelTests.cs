using System.Text.RegularExpressions;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Documentation;

/// <summary>The threat model names a test for each threat, and each of them exists.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "bot", "docs", "threat-model.md"));

    public static TheoryData<string, string> Named => [.. TestName().Matches(Page).Select(match => (match.Groups["type"].Value, match.Groups["method"].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void Test_ThatAnswersAThreat_Exists(string type, string method)
    {
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), $"{type}.cs", SearchOption.AllDirectories));
        var source = File.ReadAllText(file);

        Assert.Matches($@"\[(Fact|Theory)[^\n]*\]\s*(\[[^\n]*\]\s*(//[^\n]*\s*)?)*public (async )?(Task|void) {method}\(", source);
    }

    [Fact]
    public void Threat_OfEveryKind_HasATest()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).ToList();

        Assert.All(rows, row => Assert.Matches(TestName(), row));
        Assert.Equal("STRIDE", string.Concat(rows.SelectMany(row => Kind().Matches(row).Select(match => match.Groups["letter"].Value))));
    }

    [GeneratedRegex(@"`(?<type>\w+Tests)\.(?<method>\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| \*\*(?<letter>[A-Z])\*\*", RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();
}
