using System.CommandLine;
using Klynge.Application.WrittenProcedures.Documents;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary><c>verify FILE.zip</c>: checks an evidence package on any machine, without the database that it came from.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FIL") { Description = "Bevispakken, for eksempel bevis.zip." };
        var command = new Command("verify", "Kontrollér en bevispakke fra en skriftlig behandling.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"{path} findes ikke.");
            return ExitCodes.BadInput;
        }

        await using var content = File.OpenRead(path);
        var verified = await EvidenceVerifier.VerifyAsync(content, cancellationToken);
        if (!verified.TryGet(out var report, out var error))
        {
            await Console.Error.WriteLineAsync(error.Text);
            return ExitCodes.BadInput;
        }

        await Console.Out.WriteLineAsync($"{report.Manifest.Forum}: {report.Manifest.Title} – {report.Manifest.Result}");
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault);

        await Console.Out.WriteLineAsync(report.IsWhole ? $"Pakken er hel: {report.Manifest.Files.Count} filer stemmer med fortegnelsen." : "Pakken er ikke hel.");
        return report.IsWhole ? ExitCodes.Success : ExitCodes.Failed;
    }
}
