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
        return documents.ConvertAll(document => To(document.Kind, document.Path, document.Url));
    }

    internal CaseLink To(ProcedureDocumentKind kind, string path, string? url) => new(
        kind == ProcedureDocumentKind.Protocol ? Texts.OpenProtocol : Texts.OpenRemarks,
        url is null ? links.To(DocumentPath.Parse(path)!) : new Uri(url));
}
