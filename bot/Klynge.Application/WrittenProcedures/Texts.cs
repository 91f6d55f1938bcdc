using Klynge.Domain.Forums;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Everything that people read about written procedures: what all of its cards have in common; the rest by what it is about.</summary>
internal static partial class Texts
{
    internal const string ProcedureHeading = "Skriftlig behandling";
    internal const string SummaryHeading = "Resumé";
    internal const string PresentationHeading = "Sagsfremstilling";
    internal const string RecommendationHeading = "Indstilling";
    internal const string AttachmentsHeading = "Bilag";
    internal const string RemarksHeading = "Bemærkninger";
    internal const string OpenState = "Åben";
    internal const string ReadCase = "Læs sagen";
    internal const string ShowAttachments = "Bilag";
    internal const string ClosedCaseTitle = "Lukket sag";
    internal const string ClosedCaseInNames = "lukket sag";
    internal const string ClosedCaseMeaning =
        "Sagen er lukket: kun medlemmer og sekretariatet læser den, den hedder »Lukket sag« for alle andre, og dens dokumenter ligger for sig";

    internal const string StaysClosed = "Sagen er lukket og kan ikke åbnes igen: kun medlemmer og sekretariatet læser den.";
    internal const string ClosedMark = "Lukket sag: fortæl ikke andre, hvad den handler om.";
    internal const string Back = "Fortryd";
    internal const string Status = "Se status";
    internal const string TruncatedCase = "… Teksten er for lang til et kort. Resten kan fås hos sekretariatet.";
    internal const string ReadWholeCase = "Læs hele sagen";
    internal const string BackToCase = "Tilbage til sagen";

    internal static string Head(string forum) => $"{forum} · skriftlig behandling";

    internal static string That(string forum) => $"Det indstilles, at {forum}";

    internal static string RuleName(DecisionRule rule) => rule switch
    {
        DecisionRule.Consensus => "enighed",
        DecisionRule.SimpleMajority => "simpelt flertal",
        DecisionRule.TwoThirdsMajority => "kvalificeret flertal (2/3)",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    /// <summary>How the case is decided, in one sentence for those who answer.</summary>
    internal static string Rule(WrittenProcedureRules rules, int? separate) =>
        (separate is null ? string.Empty : $"{EachForItself} ")
        + $"Afgøres ved {RuleName(rules.Rule)}. "
        + (rules.SilenceIsConsent ? "Svarer du ikke inden fristen, har du godkendt (stiltiende accept)." : "Det tæller ikke som et svar, hvis du ikke svarer.")
        + $" {ClosesBefore(rules)}";
}
