namespace Klynge.Domain.WrittenProcedures;

/// <summary>How an answer reached the bot.</summary>
public enum VoteSource
{
    /// <summary>The voter pressed the button on the ballot.</summary>
    Ballot = 1,

    /// <summary>By telephone to the secretariat, which recorded it.</summary>
    Phone = 2,

    /// <summary>By mail to the secretariat, which recorded it.</summary>
    Mail = 3,
}
