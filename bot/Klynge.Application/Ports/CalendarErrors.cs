using Klynge.Domain.Common;

namespace Klynge.Application.Ports;

public sealed record EventNotFound()
    : Error("Mødet findes ikke i Outlook-kalenderen. Det kan være slettet eller indkaldt fra en kalender, som jeg ikke kan læse.");

/// <summary>Graph answers 403: a permission or the application access policy does not cover the mailbox.</summary>
/// <param name="Permission">The permission that is missing, as Entra names it: <c>Calendars.Read</c>.</param>
public sealed record CalendarAccessDenied(string Permission)
    : Error($"Jeg har ikke adgang til at læse kalenderen. IT-afdelingen skal give tilladelsen {Permission} til mødeindkalderens postkasse.");

/// <summary>No calendar is set up.</summary>
public sealed record NoCalendar()
    : Error("Jeg er ikke forbundet med Outlook, så jeg kan ikke læse møder, svar og fremmøde. Skriv dem ind her i stedet.");

/// <summary>Teams makes the report some minutes after the meeting; until then there is none.</summary>
public sealed record ReportNotReady()
    : Error("Teams har ikke gjort fremmøderapporten klar endnu. Det tager som regel nogle minutter efter mødet.");
