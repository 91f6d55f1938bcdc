using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Attendance;

/// <summary>A date without a meeting at which the person has a seat.</summary>
public sealed record NoMeetingThatDay(IReadOnlyList<LocalDate> Days)
    : Error($"Der er ikke noget møde {DanishFormat.List(Days.Select(DanishFormat.Date), "eller")}. Skriv »møder« for at se de kommende møder.");

/// <summary>Nothing to take back for somebody else.</summary>
public sealed record NoApologyOf(string Member)
    : Error($"{Member} har ikke meldt afbud til det møde, så der er intet at trække tilbage.");

/// <summary>Several meetings were named, and at one of them the person has no seat: nothing is registered for any.</summary>
public sealed record NotCalledThoseDays(IReadOnlyList<LocalDate> Days)
    : Error($"Der er ikke meldt afbud til noget. Jeg kan ikke finde en plads ved mødet {DanishFormat.List(Days.Select(DanishFormat.Date), "eller")}. Skriv »møder« for at se de kommende møder.");

/// <summary>Among several whom an apology is for, this one may be several people or seats: each is given by itself.</summary>
public sealed record NotJoint(string Written)
    : Error($"{DanishFormat.Quote(Written)} kan være flere pladser, så der er ikke meldt afbud for nogen. Meld ét afbud ad gangen, fx »afbud for {Written} <dato>«.");

/// <summary>No meeting ahead at which the person has a seat.</summary>
public sealed record NoMeetingToMiss()
    : Error("Du er ikke indkaldt til et kommende møde, så der er intet at melde afbud til.");

/// <summary>An apology for somebody whom nobody in the forum is called.</summary>
/// <param name="Near">The seats that a slip of the keyboard may have meant.</param>
internal sealed record WhoUnknown(string Written, string Forum, IReadOnlyList<ApologySeat> Near)
    : Error($"Jeg kender ikke {DanishFormat.Quote(Written)} i {Forum}, så der er ikke meldt afbud for nogen. Skriv navnet, som det står på medlemslisten.");

/// <summary>A substitute is not called to the meeting before the member stays away.</summary>
public sealed record WhoHasNoSeat(string Name, string Forum)
    : Error($"{Name} er ikke selv indkaldt til møder i {Forum}, så der er intet afbud at melde.");

/// <summary>The name of a substitute that is not the one on record: it is asked about before anything is registered.</summary>
/// <param name="Own">The substitute on record; null for none.</param>
public sealed record SubstituteUnknown(string Written, string Member, bool IsOwn, string? Own)
    : Error($"{DanishFormat.Quote(Written)} står ikke som {(IsOwn ? "din stedfortræder" : $"stedfortræder for {Member}")}, så afbuddet er ikke registreret endnu.");

public sealed record ApologyIsWithdrawn()
    : Error("Afbuddet er trukket tilbage i mellemtiden, så ingen er spurgt. Skriv »afbud«, hvis det alligevel skal gælde.");

/// <summary>Somebody presses the answer to a question about another's own seat.</summary>
public sealed record AskedOfAnother()
    : Error("Det spørgsmål er stillet til en anden, så der er ikke sket noget. Skriv »afbud«, hvis du selv ikke kommer.");
