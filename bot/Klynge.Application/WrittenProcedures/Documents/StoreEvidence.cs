using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Packs the evidence of a closed case and puts it into the library; a package from before is kept there as an earlier version.</summary>
public sealed class StoreEvidence(
    BuildEvidence build, IDocumentLibrary library, DocumentLinks links, IDbContextFactory<KlyngeContext> contexts)
{
    /// <returns>Where a person opens it.</returns>
    public async Task<Result<Uri>> HandleAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
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

    private async Task<Result<Uri>> PackAndStoreAsync(Caller caller, BuildEvidenceRequest request, CancellationToken cancellationToken)
    {
        var built = await build.HandleAsync(caller, request, cancellationToken);
        if (!built.TryGet(out var zip, out var error))
        {
            return error;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var view = (await db.ViewProcedureAsync(request.Forum, request.Procedure, cancellationToken))!;
        var path = PathOf(view);
        var seen = await library.FindAsync(path, cancellationToken);
        var stored = await library.StoreAsync(path, zip, seen?.Version, cancellationToken);
        return !stored.TryGet(out var outcome, out var problem) ? problem
            : outcome is StoreOutcome.Stored or StoreOutcome.Unchanged ? links.To(outcome.Document)
            : new EvidenceChangedMeanwhile();
    }

    /// <summary>The end of the case's id tells two cases with one title apart, so that neither replaces the other's package.</summary>
    private static DocumentPath PathOf(ProcedureView view)
    {
        var closed = DanishTime.ToDanish(view.ClosedAt!.Value).Date;
        var title = $"{Texts.Evidence} {closed:uuuu-MM-dd} {DanishText.Shorten(view.Case.Title, 80)} {view.Id.ToString("N")[^6..]}";
        return DocumentPath.Of(view.Forum, closed.Year, title, ".zip");
    }
}
