using Klynge.Domain.Common;

namespace Klynge.Domain.Minutes;

public sealed record MinutesAlreadyApproved()
    : Error("Referatet er allerede godkendt.");

public sealed record MinutesNotReady()
    : Error("Der er ikke noget referat endnu. Sekretariatet skriver det, når mødet er holdt.");
