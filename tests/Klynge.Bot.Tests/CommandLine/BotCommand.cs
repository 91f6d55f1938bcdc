using System.Diagnostics;
using Klynge.Testing;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>Runs a command of the program as a shell does, on a data folder of the test's own.</summary>
internal static class BotCommand
{
    /// <param name="folder">The data folder, which is also the working folder.</param>
    /// <param name="arguments">The command with its arguments.</param>
    internal static Task<ProgramResult> RunAsync(string folder, params string[] arguments) =>
        ProgramRun.RunAsync(folder, [.. arguments, DataIn(folder)]);

    internal static Process Start(string folder, params string[] arguments) =>
        ProgramRun.Start(folder, environment: null, [.. arguments, DataIn(folder)]);

    private static string DataIn(string folder) => $"--Klynge:DataDirectory={folder}";
}
