using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>What the minutes say to people, on cards and in the document.</summary>
internal static class MinutesTexts
{
    internal const string ClosedItem = "Lukket punkt";
    internal const string Attendance = "Fremmøde";

    internal const string Draft = "Kladde";
    internal const string Approved = "Godkendt";
    internal const string NeedsReview = "Skal gennemses";
    internal const string NotWritten = "Ikke skrevet";
    internal const string Imported = "Læst ind";

    internal const string Open = "Åbn referat";
    internal const string Write = "Skriv referat";
    internal const string WriteAgain = "Skriv referat igen";
    internal const string Approve = "Godkend referat";
    internal const string ApproveNow = "Ja, godkend";
    internal const string Overwrite = "Erstat dokumentet";
    internal const string Back = "Tilbage";
    internal const string ShowDecisions = "Beslutninger";
    internal const string NoDecision = "Ingen beslutning skrevet";
    internal const string Stale = "Punkterne er ændret, siden dokumentet blev skrevet. Skriv det igen, før du godkender.";
    internal const string WhichMeeting = "Der er flere møder den dag. Hvilket?";
    internal const string ReadAndSay = "Læs det igennem, og skriv til sekretariatet, hvis noget skal rettes.";

    internal const string IsClosedAway = "Skrives forfra";
    internal const string ClosedAway = "Et punkt er lukket, efter at referatet blev skrevet. Det, der var skrevet, er flyttet til de lukkede dokumenter, og referatet bliver skrevet forfra, så der kun står »Lukket punkt«. Har du selv rettet i dokumentet, så ret det igen i det nye.";
    internal const string IsStillInTheOpen = "Ligger stadig åbent";

    internal const string NoStart = "Dokumentet siger ikke, hvornår mødet begyndte, så det står til kl. 00.00.";

    internal static string StillInTheOpen(string why) =>
        $"Et punkt er lukket, men det referat, der var skrevet, ligger endnu ikke blandt de lukkede dokumenter. Jeg prøver igen, til det gør. {why}";

    internal static string Heading(string forum) => $"Referat · {forum}";

    internal static string When(MeetingTime time) => DanishFormat.Capitalised(DanishFormat.Meeting(time.Date, time.Start, time.End));

    internal static string CameAfterAll(IReadOnlyList<string> names) =>
        $"{DanishFormat.List(names)} havde meldt afbud, men deltog.";

    internal static string StayedAway(IReadOnlyList<string> names) => $"{DanishFormat.List(names)} deltog ikke.";

    /// <summary>»9 punkter, heraf 1 lukket og 7 uden beslutning«: what a closed item came to is nothing for the public minutes.</summary>
    internal static string Counts(int items, int undecided, int closed)
    {
        var all = items == 0 ? "Ingen punkter" : DanishFormat.Count(items, "punkt", "punkter");
        string[] parts =
        [
            .. closed == 0 ? [] : new[] { DanishFormat.Count(closed, "lukket", "lukkede") },
            .. undecided == 0 ? [] : new[] { $"{DanishFormat.Number(undecided)} uden beslutning" },
        ];
        return items == 0 ? all
            : items == undecided ? $"{all} uden beslutning"
            : items == closed ? DanishFormat.Count(items, "lukket punkt", "lukkede punkter")
            : parts.Length > 0 ? $"{all}, heraf {DanishFormat.List(parts)}"
            : items == 1 ? $"{all} med beslutning"
            : $"{all}, alle med beslutning";
    }

    internal static string PackageTitle(string forum, LocalDate date) => $"Referat {forum} {DanishFormat.Date(date)}";

    internal static string StoredAt(Instant at) => $"Dokumentet blev gemt {DanishFormat.ShortDateAndTime(at)}.";

    internal static string ApprovedAt(Instant at) => $"Godkendt {DanishFormat.ShortDateAndTime(at)}.";

    internal static string ImportedAt(Instant at) => $"Læst ind som færdigt referat {DanishFormat.ShortDateAndTime(at)}.";

    internal static string YouWrote(Instant at) => $"Du skrev referatet {DanishFormat.ShortDateAndTime(at)}.";

    internal static string YouApproved(Instant at, int people) =>
        $"Du godkendte referatet {DanishFormat.ShortDateAndTime(at)}." + (people == 0 ? string.Empty : $" {DanishFormat.Count(people, "person", "personer")} får besked.");

    internal static string AskApproval(int people) => people == 0
        ? "Vil du godkende referatet? Beslutningerne kan ikke ændres bagefter."
        : $"Vil du godkende referatet? {DanishFormat.Count(people, "person", "personer")} får besked med et link, og beslutningerne kan ikke ændres bagefter.";

    internal static string AskOverwrite(Instant changedAt) =>
        $"En anden har ændret dokumentet {DanishFormat.ShortDateAndTime(changedAt)}. Erstatter du det, bliver den ændrede udgave gemt som en tidligere version.";

    internal const string OpenPdf = "Åbn som PDF";

    /// <summary>Where neither SharePoint nor a program beside the bot makes PDF.</summary>
    internal const string OnlyWord = "Referatet ligger kun som Word: der er intet program her, som laver PDF.";
    internal const string Show = "Vis referat";
    internal const string TryAgain = "Prøv igen";
    internal const string Beside = "Gem ved siden af";
    internal const string Storing = "Gemmes …";
    internal const string NotStored = "Ikke gemt";
    internal const string IsStored = "Gemt";
    internal const string HasChanged = "Ændret af andre";
    internal const string StoringNow = "Dokumentet er på vej til dokumentmappen. Du får besked med et link, når det ligger der.";
    internal const string StoredNow = "Referatet ligger nu i dokumentmappen.";

    internal static string StoringStill(string failure) => $"{failure} Jeg prøver selv igen.";

    internal static string ApprovedBy(string? name) => name is null ? "Referatet er godkendt." : $"{name} har godkendt referatet.";

    internal static string MoreItems(int count) => $"… og {DanishFormat.Count(count, "punkt", "punkter")} mere i dokumentet.";
}
