using Klynge.Domain.Common;

namespace Klynge.Domain.Minutes;

public sealed record MinutesAlreadyApproved()
    : Error("Referatet er godkendt, så det kan ikke ændres længere. Tag det op på næste møde, hvis noget skal rettes.");

public sealed record MinutesNotReady()
    : Error("Der er ikke noget referat endnu. Sekretariatet skriver det, når mødet er holdt.");

public sealed record MinutesNotWritten()
    : Error("Referatet er ikke skrevet endnu. Tryk på »Skriv referat« først, læs det igennem, og godkend det så.");

public sealed record MinutesOutOfDate()
    : Error("Punkterne er ændret, siden referatet blev skrevet. Tryk på »Skriv referat« igen, læs ændringen, og godkend det så.");

/// <summary>Nothing follows from minutes that may have been read wrong.</summary>
public sealed record MinutesNeedReview()
    : Error("Referatet er læst ind med tvivl og skal gennemses først. Se tvivlene med »import FIL --json«, og gem det med »import FIL --reviewed«, når det er i orden.");

/// <summary>The outcome names another body, and none was written.</summary>
public sealed record OutcomeBodyMissing(int Recommendation, RecommendationOutcome Outcome)
    : Error($"Indstilling {Recommendation}: Skriv {Asked(Outcome)}.")
{
    private static string Asked(RecommendationOutcome outcome) => outcome switch
    {
        RecommendationOutcome.ApprovedSubjectTo => "også, hvem der skal godkende",
        RecommendationOutcome.AwaitsAuthority => "også, hvilken myndighed der skal afgøre det",
        _ => "også, hvilket forum det går videre til",
    };
}

/// <summary>A name with a full stop in it, which ends the sentence where the name does not end.</summary>
public sealed record OutcomeBodyUnreadable(int Recommendation)
    : Error($"Indstilling {Recommendation}: Svaret kan ikke læses rigtigt, når det står i referatet. Skriv navnet uden punktum og på højst {DecisionText.MaxBodyLength} tegn.");

/// <summary>A name or a day that the outcome has no place for: it would be lost.</summary>
public sealed record OutcomeBodyUnused(int Recommendation)
    : Error($"Indstilling {Recommendation}: Svaret kan ikke have et navn eller en dato. Vælg fx »Godkendt med forbehold«, eller tøm felterne.");
