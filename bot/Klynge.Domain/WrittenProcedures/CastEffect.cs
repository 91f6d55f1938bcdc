namespace Klynge.Domain.WrittenProcedures;

/// <summary>What an answer came to.</summary>
public enum CastEffect
{
    /// <summary>The seat's first answer.</summary>
    Cast = 1,

    /// <summary>It takes an earlier answer's place, which stays on record.</summary>
    Replaced = 2,

    /// <summary>The same answer again: nothing new to record.</summary>
    Unchanged = 3,
}
