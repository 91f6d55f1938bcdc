using System.CommandLine;
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
            EvidenceCommand.Create(services),
            VerifyCommand.Create(),
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
