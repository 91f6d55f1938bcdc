using Klynge.Domain.Common;

namespace Klynge.Domain.Meetings;

public sealed record MeetingNotFound()
    : Error("Det møde findes ikke længere, eller det hører til et andet forum. Skriv »møder« for at se de kommende møder.");

public sealed record NoMeetingAhead(string Forum)
    : Error($"Der er ikke planlagt et møde i {Forum}. Sekretariatet kan skrive »nyt møde« for at planlægge et.");

public sealed record NoMeetingOnDate(string Forum, string When)
    : Error($"Der er ikke noget møde i {Forum} {When}. Skriv »møder« for at se de kommende møder.");

/// <summary>An undo that comes too late: somebody has been told of the meeting.</summary>
public sealed record MeetingIsKnown()
    : Error("Der er allerede givet besked om mødet, så det kan ikke fortrydes i stilhed. Aflys det i stedet.");

public sealed record MeetingNotHeld()
    : Error("Mødet er ikke holdt endnu, så fremmødet kan ikke skrives ned.");

/// <summary>A person was chosen who has no seat in the forum on the day of the meeting.</summary>
public sealed record NotInThisForum(string Forum)
    : Error($"Vælg en person, der sidder i {Forum} på mødedagen.");

/// <summary>A form came back without a date or a time that can be read.</summary>
public sealed record TimeMissing()
    : Error("Udfyld dato og starttidspunkt, for eksempel 4. februar kl. 14.00.");

public sealed record MeetingInThePast()
    : Error("Tidspunktet er allerede passeret. Vælg en dato og et klokkeslæt, der ligger fremme i tiden.");

public sealed record MeetingEndsBeforeItStarts()
    : Error("Mødet slutter, før det begynder. Ret sluttidspunktet.");

public sealed record MeetingIsHeld()
    : Error("Mødet er afholdt, så det kan ikke ændres. Skriv »møder« for at se de kommende møder.");

public sealed record MeetingIsCancelled()
    : Error("Mødet er aflyst. Skriv »møder« for at se de kommende møder.");

/// <summary>An undo of an end that there has not been.</summary>
public sealed record MeetingNotBegun()
    : Error("Mødet er ikke begyndt endnu. Tryk »Mødet starter« på dagsordenen, når det er i gang.");

/// <summary>A start long before the planned time is asked about first.</summary>
public sealed record MeetingStartsLater(string When)
    : Error($"Mødet er først {When}. Er det begyndt nu, så svar ja på spørgsmålet.");

/// <summary>An end right after the start, or before the planned time, is asked about first.</summary>
public sealed record MeetingHardlyOver()
    : Error("Mødet er lige begyndt eller ikke begyndt endnu. Er det slut nu, så svar ja på spørgsmålet.");

/// <summary>Another meeting of the same forum stands on the same day.</summary>
public sealed record MeetingAlreadyPlanned(string When)
    : Error($"Forummet har allerede et møde {When}. Flyt det i stedet, eller vælg en anden dag.");

/// <summary>The record changed after the person opened the form.</summary>
public sealed record ChangedMeanwhile()
    : Error("En anden har ændret det, mens du skrev. Det, du skrev, er ikke gemt. Åbn igen, se ændringen, og gem så.");

/// <summary>Nothing has gone out yet that something could be said to have changed since.</summary>
public sealed record AgendaNotSent()
    : Error("Dagsordenen er ikke sendt ud endnu, så der er ingen ændringer at fortælle om. Tryk »Udsend dagsorden« i stedet.");
