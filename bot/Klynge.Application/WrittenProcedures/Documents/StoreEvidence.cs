using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Klynge.Seal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Packs the evidence of a closed case and puts it into the library; a package from before is kept there as an earlier version.</summary>
public sealed partial class StoreEvidence(
    BuildEvidence build, IDocumentLibrary library, DocumentLinks links, IDbContextFactory<KlyngeContext> contexts, ILogger<StoreEvidence> logger)
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
        catch (SealUnavailableException)
        {
            return new SealIsAway();
        }
    }

    private async Task<Result<EvidenceStored>> PackAndStoreAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        await using var package = TemporaryFile();
        var built = await build.HandleAsync(caller, request, package, cancellationToken);
        if (built.Error is { } error)
            return error;

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
        package.Position = 0;
        return new EvidenceStored(links.To(outcome.Document), (await EvidenceVerifier.VerifyAsync(package, cancellationToken)).Value.Faults);
    }

    /// <summary>Attachments may be hundreds of megabytes. Gone once it is closed.</summary>
    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), $"klynge-evidence-{Guid.NewGuid():N}"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        1 << 16,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);

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
