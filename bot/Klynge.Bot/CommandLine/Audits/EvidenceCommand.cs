using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary><c>evidence CASE --out FILE</c>: the evidence package of a closed written procedure.</summary>
internal static class EvidenceCommand
{
    internal static Command Create(CommandServices services)
    {
        var procedure = new Argument<Guid>("SAG") { Description = "Sagens id, som det står i bevispakkens fortegnelse og i revisionssporet." };
        var output = new Option<string>("--out") { Description = "Filen, der skal skrives, for eksempel bevis.asice.", Required = true };
        var command = new Command("evidence", "Skriv bevispakken for en afsluttet skriftlig behandling.") { procedure, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var provider = await services.OpenAsync(cancellationToken);
            return await RunAsync(provider, new WrittenProcedureId(parsed.GetRequiredValue(procedure)), parsed.GetRequiredValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider provider, WrittenProcedureId id, string output, CancellationToken cancellationToken)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        var found = await db.WrittenProcedures.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken);
        if (found is null)
            return await Refusal.SayAsync(new ProcedureNotFound(), ExitCodes.BadInput);

        var unfinished = $"{output}.{Guid.NewGuid():N}.tmp";
        try
        {
            var written = await WriteAsync(provider, new BuildEvidenceRequest(found.ForumId, id), unfinished, cancellationToken);
            if (!written.TryGet(out var report, out var error))
                return await Refusal.SayAsync(error, ExitCodes.Failed);

            File.Move(unfinished, output, overwrite: true);
            return await SayAsync(output, report);
        }
        catch (SealUnavailableException)
        {
            return await Refusal.SayAsync(new SealIsAway(), ExitCodes.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await Refusal.SayAsync(new OutputNotWritable(output), ExitCodes.Failed);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    /// <returns>What the package lacks; it is written all the same.</returns>
    private static async Task<Result<EvidenceReport>> WriteAsync(
        IServiceProvider provider, BuildEvidenceRequest request, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var built = await provider.GetRequiredService<BuildEvidence>().HandleAsync(Caller.Of(ProgramRights.Evidence), request, file, cancellationToken);
        if (built.Error is { } error)
            return error;

        file.Position = 0;
        return await EvidenceVerifier.VerifyAsync(file, cancellationToken);
    }

    private static async Task<int> SayAsync(string output, EvidenceReport report)
    {
        await Console.Out.WriteLineAsync($"Bevispakken er skrevet til {output}");
        foreach (var note in report.Notes)
            await Console.Out.WriteLineAsync(note);

        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault);

        return report.IsWhole ? ExitCodes.Success : ExitCodes.Failed;
    }
}
