using System.Diagnostics;

namespace Klynge.Testing;

/// <summary>What a Node script came to: its exit code and the lines it printed.</summary>
public sealed record NodeResult(int ExitCode, IReadOnlyList<string> Lines);

/// <summary>
/// A script that checks files with a package from npm. It stands beside its <c>package.json</c>; <c>.ci/run</c> restores that, and
/// where nobody has, the test skips (fails under <c>KLYNGE_REQUIRE_ALL=1</c>).
/// </summary>
public static class NodeScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidOperationException">The script itself failed: it wrote to standard error.</exception>
    public static async Task<NodeResult> RunAsync(string script, params string[] arguments)
    {
        var folder = Path.GetDirectoryName(script)!;
        var node = RequiredTool.OrSkip(RequiredTool.FindOnPath("node"), "This test needs Node.js 20.");
        var modules = Path.Combine(folder, "node_modules");
        RequiredTool.OrSkip(Directory.Exists(modules) ? modules : null, $"This test needs packages from npm: run »npm ci« in {folder}.");

        var start = new ProcessStartInfo(node, [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return error.Length == 0
            ? new NodeResult(process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : throw new InvalidOperationException($"{Path.GetFileName(script)} failed: {error}");
    }
}
