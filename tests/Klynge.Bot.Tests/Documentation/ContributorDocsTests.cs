using System.Text.RegularExpressions;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Documentation;

/// <summary>What a newcomer reads is true: every link leads somewhere, and every name stands in the code.</summary>
public sealed partial class ContributorDocsTests
{
    /// <summary>What CONTRIBUTING makes up as an example.</summary>
    private const string Invented = "WeatherVerbs";

    private static readonly Lazy<HashSet<string>> Words = new(() => [.. Sources().SelectMany(text => Word().Matches(text)).Select(match => match.Value)]);

    public static TheoryData<string> Documents { get; } =
        [.. new[] { "README.md", "infra/README.md" }.Concat(new[] { ".github", "bot/docs" }.SelectMany(folder => Below(folder, "*.md")))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_LeadToFilesThatAreThere(string document) => Assert.Empty(DeadLinks(document, Read(document)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Names_StandInTheCode(string document) => Assert.Empty(UnknownNames(Read(document)));

    [Fact]
    public void Glossary_NamesWhatTheCodeSays() =>
        Assert.Empty(Read("bot/docs/glossary.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Ticked().Matches(line.Split('|')[2])).SelectMany(tick => Word().Matches(tick.Groups["text"].Value)).Select(name => name.Value).Except(Words.Value, StringComparer.Ordinal));

    [Fact]
    public void EveryDecision_StandsInTheIndex_WithItsDateAndStatus()
    {
        var rows = DecisionRow().Matches(Read("bot/docs/decisions/README.md")).Select(row => row.Groups["file"].Value).Order(StringComparer.Ordinal);

        Assert.Equal(Below("bot/docs/decisions", "*.md").Select(Path.GetFileName).Where(file => file != "README.md").Order(StringComparer.Ordinal), rows);
    }

    /// <summary>A filter that fits nothing runs nothing, and says that all is well.</summary>
    [Fact]
    public void EveryFilterOfTheTestScript_FitsATest()
    {
        var tests = Below("tests", "*.cs").Select(Read)
            .Select(text => (Namespace: Namespace().Match(text).Groups["name"].Value, Names: Class().Matches(text).Concat(Test().Matches(text))))
            .SelectMany(file => file.Names.Select(one => $"{file.Namespace}.{one.Groups["name"].Value}")).ToList();

        Assert.All(
            Filter().Matches(Read("tests/run")).Select(filter => filter.Groups["name"].Value),
            name => Assert.Contains(tests, test => test.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Version_StandsInOnePlace() =>
        Assert.Equal("Directory.Build.props", Assert.Single(Below("bot", "*.csproj").Concat(Below("functions", "*.csproj")).Append("Directory.Build.props"), file => Read(file).Contains("<Version>", StringComparison.Ordinal)));

    /// <summary>The rules themselves, shown red.</summary>
    [Fact]
    public void ADeadLink_AndAnUnknownName_AreFound()
    {
        // In two parts, or it would stand in the code: here.
        var unknown = string.Concat("NoSuch", "Desk");

        Assert.Equal("docs/none.md", Assert.Single(DeadLinks("bot/x.md", "[here](docs/none.md), [there](docs/glossary.md), [away](https://klynge.example/)")));
        Assert.Equal(unknown, Assert.Single(UnknownNames($"`{unknown}.TakeAsync` asks `MeetingResolver`, not »{unknown}Again«")));
    }

    private static IEnumerable<string> DeadLinks(string document, string text) => Link().Matches(text).Select(link => link.Groups["to"].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Checkout.Root, Path.GetDirectoryName(document)!, to)));

    private static IEnumerable<string> UnknownNames(string text) => Ticked().Matches(Fenced().Replace(text, string.Empty))
        .SelectMany(tick => TypeName().Matches(tick.Groups["text"].Value)).Select(name => name.Value).Distinct(StringComparer.Ordinal)
        .Where(name => name != Invented && !Words.Value.Contains(name));

    private static IEnumerable<string> Sources() => new[] { "bot", "functions", "tests", "infra" }
        .SelectMany(folder => new[] { "*.cs", "*.csproj", "*.bicep", "*.json" }.SelectMany(pattern => Below(folder, pattern))).Append("Directory.Build.props").Select(Read);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Checkout.Root, file));

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or ".data"));

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Ticked();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"(?<![\w./:-])[A-Z][a-z]+([A-Z][a-z]+)+\b(?![/-])", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| \d{4}-\d\d-\d\d \| \[[^\]]+\]\((?<file>[\w-]+\.md)\) \| \S[^|]* \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DecisionRow();

    [GeneratedRegex(@"FullyQualifiedName~(?<name>\w+(\.\w+)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Filter();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^    public (async Task|Task|void) (?<name>\w+_\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"\bclass (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Class();
}
