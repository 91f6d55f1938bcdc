using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed record ProcedureNotFound()
    : Error("Den skriftlige behandling findes ikke, eller den hører til et andet forum.");

public sealed record WrittenProcedureNotAllowed(string Forum)
    : Error($"{Forum} afgør ikke sager skriftligt efter sin forretningsorden. Sæt sagen på dagsordenen i stedet.");

public sealed record DeadlineInThePast()
    : Error("Svarfristen er allerede passeret. Vælg en frist, der ligger fremme i tiden.");

/// <param name="Shortest">The forum's shortest time to answer, in words.</param>
/// <param name="Earliest">The first day that the deadline can be on.</param>
public sealed record DeadlineTooSoon(string Forum, string Shortest, LocalDate Earliest)
    : Error($"{Forum} skal have mindst {Shortest} til at svare, så fristen kan tidligst være {DanishFormat.Date(Earliest)}. Vælg en senere frist.");

public sealed record NobodyToAsk(string Forum)
    : Error($"Ingen i {Forum} har stemmeret, så der er ingen at spørge.");

public sealed record AlreadyOpened()
    : Error("Sagen er allerede sendt ud til skriftlig behandling.");

public sealed record OpeningTooSoon()
    : Error($"Åbningen skal ligge mindst {DanishFormat.Number((long)WrittenProcedure.ShortestPlan.TotalMinutes)} minutter fremme. Vælg et senere tidspunkt, eller send sagen ud nu.");

public sealed record OpeningAfterDeadline(Instant Deadline)
    : Error($"Sagen kan ikke åbne efter sin svarfrist, som er {DanishFormat.Deadline(Deadline)}. Vælg et tidligere tidspunkt, eller flyt fristen.");

/// <summary>The deadline would be in time today, but not for an opening on that day.</summary>
/// <param name="Shortest">The forum's shortest time to answer, in words.</param>
/// <param name="Earliest">The first day that the deadline can be on if the case opens then.</param>
public sealed record OpeningTooLate(string Forum, string Shortest, LocalDate Earliest)
    : Error($"{Forum} skal have mindst {Shortest} til at svare. Åbner sagen på det tidspunkt, kan fristen tidligst være {DanishFormat.Date(Earliest)}. Vælg et tidligere tidspunkt, eller flyt fristen.");

public sealed record AttachmentsOfPlanChanged()
    : Error("Bilagene er ændret, så den planlagte åbning er aflyst. Planlæg den igen, når du har set, hvad der sendes ud.");

/// <summary>The planned opening was moved, called off or changed while the case was on its way out.</summary>
public sealed record PlanChangedMeanwhile()
    : Error("Den planlagte åbning er ændret, så sagen er ikke sendt ud.");

/// <summary>Who planned the opening has lost the right to it.</summary>
public sealed record PlannerMayNotOpen()
    : Error("Den, der planlagde åbningen, kan ikke længere sende sager ud i forummet. En anden kan sende den ud fra kladden.");

/// <summary>Somebody else has changed the draft since the person saw it.</summary>
public sealed record DraftChangedMeanwhile()
    : Error("En anden har ændret kladden, siden du så den. Der er ikke gemt eller sendt noget. Læs den, som den er nu, og tryk så igen.");

/// <summary>Only the deadline was to move, but the form changes what the voters were asked, too.</summary>
public sealed record TextIsChangedToo()
    : Error("Du har også ændret sagen, så svarfristen er ikke flyttet. Send sagen igen til alle, hvis ændringen skal med, eller ret teksten tilbage.");

public sealed record NotOpenYet()
    : Error("Sagen er ikke sendt ud endnu.");

public sealed record VotingIsClosed()
    : Error("Den skriftlige behandling er lukket, så dit svar er ikke taget med. Skriv til sekretariatet, hvis det skal med.");

public sealed record VotingDeadlinePassed(Instant Deadline)
    : Error($"Afstemningen lukkede {DanishFormat.Deadline(Deadline)}. Skriv til sekretariatet, hvis din stemme skal med.");

public sealed record CaseGoesToMeeting()
    : Error("Sagen tages op på et møde i stedet, så der svares ikke længere skriftligt. Dit svar er ikke taget med.");

public sealed record ProcedureWithdrawn()
    : Error("Sagen er trukket tilbage, så der er ikke noget at svare på længere. Dit svar er ikke taget med.");

public sealed record NotOnTheRoll()
    : Error("Du er ikke blandt dem, der har stemmeret i denne sag. Skriv til sekretariatet, hvis du mener, at du skal være det.");

/// <summary>The member gave the seat up for this case, and the substitute votes.</summary>
public sealed record SeatGivenUp(string Substitute)
    : Error($"Du har overladt din plads i sagen til {Substitute}, som stemmer i stedet for dig. Tag pladsen tilbage, hvis du selv vil svare.");

/// <summary>The named substitute of a member who has kept the seat.</summary>
public sealed record SeatNotGivenUp(string Member)
    : Error($"Du er stedfortræder for {Member}, som ikke har overladt dig sin plads i sagen. Kun den ene af jer kan svare.");

/// <summary>A card that names a seat which is not the sender's.</summary>
public sealed record AnothersSeat()
    : Error("Du kan kun svare for din egen plads. Svaret er ikke registreret.");

public sealed record SeatHasAnswered()
    : Error("Pladsen har allerede svaret, så den kan ikke skifte hænder. Svaret kan stadig ændres af den, der har givet det.");

/// <summary>One person has one vote, also as somebody's substitute.</summary>
public sealed record SubstituteVotesAlready(string Name)
    : Error($"{Name} har allerede en stemme i sagen og kan ikke få to. Vælg en anden stedfortræder.");

public sealed record NoLongerSubstitute(string Member)
    : Error($"Du er ikke længere stedfortræder for {Member}, så du kan ikke svare i sagen. {Member} kan selv tage pladsen tilbage. Skriv til sekretariatet, hvis det er forkert.");

public sealed record NoSubstitute()
    : Error("Der står ingen stedfortræder for pladsen. Skriv til sekretariatet, som kan sætte en på.");

/// <summary>The card's data names an answer or a version that no card of ours has.</summary>
public sealed record CardWasAltered()
    : Error("Kortet er ikke, som jeg sendte det, så svaret er ikke registreret. Skriv »mine sager« for at få et nyt.");

/// <summary>The voter answered a version of the case that has been replaced.</summary>
public sealed record CaseHasChanged()
    : Error("Sagen er ændret, siden du fik kortet, så svaret er ikke registreret. Læs den nye udgave, og svar på den.");

/// <summary>An answer that must be explained came without words.</summary>
public sealed record RemarksMissing(Answer Answer)
    : Error($"{What(Answer)} Dit svar er ikke registreret endnu.")
{
    private static string What(Answer answer) => answer switch
    {
        Answer.Reject => "Skriv en begrundelse i feltet Bemærkninger, når du ikke godkender.",
        Answer.DemandMeeting => "Skriv, hvorfor sagen skal behandles på et møde.",
        Answer.Recused => "Skriv, hvorfor du er inhabil.",
        _ => "Skriv dine bemærkninger i feltet Bemærkninger.",
    };
}

public sealed record RemarksTooLong(int Length)
    : Error($"Bemærkningerne fylder {DanishFormat.Number(Length)} tegn; der er plads til {DanishFormat.Number(Ballot.MaxRemarksLength)}. Forkort dem, eller send resten til sekretariatet. Dit svar er ikke registreret endnu.");

/// <summary>A ballot with an answer for each recommendation, on which some were left open.</summary>
/// <param name="Recommendations">Their numbers, from 1.</param>
public sealed record AnswersMissing(IReadOnlyList<int> Recommendations)
    : Error($"Vælg også et svar til indstilling {DanishFormat.List(Recommendations.Select(number => DanishFormat.Number(number)))}. Dit svar er ikke registreret endnu.");

public sealed record ReasonForWithdrawalMissing()
    : Error("Skriv, hvorfor sagen trækkes tilbage. Begrundelsen sendes til alle, der er spurgt.");

public sealed record ReasonForChangeMissing()
    : Error("Skriv, hvad der er ændret. Det sendes til alle, der er spurgt, fordi de skal svare igen.");

/// <summary>Somebody else has changed the case since the form was drawn, and the form would put the earlier text back.</summary>
public sealed record CaseChangedMeanwhile()
    : Error("Sagen er ændret, siden du åbnede formularen, så intet er sendt ud. Åbn »Ret sagen« igen, og skriv din ændring ind dér.");

public sealed record NotClosedYet()
    : Error("Sagen er stadig åben, så der er ikke noget resultat at bekræfte.");

public sealed record NothingToConfirm()
    : Error("Sagen blev trukket tilbage, så der er ikke noget resultat at bekræfte.");

public sealed record AlreadyConfirmed()
    : Error("Resultatet er allerede bekræftet. Det kan ikke ændres.");

public sealed record NoteTooLong(int Length)
    : Error($"Bemærkningen fylder {DanishFormat.Number(Length)} tegn; der er plads til {DanishFormat.Number(WrittenProcedure.MaxNoteLength)}. Forkort den.");

public sealed record ConsultsItself()
    : Error("Forummet kan ikke høre sig selv. Vælg et andet forum.");

public sealed record NotConsulted()
    : Error("Dit forum er ikke bedt om bemærkninger til denne sag.");

public sealed record ConsultationIsOver(Instant Deadline)
    : Error($"Høringen lukkede {DanishFormat.Deadline(Deadline)}. Skriv til sekretariatet, hvis dine bemærkninger skal med.");

/// <summary>A remark that comes when the case is decided or taken back.</summary>
public sealed record ConsultedCaseIsClosed()
    : Error("Sagen er afgjort eller trukket tilbage, så dine bemærkninger er ikke taget med. Skriv til sekretariatet, hvis de er vigtige for sagen.");

public sealed record ConsultationRemarksMissing()
    : Error("Skriv dine bemærkninger, før du sender.");
