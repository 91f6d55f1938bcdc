using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas.Council;

/// <param name="Source">Why it is off, where the rules say so.</param>
public sealed record RightIsOff(string Right, string Forum, string? Source)
    : Error($"{Right} er slået fra i {Forum}.{(Source is null ? string.Empty : $" {Source.TrimEnd('.')}.")} Skriv til sekretariatet, hvis det ikke passer med jeres regler.");

/// <summary>Kommunestyrelsesloven § 13, stk. 2, and § 23: only a member who was there.</summary>
public sealed record NotAtTheItem()
    : Error("Det kan kun et medlem, der selv har deltaget i behandlingen af punktet. Er du skrevet på som fraværende ved en fejl, så sig det til sekretariatet.");

public sealed record DissentMissing()
    : Error("Skriv kort, hvad din afvigende mening er.");

public sealed record DissentBeforeMeeting()
    : Error("Mødet er ikke begyndt, så der er endnu intet at have en afvigende mening om.");

/// <summary>Reasons are for the authority that the case goes on to.</summary>
public sealed record ReasonGoesNowhere()
    : Error("Begrundelsen kommer kun med, når meningen skal følge sagen. Sæt kryds ved »Følger sagen«, eller slet begrundelsen. Referatet får din mening, ikke begrundelsen.");

public sealed record StopBeforeMeeting()
    : Error("Mødet er ikke begyndt, så der er ingen beslutning at standse.");

/// <summary>Kommunestyrelsesloven § 23: before the meeting is adjourned.</summary>
public sealed record StopTooLate()
    : Error("Mødet er hævet. En beslutning kan kun standses, inden mødet hæves.");

public sealed record NothingToStop()
    : Error("Der er ikke skrevet en beslutning på punktet endnu. Sig det på mødet, og tryk igen, når beslutningen er skrevet.");

/// <summary>Opinions 03.1.1, 04.1.2 and 99.1.3.</summary>
public sealed record ProcedureCannotBeStopped()
    : Error("Beslutningen handler om, hvordan sagen behandles, og den slags beslutninger kan ikke standses.");
