using System.Collections.Concurrent;
using System.Text.Json;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Infrastructure;

internal sealed record BicepParameter(string Name, bool HasDefault);

internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Params);

internal sealed record BicepResource(string Name, string Type, IReadOnlyList<string> Properties);

/// <summary>A Bicep file as the grammar reads it. The compiler cannot be had everywhere; this is what it would check first.</summary>
internal sealed record BicepFile(
    IReadOnlyList<string> Errors,
    string? Using,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyList<string> Variables,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<string> Locals,
    IReadOnlyList<string> Uses,
    IReadOnlyList<string> OutputUses)
{
    private static readonly ConcurrentDictionary<string, Task<BicepFile>> Read = new(StringComparer.Ordinal);

    internal static string Folder { get; } = System.IO.Path.Combine(Checkout.Root, "infra");

    internal static string Main { get; } = System.IO.Path.Combine(Folder, "main.bicep");

    internal static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories).Order()];

    internal string Path { get; init; } = "";

    /// <summary>Every name that an expression may use.</summary>
    internal IEnumerable<string> Declared =>
        [.. Parameters.Select(parameter => parameter.Name), .. Variables, .. Modules.Select(module => module.Name), .. Resources.Select(resource => resource.Name), .. Locals];

    /// <summary>Each file is read once for all tests.</summary>
    internal static Task<BicepFile> ReadAsync(string path) => Read.GetOrAdd(System.IO.Path.GetFullPath(path), ReadAfreshAsync);

    internal static string TextOf(string file) => File.ReadAllText(System.IO.Path.Combine(Folder, file));

    private static async Task<BicepFile> ReadAfreshAsync(string path)
    {
        var script = System.IO.Path.Combine(Checkout.Root, "tests", "Klynge.Bot.Tests", "Infrastructure", "read.mjs");
        var result = await NodeScript.RunAsync(script, path);
        return JsonSerializer.Deserialize<BicepFile>(Assert.Single(result.Lines), JsonSerializerOptions.Web)! with { Path = path };
    }
}
