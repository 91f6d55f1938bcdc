using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

public sealed record ItemNotFound()
    : Error("Punktet findes ikke længere, eller det hører til et andet forum. Skriv »dagsorden« for at se, hvad der er på.");

/// <summary>It says something else than what the chair has read.</summary>
public sealed record AgendaReadOtherwise()
    : Error("Dagsordenen er ændret, siden du læste den, så den er ikke godkendt endnu. Her er den, som den er nu.");

public sealed record AnswerMissing()
    : Error("Der står ikke noget i feltet, så der er ikke sendt noget. Skriv dit svar, og tryk »Send svar« igen.");

/// <summary>Somebody else has answered it meanwhile.</summary>
public sealed record QuestionIsAnswered()
    : Error("Spørgsmålet er allerede besvaret, så dit svar er ikke sendt.");

public sealed record RemarkMissing()
    : Error("Skriv, hvad der skal ændres, så sekretariatet ved det.");

/// <summary>The agenda has no item of that number.</summary>
/// <param name="Meeting">When the meeting is, where a person may think of another: »mandag d. 19. oktober 2026 kl. 14.00–16.00«.</param>
public sealed record NoItemWithNumber(int Number, int Last, string? Meeting = null)
    : Error(Last == 0
        ? "Der er ingen punkter på dagsordenen endnu. Skriv »tilføj punkt« for at sætte et på."
        : $"Der er ikke noget punkt {Number}{(Meeting is null ? string.Empty : $" på mødet {Meeting}")}: dagsordenen går fra 1 til {Last}. Skriv »dagsorden« for at se punkterne.");

/// <summary>The minutes are approved, so what was decided stands.</summary>
public sealed record DecisionIsFinal()
    : Error("Referatet af mødet er godkendt, så beslutningen kan ikke ændres.");

public sealed record DecisionTooLong(int Length)
    : Error($"Beslutningen er på {Length} tegn; der er plads til {AgendaItemRules.MaxDecisionLength}. Skriv den kortere, eller læg noget i et bilag.");

/// <summary>An empty box, which is no decision and never deletes one.</summary>
public sealed record DecisionMissing()
    : Error("Der står ikke noget i feltet, så der er ikke gemt noget. Skriv beslutningen, eller tryk på en af de faste vendinger.");

/// <summary>A decision that its writer had not seen would be replaced.</summary>
public sealed record DecisionStands(int Number, string Standing)
    : Error($"Punkt {Number} har allerede en beslutning. Den er ikke ændret.");

/// <summary>What was typed for one item would be lost by going to another.</summary>
public sealed record DecisionNotSaved(int Number)
    : Error($"Du har skrevet på punkt {Number} uden at gemme. Tryk »Gem beslutning« først, eller tøm feltet.");

public sealed record NoLaterMeeting()
    : Error("Der er ikke planlagt et senere møde at udsætte punktet til. Skriv »nyt møde« først.");

public sealed record AlreadyPostponed()
    : Error("Punktet er allerede sat på et senere møde.");

/// <summary>What a closed item says would stand where others read along.</summary>
public sealed record ItemIsClosedHere()
    : Error("Punktet er lukket, og andre læser med her. Åbn det i din egen chat med mig.");

/// <summary>Its text came from imported minutes, and no form holds it.</summary>
public sealed record ItemTooLongToCopy()
    : Error("Punktet er for langt til at blive skrevet i et kort. Sæt et nyt punkt på med »tilføj punkt«, og læg teksten ved som bilag.");

/// <summary>A form that has made its item already came again with other words.</summary>
public sealed record ItemAlreadyAdded(string Title)
    : Error($"Formularen er allerede sendt med punktet »{Title}«. Åbn punktet for at rette det, eller tryk »Tilføj punkt« for et nyt.");

public sealed record TitleMissing()
    : Error("Skriv en titel til punktet, for eksempel »tilføj punkt Status på handleplanen«.");

/// <summary>The form was to read the kind from the recommendations, and no line begins with a verb that it knows.</summary>
public sealed record KindUnclear()
    : Error("Jeg kan ikke se af indstillingen, om punktet er en beslutning, en drøftelse eller en orientering. Vælg punktets type.");

/// <summary>An item that the forum is asked to decide on is no information.</summary>
/// <param name="Line">What it is asked to decide.</param>
public sealed record DecisionIsNoInformation(string Line)
    : Error($"Indstillingen beder om en beslutning (»{Line}«), så punktet kan ikke være en orientering. Vælg »Beslutning«, eller skriv indstillingen om.");

/// <summary>A reason for closing an item that is not closed: one of the two is a slip, and what the item says would be open.</summary>
public sealed record ReasonForClosingOpenItem()
    : Error("Du har skrevet, hvorfor punktet er lukket, men det er ikke lukket. Sæt »Lukket punkt«, eller slet begrundelsen.");

/// <summary>The forum's rules give members a right that the secretariat would take away.</summary>
/// <param name="Proposer">Who proposed it.</param>
public sealed record InitiativeRight(string Forum, string Proposer)
    : Error($"{Proposer} har ret til at få punktet på dagsordenen: forslaget kom inden fristen, og reglerne for {Forum} giver medlemmerne initiativret. Tryk »Godkend« for at sætte det på mødet.");

public sealed record TitleTooLong(int Length)
    : Error($"Titlen er på {Length} tegn; der er plads til {AgendaItemRules.MaxTitleLength}. Skriv en kortere titel, og læg resten i sagsfremstillingen.");

public sealed record MinutesOutOfRange()
    : Error($"Skriv punktets længde som et helt antal minutter mellem 1 og {AgendaItemRules.MaxMinutes}.");

public sealed record TooManyRecommendations()
    : Error($"Der er plads til {AgendaItemRules.MaxRecommendations} linjer i indstillingen. Saml nogle af dem.");

public sealed record TextTooLong()
    : Error("Sagsfremstillingen er for lang til et punkt. Læg noget af den i et bilag.");

public sealed record ProposalAlreadyAnswered()
    : Error("Forslaget er allerede besvaret. Skriv »dagsorden« for at se, hvad der er på.");

public sealed record ReasonMissing()
    : Error("Skriv en begrundelse, så forslagsstilleren ved hvorfor.");

/// <summary>Taken off, or another version has taken its place.</summary>
/// <summary>Its copy lies among the closed documents.</summary>
public sealed record AttachmentStaysClosed()
    : Error("Bilaget er lukket, og filen ligger blandt de lukkede. Skal andre kunne læse det, så læg en åben udgave ved i stedet.");

public sealed record AttachmentNotFound()
    : Error("Bilaget er ikke ved punktet længere, eller der er kommet en ny udgave af det. Åbn punktets bilag igen for at se, hvad der er.");

public sealed record TooManyAttachments()
    : Error($"Der er plads til {AttachmentList.Max} bilag ved et punkt. Saml nogle af dem i én fil.");

public sealed record TooManyVersions()
    : Error($"Bilaget har allerede {AttachmentList.MaxVersions} udgaver. Læg filen ved som et nyt bilag i stedet.");

/// <summary>The minutes are approved, so what belongs to them stands.</summary>
public sealed record AttachmentsAreFinal()
    : Error("Referatet af mødet er godkendt, så punktets bilag kan ikke ændres.");

/// <summary>The item asks the forum nothing, or does not any more.</summary>
public sealed record NoRecommendations(int Number)
    : Error($"Punkt {Number} har ingen indstilling at svare på. Skriv beslutningen som tekst.");

/// <summary>Words beside a recommendation that has no answer: they would be lost.</summary>
public sealed record OutcomeMissing(int Recommendation)
    : Error($"Vælg et svar på indstilling {Recommendation}, så det, du har skrevet til den, kommer med. Intet er gemt endnu.");

public sealed record ContributionMissing()
    : Error("Der står ikke noget i feltet, så der er ikke sendt noget. Skriv dit bidrag, og tryk »Send« igen.");

public sealed record ContributionTooLong(int Length)
    : Error($"Bidraget er på {DanishFormat.Number(Length)} tegn; der er plads til {DanishFormat.Number(Contribution.MaxLength)}. Skriv det kortere, eller send resten til sekretariatet som et bilag.");

/// <summary>Others' words would be replaced that the sender has not seen.</summary>
/// <param name="Standing">What stands in the item; null where it was taken out.</param>
public sealed record ContributionStands(string? Standing)
    : Error("Teksten i punktet er ændret, siden du åbnede det. Der er ikke sendt noget endnu.");

public sealed record GuestEmailInvalid()
    : Error("E-mailadressen kan ikke bruges. Skriv én adresse, for eksempel anna@region.dk, eller lad feltet stå tomt og giv selv gæsten besked.");
