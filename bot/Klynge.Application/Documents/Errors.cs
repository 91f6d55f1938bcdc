using Klynge.Domain.Common;

namespace Klynge.Application.Documents;

public sealed record LibraryIsReadOnly()
    : Error("Dokumentet kunne ikke gemmes, fordi jeg ikke må skrive i dokumentmappen. Bed den, der driver botten, om at give skriveadgang.");

/// <summary>Said alike of a document that is not there and of one that the person may not read.</summary>
public sealed record DocumentNotForYou() : Error(Opening.Texts.NotForYou);

public sealed record LibraryIsFull()
    : Error("Dokumentet kunne ikke gemmes, fordi der ikke er mere plads på disken. Intet er ændret. Bed den, der driver botten, om at rydde op.");

public sealed record DocumentIsLocked(string Name)
    : Error($"»{Name}« er åben i et andet program, så den kan ikke gemmes. Luk den, og prøv igen.");

public sealed record NoFreeName(string Name)
    : Error($"Der ligger allerede for mange dokumenter, der hedder »{Name}«. Omdøb eller flyt nogle af dem, og prøv igen.");

/// <summary>It goes over by itself: worth another try.</summary>
public sealed record LibraryIsUnavailable()
    : Error("Dokumentmappen kan ikke nås lige nu, så intet er gemt. Prøv igen om lidt, og sig det til den, der driver botten, hvis det bliver ved.");

/// <summary>
/// The place of closed documents is not there, or others read it. A person mends that, and then what waited is stored by itself.
/// </summary>
public abstract record ClosedPlaceProblem(string Text) : Error(Text);

/// <summary>The Word document is stored all the same.</summary>
public sealed record PdfNotMade()
    : Error("Word-dokumentet er gemt, men jeg kunne ikke lave det om til PDF. Prøv igen, og sig det til den, der driver botten, hvis det bliver ved.");

public sealed record DocumentIsGone(string Name)
    : Error($"»{Name}« ligger ikke længere i dokumentmappen: nogen har slettet eller flyttet den. Skriv referatet igen, eller hent den fra papirkurven.");

/// <summary>Why a link does not lead to a file that can be read: the sentence says what to do about it.</summary>
public abstract record LinkProblem(string Text) : Error(Text);

public sealed record LinkIsElsewhere()
    : LinkProblem("Linket fører ud af dokumentbiblioteket. Læg filen i forummets mappe i dokumentbiblioteket, og brug linket dertil, hvis den skal fastfryses.");

public sealed record LinkNotReadable()
    : LinkProblem("Jeg har ikke adgang til filen. Læg den i forummets mappe i dokumentbiblioteket, og brug linket dertil, eller bed den, der driver botten, om at give mig læseadgang til siden.");

public sealed record LinkLeadsToNoFile()
    : LinkProblem("Linket fører ikke til en fil, som jeg kan se. Vælg »Kopiér link« ved filen i SharePoint, og brug det link.");

public sealed record LinkedFileTooLarge(long Most)
    : LinkProblem($"Filen er for stor: en sags bilag kan højst fylde {Klynge.Domain.Calendar.DanishFormat.Number(Most / 1_000_000)} MB tilsammen, når de skal fastfryses. Del den, eller gem den mindre.");

/// <summary>The file lies in another place than the forum's folder, from which only the secretariat can say yes to fetching it.</summary>
/// <param name="Source">In words, for the secretariat; null for anybody else, who is not told what there is elsewhere.</param>
public sealed record LinkFromElsewhere(string? Source) : LinkProblem(Source is null
    ? "Filen ligger ikke, hvor jeg må hente den: i forummets mappe i dokumentbiblioteket. Læg den der, og brug linket dertil, eller bed sekretariatet om at sige ja til at hente den."
    : $"Filen ligger i {Source} og ikke i forummets mappe i dokumentbiblioteket. Den forbliver et link, medmindre sekretariatet siger ja til at hente den.");
