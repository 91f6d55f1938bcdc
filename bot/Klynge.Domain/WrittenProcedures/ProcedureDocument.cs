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
}
