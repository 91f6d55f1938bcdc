using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Minutes;

public sealed record NoMeetingHeld(string Forum)
    : Error($"Der er ikke holdt noget møde i {Forum} endnu, så der er intet referat.");

public sealed record NoMeetingThatDay(string Forum, LocalDate Date)
    : Error($"Der er ikke noget møde i {Forum} {DanishFormat.Date(Date)}. Skriv »referat« for at få det seneste.");

/// <summary>The draft is for the secretariat and the chairs, and for no chat that others read along in.</summary>
public sealed record MinutesNotPublished(string Forum, LocalDate Date)
    : Error($"Referatet af mødet i {Forum} {DanishFormat.Date(Date)} er ikke godkendt endnu. Du får besked, når det er klar.");

/// <summary>The same, to somebody who may see the draft elsewhere.</summary>
public sealed record DraftIsPersonal(string Forum, LocalDate Date)
    : Error($"Referatet af mødet i {Forum} {DanishFormat.Date(Date)} er en kladde, som ikke alle her må se. Skriv »referat« til mig i vores egen chat.");

/// <summary>Somebody has changed the document in the library since the bot wrote it.</summary>
/// <param name="Version">What stands there now: to be named by who wants it replaced.</param>
/// <param name="ChangedAt">When it was changed.</param>
public sealed record DocumentChangedByOthers(string Version, Instant ChangedAt)
    : Error(MinutesTexts.AskOverwrite(ChangedAt));

public sealed record ImportWithoutDate()
    : Error("Jeg kan ikke se, hvilken dag mødet var, så det kan ikke gemmes. Skriv datoen i dokumentet, for eksempel »4. februar 2025«, og prøv igen.");

/// <param name="Written">What the document, or the command, calls the forum; null when it says nothing.</param>
/// <param name="Known">The keys and names to choose from.</param>
public sealed record ImportForumUnknown(string? Written, string Known)
    : Error($"{(Written is null ? "Dokumentet siger ikke, hvilket forum det gælder" : $"Jeg kender ikke forummet »{DanishText.Shorten(Written, 80)}«")}. Vælg et med --forum: {Known}.");

public sealed record ImportedBefore(string Forum, MeetingTime Time)
    : Error($"Mødet i {Forum} {DanishFormat.Meeting(Time.Date, Time.Start, Time.End)} er læst ind før, og filen siger nu noget andet. Brug --replace for at erstatte det; den tidligere udgave bliver gemt.");

public sealed record MeetingIsThereAlready(string Forum, MeetingTime Time)
    : Error($"Der er allerede et møde i {Forum} {DanishFormat.Meeting(Time.Date, Time.Start, Time.End)}. Brug --replace, hvis filens punkter skal træde i stedet for dem, der er på dagsordenen.");
