using System.CommandLine;
using Klynge.Bot.Hosting;

namespace Klynge.Bot.CommandLine;

/// <summary>The program's way in: without a command the bot itself, with one that command and then the end.</summary>
internal static class CommandLineRunner
{
    /// <summary>
    /// Whoever is asked to stop may take as long as the host's own patience, half a minute, to finish turns and writes; the library's
    /// two seconds would cut them off.
    /// </summary>
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(40),
    };

    internal static async Task<int> RunAsync(string[] args)
    {
        var arguments = SettingArguments.Split(args);
        var parsed = RootCommandFactory.Create(arguments.Settings).Parse(arguments.Rest);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Skriv --help for at se, hvad du kan.");
            return ExitCodes.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
    }
}
