using System.CommandLine;
using Klynge.Bot.CommandLine.Audits;
using Klynge.Bot.CommandLine.Boards;
using Klynge.Bot.CommandLine.Imports;
using Klynge.Bot.CommandLine.Jobs;
using Klynge.Bot.Hosting;

namespace Klynge.Bot.CommandLine;

/// <summary>Every command of the program. Each is made by its own factory and gets its services from <see cref="CommandServices"/>.</summary>
internal static class RootCommandFactory
{
    /// <param name="settings">The arguments that are settings, for the configuration.</param>
    internal static RootCommand Create(string[] settings)
    {
        var services = new CommandServices(settings);
        var root = new RootCommand("Klynge.Bot: dagsorden, afbud, skriftlig behandling og referat i Microsoft Teams. Uden kommando startes botten.")
        {
            ImportCommand.Create(services),
            MinutesCommand.Create(services),
            BoardCommand.Create(services),
            HandoverCommand.Create(services),
            EvidenceCommand.Create(services),
            VerifyCommand.Create(services),
            AuditCommand.Create(services),
            ManifestCommand.Create(services),
            JobsCommand.Create(services),
            CheckCommand.Create(services),
            LibraryCommand.Create(services),
        };
        DanishHelp.Use(root);
        root.SetAction((_, cancellationToken) => BotHost.RunAsync(settings, cancellationToken));
        return root;
    }
}

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
                await Console.Error.WriteLineAsync(DanishParseErrors.Translate(error.Message));

            await Console.Error.WriteLineAsync("Skriv --help for at se, hvad du kan.");
            return ExitCodes.BadInput;
        }

        if (parsed.CommandResult.Command is not RootCommand && LaunchProfile.IsBeforeOutput)
            await Console.Error.WriteLineAsync(LaunchProfile.Warning);

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
