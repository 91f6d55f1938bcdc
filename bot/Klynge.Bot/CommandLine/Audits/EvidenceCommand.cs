using System.CommandLine;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Bot.CommandLine.Audits;

/// <summary><c>evidence CASE --out FILE.zip</c>: the evidence package of a closed written procedure.</summary>
internal static class EvidenceCommand
{
    internal static Command Create(CommandServices services)
    {
        var procedure = new Argument<Guid>("SAG") { Description = "Sagens id, som det står i bevispakkens fortegnelse og i revisionssporet." };
        var output = new Option<string>("--out") { Description = "Filen, der skal skrives, for eksempel bevis.zip.", Required = true };
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

        var request = new BuildEvidenceRequest(found.ForumId, id);
        var built = await provider.GetRequiredService<BuildEvidence>().HandleAsync(Caller.Of(ProgramRights.Evidence), request, cancellationToken);
        if (!built.TryGet(out var zip, out var error))
            return await Refusal.SayAsync(error, ExitCodes.Failed);

        try
        {
            await File.WriteAllBytesAsync(output, zip, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await Refusal.SayAsync(new OutputNotWritable(output), ExitCodes.Failed);
        }

        await Console.Out.WriteLineAsync($"Bevispakken er skrevet til {output}");
        using var content = new MemoryStream(zip, writable: false);
        var faults = (await EvidenceVerifier.VerifyAsync(content, cancellationToken)).Value.Faults;
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);

        return faults.Count == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }
}
