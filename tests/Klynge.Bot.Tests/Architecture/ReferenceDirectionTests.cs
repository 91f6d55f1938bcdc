using System.Reflection;

namespace Klynge.Bot.Tests.Architecture;

/// <summary>
/// Domain ← Documents, Seal ← Application ← the hosts and the edges; Teams knows nothing of boards; the hosts never refer to each other.
/// </summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Klynge.Domain"] = [],
        ["Klynge.Teams"] = [],
        ["Klynge.BotBuilder"] = ["Klynge.Teams"],
        ["Klynge.Documents"] = ["Klynge.Domain"],
        ["Klynge.Seal"] = ["Klynge.Domain"],
        ["Klynge.Application"] = ["Klynge.Documents", "Klynge.Domain", "Klynge.Seal", "Klynge.Teams"],
        ["Klynge.Microsoft365"] = ["Klynge.Domain", "Klynge.Application"],
        ["Klynge.Microsoft365.Simulated"] = [],
        ["Klynge.Telemetry"] = ["Klynge.Application"],
        ["Klynge.CompiledModel"] = ["Klynge.Application", "Klynge.CompiledModel.Generator"],
        ["Klynge.CompiledModel.Generator"] = ["Klynge.Application"],
        ["Klynge.Bot"] = ["Klynge.BotBuilder", "Klynge.CompiledModel", "Klynge.Documents", "Klynge.Domain", "Klynge.Application", "Klynge.Teams", "Klynge.Microsoft365", "Klynge.Microsoft365.Simulated", "Klynge.Seal", "Klynge.Telemetry", "Klynge.Workspace"],
        ["Klynge.Workspace"] = ["Klynge.Documents", "Klynge.Domain", "Klynge.Application", "Klynge.Teams"],
        ["Klynge.Functions"] = ["Klynge.CompiledModel", "Klynge.Domain", "Klynge.Application", "Klynge.Seal", "Klynge.Teams", "Klynge.Microsoft365", "Klynge.Telemetry"],
    };

    [Fact]
    public void Projects_ReferOnlyInTheAllowedDirection() => Assert.Empty(ProjectFile.Product().SelectMany(Violations));

    [Fact]
    public void Domain_HasNoPackageButNodaTime() =>
        Assert.Equal(["NodaTime"], ProjectFile.Product().Single(project => project.Name == "Klynge.Domain").Packages);

    [Theory]
    [InlineData("Klynge.Domain")]
    [InlineData("Klynge.Documents")]
    [InlineData("Klynge.Seal")]
    [InlineData("Klynge.Teams")]
    [InlineData("Klynge.Application")]
    [InlineData("Klynge.BotBuilder")]
    [InlineData("Klynge.Workspace")]
    [InlineData("Klynge.Bot")]
    public void CompiledAssemblies_ReferOnlyInTheAllowedDirection(string name)
    {
        var ours = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsOurs);

        Assert.Empty(ours.Except(Allowed[name], StringComparer.Ordinal));
    }

    /// <summary>The rule itself, shown red: each of these would be found.</summary>
    [Theory]
    [InlineData("Klynge.Domain", "Klynge.Documents")]
    [InlineData("Klynge.Documents", "Klynge.Application")]
    [InlineData("Klynge.Seal", "Klynge.Application")]
    [InlineData("Klynge.Domain", "Klynge.Application")]
    [InlineData("Klynge.Teams", "Klynge.Domain")]
    [InlineData("Klynge.Application", "Klynge.Bot")]
    [InlineData("Klynge.Functions", "Klynge.Bot")]
    [InlineData("Klynge.Application", "Klynge.Workspace")]
    [InlineData("Klynge.Workspace", "Klynge.Bot")]
    [InlineData("Klynge.Functions", "Klynge.Workspace")]
    [InlineData("Klynge.Microsoft365", "Klynge.Microsoft365.Simulated")]
    [InlineData("Klynge.Microsoft365.Simulated", "Klynge.Microsoft365")]
    [InlineData("Klynge.Functions", "Klynge.Microsoft365.Simulated")]
    [InlineData("Klynge.Unheard", "Klynge.Domain")]
    public void AReferenceTheOtherWay_IsFound(string from, string to)
    {
        var project = ProjectFile.Parse(from, $"""<Project><ItemGroup><ProjectReference Include="..\{to}\{to}.csproj" /></ItemGroup></Project>""");

        Assert.Contains($"{from} refers to {to}", Violations(project), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Violations(ProjectFile project) =>
        project.Projects
            .Where(target => !Allowed.TryGetValue(project.Name, out var allowed) || !allowed.Contains(target, StringComparer.Ordinal))
            .Select(target => $"{project.Name} refers to {target}");

    private static bool IsOurs(string name) => name.StartsWith("Klynge.", StringComparison.Ordinal);
}
