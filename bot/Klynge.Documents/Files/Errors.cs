using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

public sealed record MinutesFileNotFound(string Name) : Error($"Filen »{Name}« findes ikke. Se efter, om stien er rigtig.");

public sealed record MinutesFileUnreadable(string Name) : Error($"Filen »{Name}« kan ikke læses. Er den åben i et andet program, eller mangler du adgang til den?");

public sealed record MinutesFileTooLarge(string Name, long Megabytes)
    : Error($"Filen »{Name}« er for stor: et referat må højst fylde {Megabytes} MB. Gem det uden billeder, og prøv igen.");

public sealed record MinutesFileEmpty(string Name) : Error($"Filen »{Name}« er tom, så der er intet at læse ind.");

public sealed record MinutesFileIsBinary(string Name)
    : Error($"Filen »{Name}« indeholder ikke tekst. Gem referatet som .docx eller .txt, og prøv igen.");

public sealed record MinutesFileTypeUnknown(string Name)
    : Error($"Filen »{Name}« er af en type, der ikke kan læses. Gem referatet som .docx eller .txt, og prøv igen.");

public sealed record MinutesFileDamaged(string Name)
    : Error($"Filen »{Name}« er ikke et helt Word-dokument. Åbn den i Word, gem den som .docx igen, og prøv igen.");

public sealed record NotMinutes(string Name)
    : Error($"Filen »{Name}« ligner hverken et referat eller en dagsorden: der er ingen punkter, og hverken forum, dato eller deltagere.");
