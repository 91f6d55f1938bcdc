using System.Text.Json.Nodes;

namespace Klynge.Testing.FunctionsHost;

/// <summary>
/// The function app as it is deployed: what <c>dotnet publish functions/Klynge.Functions -o FOLDER</c> made, where
/// <c>KLYNGE_FUNCTIONS_PACKAGE</c> names that folder, as in CI. Elsewhere what the build laid out in the same way, from which the Core
/// Tools start, too.
/// </summary>
public static class WorkerPackage
{
    private const string Variable = "KLYNGE_FUNCTIONS_PACKAGE";

    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } published ? Path.GetFullPath(published) : Built();

    /// <summary>Whether it is what would be deployed, and not the build's.</summary>
    public static bool IsPublished => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>A file of the package that is JSON.</summary>
    public static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    /// <summary>The command by which the Functions host starts the worker, as the package's <c>worker.config.json</c> has it.</summary>
    /// <param name="folder">A package.</param>
    internal static (string Program, string Worker) CommandOf(string folder)
    {
        var description = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "worker.config.json")))!["description"]!;
        var program = (string)description["defaultExecutablePath"]!;
        return (program == "dotnet" ? ProgramRun.DotnetPath() : program, Path.Combine(folder, (string)description["defaultWorkerPath"]!));
    }

    /// <summary>Built in the configuration of the tests that ask.</summary>
    private static string Built()
    {
        if (RequiredTool.EverythingIsRequired)
            throw new InvalidOperationException($"{Variable} is not set: dotnet publish functions/Klynge.Functions -o FOLDER (KLYNGE_REQUIRE_ALL=1)");

        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Checkout.Root, "functions", "Klynge.Functions", "bin", tests.Parent!.Name, tests.Name);
    }
}
