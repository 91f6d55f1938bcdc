using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Domain.Common;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The form of a case holds something that will not do.</summary>
/// <param name="Fields">By the id of the input: the sentence that stands next to it.</param>
public sealed record DraftInvalid(IReadOnlyDictionary<string, string> Fields)
    : Error(string.Join(" ", Fields.Values));

public sealed record NobodyIsDisturbedNow(string Until)
    : Error($"Klynge påminder ingen om aftenen, i weekenden og på helligdage. Tryk igen {Until}.");

public sealed record RemindedAlready(string At, string Again)
    : Error($"De fik besked kl. {At}. Vent lidt: du kan påminde igen {Again}.");

public sealed record NobodyToRemind()
    : Error("Alle har svaret, så der er ingen at påminde.");

/// <summary>A file that was given to be verified is no evidence package.</summary>
public sealed record NoEvidence()
    : Error("Filen er ikke en bevispakke fra en skriftlig behandling, eller den er beskadiget.");

public sealed record EvidenceChangedMeanwhile()
    : Error("Bevispakken er lige nu ved at blive lagt i dokumentbiblioteket af en anden. Prøv igen om et øjeblik.");

public sealed record ConsultationIncomplete()
    : Error("Vælg et forum, en dato og et klokkeslæt.");

/// <summary>To ask another forum is to tell it.</summary>
public sealed record ClosedCaseStaysHere()
    : Error("Sagen er lukket, så den kan ikke sendes i høring i andre fora. Fjern markeringen »Lukket sag« i kladden, hvis den må læses der.");

public sealed record AlreadyConsulted(string Forum)
    : Error($"{Forum} er allerede bedt om bemærkninger til sagen.");

/// <summary>An attachment in the library could not be frozen, so the case is not sent out.</summary>
public sealed record AttachmentNotReadable(string Name)
    : Error($"Bilaget {Klynge.Domain.Calendar.DanishFormat.Quote(Name)} kan ikke læses i dokumentbiblioteket, så det kan ikke fastfryses sammen med sagen. Ret linket, og prøv igen.");

/// <summary>A document of the library that whoever asks may not read, or that is not there: the two are answered alike.</summary>
public sealed record AttachmentNotYours(string Name)
    : Error($"Bilaget {Klynge.Domain.Calendar.DanishFormat.Quote(Name)} kan ikke tages med, for linket fører ikke til et dokument, som du kan læse. Intet er sendt ud. Vælg et dokument fra forummet selv, eller bed dem, der har dokumentet, om at dele det.");

/// <summary>What is closed stays among those who may read closed items: an open case is read by observers and guests.</summary>
public sealed record AttachmentIsClosed(string Name)
    : Error($"Bilaget {Klynge.Domain.Calendar.DanishFormat.Quote(Name)} hører til en lukket sag, så det kan ikke følge med en åben. Intet er sendt ud. Fjern bilaget, eller gør sagen lukket.");

/// <summary>It goes over by itself: worth another try.</summary>
public sealed record AttachmentOutOfReach(string Name, string Why)
    : Error($"Bilaget {Klynge.Domain.Calendar.DanishFormat.Quote(Name)} kan ikke læses lige nu, så det kan ikke fastfryses. Intet er sendt ud. {Why}".TrimEnd());

public sealed record AttachmentNotCopied(string Name, string Why)
    : Error($"Bilaget {Klynge.Domain.Calendar.DanishFormat.Quote(Name)} kan ikke kopieres til dokumentbiblioteket, så det kan ikke fastfryses. Intet er sendt ud. {Why}".TrimEnd());

/// <summary>Attachments that can only be links, of which nobody has been told yet.</summary>
public sealed record LinksNotFrozen(IReadOnlyList<LinkOnly> Links)
    : Error("Intet er sendt ud endnu, for ikke alle bilag kan fastfryses. Se, hvad der står ved dem, og send sagen ud igen, hvis de skal blive ved med at være links.");

/// <summary>A form without the day or the time of an opening.</summary>
public sealed record OpeningTimeMissing()
    : Error("Vælg både den dag og det klokkeslæt, sagen skal åbne.");

/// <summary>Answers were chosen on the ballot that the seat is left from.</summary>
public sealed record AnswersNotSent()
    : Error("Du har valgt svar, som ikke er sendt, og de følger ikke med pladsen. Send dem selv, eller skriv »mine sager«, og overlad pladsen fra den stemmeseddel, du får dér.");

/// <summary>Whoever leaves the seat to the substitute has typed remarks, which would go nowhere.</summary>
public sealed record RemarksNotSent()
    : Error("Du har skrevet bemærkninger, som ikke er sendt, og de følger ikke med pladsen. Svar selv, eller slet dem, og overlad så pladsen.");

/// <summary>A protocol that was changed after it was stored proves nothing: the earlier version is to be restored first.</summary>
/// <param name="Document">What it is called.</param>
/// <param name="Path">Where it lies.</param>
public sealed record DocumentChangedInLibrary(string Document, string Path)
    : Error($"{Document} i dokumentbiblioteket er ændret, siden den blev gemt: dens hash er en anden end den i revisionssporet. Bevispakken er ikke lavet. Gendan den tidligere version af {Path}, og prøv igen.");

/// <summary>Sealing waits for nobody: the package is made again when the key and the authority are there.</summary>
public sealed record SealIsAway()
    : Error("Bevispakken kan ikke forsegles lige nu, for nøglen eller tidsstemplet er ikke til at få fat i. Prøv igen om lidt.");
