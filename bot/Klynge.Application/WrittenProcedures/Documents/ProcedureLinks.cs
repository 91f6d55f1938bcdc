using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Where the stored documents of a case are opened.</summary>
public sealed class ProcedureLinks(DocumentLinks links)
{
    internal async Task<IReadOnlyList<CaseLink>> OfAsync(KlyngeContext db, WrittenProcedureId id, CancellationToken cancellationToken)
    {
        var documents = await db.ProcedureDocuments.AsNoTracking().Where(document => document.ProcedureId == id)
            .OrderBy(document => document.Kind).ToListAsync(cancellationToken);
        return [.. documents.SelectMany(Of)];
    }

    private IEnumerable<CaseLink> Of(ProcedureDocument document)
    {
        yield return To(document.Kind, document.Path, document.Url);
        if (DocumentPath.Parse(document.PdfPath) is { } pdf)
        {
            yield return new CaseLink(Texts.OpenPdf, document.PdfUrl is { } url ? new Uri(url) : links.To(pdf));
        }
    }

    internal CaseLink To(ProcedureDocumentKind kind, string path, string? url) => new(
        kind == ProcedureDocumentKind.Protocol ? Texts.OpenProtocol : Texts.OpenRemarks,
        url is null ? links.To(DocumentPath.Parse(path)!) : new Uri(url));
}
