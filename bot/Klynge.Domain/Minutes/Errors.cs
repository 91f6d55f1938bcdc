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
