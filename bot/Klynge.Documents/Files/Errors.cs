using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

public sealed record MinutesFileNotFound(string Name) : Error($"Filen »{Name}« findes ikke. Se efter, om stien er rigtig.");

public sealed record MinutesFileUnreadable(string Name) : Error($"Filen »{Name}« kan ikke læses. Er den åben i et andet program, eller mangler du adgang til den?");

public sealed record MinutesFileTooLarge(string Name, long Megabytes)
    : Error($"Filen »{Name}« er for stor: et referat må højst fylde {Megabytes} MB. Gem det uden billeder, og prøv igen.");

public sealed record MinutesFileEmpty(string Name) : Error($"Filen »{Name}« er tom, så der er intet at læse ind.");

public sealed record MinutesFileIsBinary(string Name)
    : Error($"Filen »{Name}« indeholder ikke tekst. Gem referatet som .docx eller .txt, og prøv igen.");

/// <param name="Format">What the file is: "RTF".</param>
public sealed record MinutesFormatRefused(string Name, string Format)
    : Error($"Filen »{Name}« er i formatet {Format}, som jeg ikke kan læse. Åbn den i Word, gem den som .docx, og prøv igen.");

/// <summary>The pages are pictures: reading them would be guessing.</summary>
public sealed record MinutesPdfWithoutText(string Name)
    : Error($"Filen »{Name}« er en scannet PDF uden tekst, så der er intet at læse. Find den udgave, der blev skrevet, eller få teksten genkendt, og prøv igen.");

public sealed record MinutesPdfDamaged(string Name)
    : Error($"Filen »{Name}« er ikke en hel PDF, eller den er låst med en adgangskode. Åbn den, gem den igen uden adgangskode, og prøv igen.");

public sealed record MinutesFileDamaged(string Name)
    : Error($"Filen »{Name}« er ikke et helt Word-dokument. Åbn den i Word, gem den som .docx igen, og prøv igen.");

public sealed record NotMinutes(string Name)
    : Error($"Filen »{Name}« ligner hverken et referat eller en dagsorden: der er ingen punkter, og hverken forum, dato eller deltagere.");

public sealed record WordTemplateNotFound(string Path) : Error($"Word-skabelonen »{Path}« findes ikke, eller botten har ikke adgang til den.");

public sealed record WordTemplateTooLarge(string Path, long Megabytes) : Error($"Word-skabelonen »{Path}« er for stor: den må højst fylde {Megabytes} MB.");

public sealed record WordTemplateDamaged(string Path)
    : Error($"Word-skabelonen »{Path}« er ikke en hel Word-skabelon. Åbn den i Word, gem den som .dotx igen, og prøv igen.");

public sealed record WordTemplateRuns(string Path)
    : Error($"Word-skabelonen »{Path}« indeholder makroer. Gem den som .dotx uden makroer, og prøv igen.");

public sealed record WordTemplateHeadRefused(string Path)
    : Error($"Word-skabelonen »{Path}« har et sidehoved eller en sidefod med andet end tekst og billeder, der er gemt i den. Indsæt billederne i skabelonen i stedet for at linke til dem, og fjern diagrammer og indlejrede filer.");
