namespace Klynge.Domain.WrittenProcedures;

/// <summary>What a closed case came to.</summary>
public enum Outcome
{
    /// <summary>Vedtaget.</summary>
    Adopted = 1,

    /// <summary>Forkastet.</summary>
    Rejected = 2,

    /// <summary>Ikke beslutningsdygtig: too few answered for the forum's quorum.</summary>
    NoQuorum = 3,

    /// <summary>Sendt til møde: a member demanded it, or consensus fell.</summary>
    SentToMeeting = 4,

    /// <summary>Trukket tilbage by the secretariat.</summary>
    Withdrawn = 5,
}
