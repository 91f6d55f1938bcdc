using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>A document of a closed case in the document library.</summary>
public sealed class ProcedureDocument
{
    public required WrittenProcedureId ProcedureId { get; init; }

    public required ProcedureDocumentKind Kind { get; init; }

    public required string Path { get; set; }

    /// <summary>Where a person opens it in the library; null where the library has no address of its own.</summary>
    public string? Url { get; set; }

    /// <summary>Lower-case hex of what was stored.</summary>
    public required string Sha256 { get; set; }

    public required Instant StoredAt { get; set; }

    /// <summary>Whether it was written after the chair confirmed; the one from the closing is replaced then.</summary>
    public required bool IsConfirmed { get; set; }

    /// <summary>Where the library's own PDF of it lies; null while there is none.</summary>
    public string? PdfPath { get; private set; }

    /// <summary>Where a person opens the PDF in the library.</summary>
    public string? PdfUrl { get; private set; }

    /// <summary>When the library's columns were filled in, and the PDF put beside; null while that is still to be done.</summary>
    public Instant? PublishedAt { get; private set; }

    /// <summary>Not tried again before this.</summary>
    public Instant? DueAt { get; private set; }

    public int Attempts { get; private set; }

    public void Publish(string? pdfPath, string? pdfUrl, Instant now) => (PdfPath, PdfUrl, PublishedAt) = (pdfPath, pdfUrl, now);

    /// <summary>The document, or its PDF, lies elsewhere now.</summary>
    /// <param name="url">Its address in the library; null where it has none.</param>
    public void MoveTo(string from, string to, string? url)
    {
        if (Path == from)
            (Path, Url) = (to, url);
        else if (PdfPath == from)
            (PdfPath, PdfUrl) = (to, url);
    }

    public void Postpone(Instant due) => (DueAt, Attempts) = (due, Attempts + 1);

    /// <summary>The columns say something else now, or the document itself is another one.</summary>
    public void Unpublish() => (PublishedAt, DueAt, Attempts) = (null, null, 0);
}

public enum ProcedureDocumentKind
{
    /// <summary>Beslutningsprotokol.</summary>
    Protocol = 1,

    /// <summary>Bemærkningerne for sig.</summary>
    Remarks = 2,
}
