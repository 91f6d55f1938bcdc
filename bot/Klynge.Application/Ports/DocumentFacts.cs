using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>What the library's columns say of a document, for views and filters there.</summary>
/// <param name="Forum">The forum's name.</param>
/// <param name="Date">The day of the meeting.</param>
/// <param name="Status">A word for people: <c>Kladde</c> or <c>Godkendt</c>.</param>
/// <param name="CaseNumber">The records system's; null where there is none.</param>
public sealed record DocumentFacts(string Forum, LocalDate Date, string Status, string? CaseNumber);
