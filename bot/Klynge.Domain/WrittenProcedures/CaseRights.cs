using Klynge.Domain.Forums;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Who may see a case and its documents, beside those who vote in it.</summary>
public static class CaseRights
{
    /// <summary>A draft is its authors' alone, a closed case for those who may read closed items.</summary>
    public static Permission NeededFor(ProcedureStatus status, bool isClosed) =>
        status == ProcedureStatus.Draft ? Permission.OpenWrittenProcedure
        : isClosed ? Permission.ReadClosedItems
        : Permission.ReadAgenda;
}
