namespace Klynge.Domain.Forums;

/// <summary>How votes become a result.</summary>
public enum DecisionRule
{
    /// <summary>Enighed: one »no« sends the case to a meeting.</summary>
    Consensus = 1,

    /// <summary>Simpelt flertal: more yes than no of the votes cast; not voting is not a no.</summary>
    SimpleMajority = 2,

    /// <summary>Kvalificeret flertal: at least two thirds of the votes cast.</summary>
    TwoThirdsMajority = 3,
}
