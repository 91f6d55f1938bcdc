using System.Diagnostics;
using Klynge.Testing;

namespace Klynge.Seal.Tests.Support;

/// <summary>OpenSSL: a program that is not ours and knows nothing of us.</summary>
internal static class Tool
{
    internal static async Task<(bool IsOk, string Said)> OpenSslAsync(string folder, params string[] arguments)
    {
        var program = RequiredTool.OrSkip(RequiredTool.FindOnPath("openssl"), "openssl is not installed: apt-get install openssl");
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode == 0, await output + error);
    }
}
