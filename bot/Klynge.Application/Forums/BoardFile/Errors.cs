using Klynge.Domain.Common;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>An e-mail or object id of the file belongs to somebody on record who has another key. Keys do not change: history hangs on them.</summary>
/// <param name="Account">The e-mail address or the object id.</param>
/// <param name="Key">The key of the person on record.</param>
public sealed record AccountBelongsToAnother(string Account, string Key)
    : Error($"{Account} hører allerede til personen med nøglen »{Key}«. Brug den nøgle i filen, eller giv »{Key}« en anden adresse først.");

/// <summary>Only the machine's own command line changes the whole board.</summary>
public sealed record BoardNotYours()
    : Error("Rådets fora og medlemmer ændres fra kommandolinjen på serveren med »board apply«.");

public sealed record NoBoard()
    : Error("Der er ikke noget råd endnu. Læg et ind med »board apply FIL«.");
