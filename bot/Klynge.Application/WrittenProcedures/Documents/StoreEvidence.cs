using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Seals;
using Klynge.Domain.Common;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>
/// Packs the evidence of a closed case and puts it into the library; a package from before is kept there as an earlier version. It is sealed
/// afterwards, by a job, so that nobody waits for a key.
/// </summary>
public sealed partial class StoreEvidence(
    BuildEvidence build, IDocumentLibrary library, RequestSeals seals, DocumentLinks links, IDbContextFactory<KlyngeContext> contexts, ILogger<StoreEvidence> logger)
{
    public async Task<Result<EvidenceStored>> HandleAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await PackAndStoreAsync(caller, request, cancellationToken);
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
    }

    private async Task<Result<EvidenceStored>> PackAndStoreAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        await using var package = ScratchFile.Create();
        var collected = await build.CollectAsync(caller, request, cancellationToken);
        if (!collected.TryGet(out var files, out var error))
            return error;

        using (files)
            await AsicContainer.WriteAsync(package, files.Files, sealer: null, cancellationToken);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var view = (await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken))!;
        var path = ProcedureNames.Of(view, Texts.Evidence, AsicContainer.Extension);
        var seen = await library.FindAsync(path, cancellationToken);
        var stored = await library.StoreAsync(path, package, seen?.Version, cancellationToken);
        if (!stored.TryGet(out var outcome, out var problem))
            return problem;

        if (outcome is not (StoreOutcome.Stored or StoreOutcome.Unchanged))
            return new EvidenceChangedMeanwhile();

        await LabelAsync(db, request, outcome.Document, cancellationToken);
        await seals.HandleAsync(PackageKind.Evidence, request.Procedure.Value, request.Forum, package, cancellationToken);
        package.Position = 0;
        return new EvidenceStored(links.To(outcome.Document), (await EvidenceVerifier.VerifyAsync(package, cancellationToken)).Value.Faults);
    }

    /// <summary>The package is worth more than its labels.</summary>
    private async Task LabelAsync(KlyngeContext db, BuildEvidenceRequest request, StoredDocument stored, CancellationToken cancellationToken)
    {
        var procedure = await db.WrittenProcedures.AsNoTracking().SingleAsync(candidate => candidate.Id == request.Procedure, cancellationToken);
        var described = await library.DescribeAsync(stored, await ProcedureFacts.ReadAsync(db, procedure, cancellationToken), cancellationToken);
        if (described.Error is { } error)
            LogNotLabelled(request.Procedure.Value, error.Code);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to fill in the columns of the evidence of case {Case}: {Error}")]
    private partial void LogNotLabelled(Guid @case, string error);
}

/// <param name="Url">Where a person opens it.</param>
/// <param name="Faults">What the package lacks, a Danish sentence each: attachments that are gone from the library, or have been changed there.</param>
public sealed record EvidenceStored(Uri Url, IReadOnlyList<string> Faults);
