using System.Diagnostics;

namespace Klynge.Testing;

/// <summary>What a command of the program came to.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Error);

/// <summary>
/// The real program, <c>Klynge.Bot.dll</c> beside the test assembly, in a process of its own. A test project that refers to
/// Klynge.Bot has it in its output folder.
/// </summary>
public static class ProgramRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs one command to its end.</summary>
    /// <param name="folder">The working folder; the data directory is <c>.data</c> in it.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<ProgramResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    public static async Task<ProgramResult> RunAsync(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program with its streams redirected; the caller ends it.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        StartFrom(Path.Combine(AppContext.BaseDirectory, "Klynge.Bot.dll"), folder, environment, arguments);

    /// <inheritdoc cref="Start"/>
    /// <param name="program">Another <c>Klynge.Bot.dll</c> than the one beside the tests, such as a published one.</param>
    public static Process StartFrom(string program, string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetPath(), [program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("DOTNET_LAUNCH_PROFILE");

        // Each PDF takes seconds: only what is about them makes any.
        start.Environment["Klynge__Pdf__Converter"] = "none";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>The same .NET that runs the tests.</summary>
    public static string DotnetPath() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");
}
