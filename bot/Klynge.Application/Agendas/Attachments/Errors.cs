using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Agendas.Attachments;

/// <summary>Said of a file that is gone as well as of one that is another person's.</summary>
public sealed record FileNotFound()
    : Error("Filen er ikke her længere. Læg den i chatten igen, så spørger jeg, hvor den hører til.");

public sealed record FileAlreadyAnswered(string Name)
    : Error($"Du har allerede lagt {DanishFormat.Quote(Name)} ved et punkt. Åbn punktets bilag for at se den.");

public sealed record FilesNotForYou()
    : Error("Filen er ikke gemt. Bilag lægges ved af forummets sekretariat, så send den til dem.");

/// <summary>A member gives files to proposals of their own that the secretariat has not answered.</summary>
public sealed record NoProposalToAttachTo(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke gemt: Du har ikke noget forslag, der venter på svar. Foreslå punktet først, og læg så filen i chatten igen. Hører den til et punkt på dagsordenen, så send den til sekretariatet.");

public sealed record FileTypeNotTaken(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke gemt. Jeg tager imod dokumenter, regneark, præsentationer, PDF, billeder og mails. Gem filen som en af dem, og prøv igen.");

public sealed record FileTooLarge(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke lagt ved: Den fylder mere end {KeepFiles.MaxBytes / 1_000_000} MB. Del den, eller gør den mindre, og læg den ved igen.");

/// <summary>The address of a dropped file works for a short while.</summary>
public sealed record FileIsGone(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke lagt ved: Teams udleverer den ikke længere. Læg den i chatten igen.");

/// <summary>The host stopped between taking a file on a page and storing it: its content is nowhere.</summary>
public sealed record UploadCutOff(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke lagt ved: Den nåede ikke helt frem. Læg den ved igen.");

/// <summary>What stands at the file, for whoever waits on the page.</summary>
public sealed record UploadRefused(string Sentence) : Error(Sentence);

public sealed record FileIsEmpty(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke lagt ved: Der er ikke noget i den.");

public sealed record FileNotKept(string Name, string Why)
    : Error($"{DanishFormat.Quote(Name)} er ikke lagt ved punktet. {Why}".TrimEnd());

/// <summary>Nothing is taken for granted: whoever prepares for the meeting goes by it.</summary>
public sealed record ReadingMissing()
    : Error("Vælg, om bilaget forventes læst før mødet.");

/// <summary>Words that would stand nowhere.</summary>
public sealed record ChangeWithoutVersion()
    : Error("Du har skrevet, hvad der er nyt. Vælg også, hvilket bilag det er en ny udgave af, eller slet teksten.");

public sealed record AttachmentNameMissing()
    : Error("Skriv bilagets navn, som det skal stå på dagsordenen.");

public sealed record LinkMissing()
    : Error("Skriv bilagets link, som det står i browserens adresselinje. Det begynder med https://");

public sealed record ItemMissing()
    : Error("Vælg det punkt, som filen hører til.");

public sealed record NoItemsToAttachTo(string Name)
    : Error($"{DanishFormat.Quote(Name)} er ikke gemt: Der er ikke noget møde med punkter, som den kan lægges ved. Sæt punktet på dagsordenen først.");
