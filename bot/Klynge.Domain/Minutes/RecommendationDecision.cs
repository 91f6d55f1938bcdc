using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>What became of one recommendation. The names are the codes of the JSON, in camel case.</summary>
public enum RecommendationOutcome
{
    Approved,
    ApprovedWithRemarks,
    ApprovedAmended,
    ApprovedSubjectTo,
    Rejected,
    Noted,
    Discussed,
    Recommended,
    Postponed,
    WrittenProcedure,
    Referred,
    AwaitsAuthority,
}

/// <summary>What the forum answered one recommendation.</summary>
/// <param name="Recommendation">Its number, from 1.</param>
public sealed record RecommendationDecision(int Recommendation, RecommendationOutcome Outcome)
{
    /// <summary>Another body that the outcome is about: whose approval is awaited, to whom it is recommended or sent, whose decision it awaits.</summary>
    public string? Body { get; init; }

    /// <summary>For <see cref="RecommendationOutcome.ApprovedSubjectTo"/>: the last day of the approval that is awaited; null where none is set.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What the minutes say beside the outcome, in whole sentences on one line; null where nothing is.</summary>
    public string? Text { get; init; }
}

public static class RecommendationOutcomeRules
{
    /// <summary>Whether the outcome says nothing without naming another body.</summary>
    public static bool NeedsBody(this RecommendationOutcome outcome) => outcome is RecommendationOutcome.ApprovedSubjectTo
        or RecommendationOutcome.Recommended or RecommendationOutcome.Referred or RecommendationOutcome.AwaitsAuthority;
}
