using System.Diagnostics;
using Klynge.Testing;

namespace Klynge.Benchmarks.Starts;

/// <summary>A program is measured as it is deployed.</summary>
internal static class Publishing
{
    internal static async Task PublishAsync(string project, string folder, params string[] options)
    {
        Console.WriteLine($"Publishing {project} …");
        using var publish = Process.Start(
            "dotnet", ["publish", Path.Combine(Checkout.Root, project), "-c", "Release", "-o", folder, "-v", "quiet", "-nologo", .. options]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The program could not be published.");
    }
}
