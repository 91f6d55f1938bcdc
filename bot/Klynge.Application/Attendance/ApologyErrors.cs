using Klynge.Domain.Common;

namespace Klynge.Application.Attendance;

/// <summary>A date without a meeting at which the person has a seat.</summary>
public sealed record NoMeetingThatDay()
    : Error("Jeg kan ikke finde et møde, du er indkaldt til den dag. Skriv »møder« for at se dine kommende møder.");

/// <summary>No meeting ahead at which the person has a seat.</summary>
public sealed record NoMeetingToMiss()
    : Error("Du er ikke indkaldt til et kommende møde, så der er intet at melde afbud til.");
