namespace Klynge.Domain.WrittenProcedures;

public enum ProcedureDocumentKind
{
    /// <summary>Beslutningsprotokol.</summary>
    Protocol = 1,

    /// <summary>Bemærkningerne for sig.</summary>
    Remarks = 2,
}
