namespace Klynge.Domain.WrittenProcedures;

public enum ProcedureStatus
{
    /// <summary>Kladde.</summary>
    Draft = 1,

    /// <summary>Åben: text and roll are frozen, answers come in.</summary>
    Open = 2,

    /// <summary>Lukket, with an <see cref="Outcome"/>.</summary>
    Closed = 3,
}
