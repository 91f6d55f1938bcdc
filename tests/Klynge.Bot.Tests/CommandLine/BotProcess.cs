using System.Diagnostics;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>Runs the program as a shell does, with a data folder of its own.</summary>
internal static class BotProcess
{
    internal sealed record Outcome(int ExitCode, string Output, string Error);

    /// <param name="folder">The data folder, which is also the working folder.</param>
    /// <param name="arguments">The command with its arguments.</param>
    internal static async Task<Outcome> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        return new Outcome(process.ExitCode, await output, await error);
    }

    internal static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Klynge.Bot.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add($"--Klynge:DataDirectory={folder}");
        return Process.Start(start)!;
    }
}
