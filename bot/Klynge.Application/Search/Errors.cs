using Klynge.Domain.Common;

namespace Klynge.Application.Search;

public sealed record NothingToSearchFor()
    : Error("Skriv, hvad du leder efter, for eksempel »søg ledelsesprogram«.");

/// <summary>In a group chat that is no forum's own, nobody knows who reads along.</summary>
public sealed record SearchInPrivate()
    : Error("Her ved jeg ikke, hvem der læser med. Skriv »søg« til mig i vores egen chat.");
