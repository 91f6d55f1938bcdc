using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Forums.Handovers;

/// <summary>What people read about a forum that is handed over to the one that follows.</summary>
internal static class HandoverTexts
{
    internal const string Heading = "Overlevering";
    internal const string ToLabel = "Hvem overtager?";
    internal const string ToNeeded = "Vælg det forum, der følger efter.";
    internal const string DayLabel = "Forummets sidste dag";
    internal const string DayNeeded = "Vælg forummets sidste dag.";
    internal const string Hint = "De åbne sager bliver kommende punkter dér, og du får en samlet overlevering med fortegnelse. Dagen efter den sidste dag er forummet historisk: det kan læses og søges, men intet kan ændres.";
    internal const string Preview = "Se overleveringen";
    internal const string Confirm = "Overlever nu";
    internal const string Once = "En overlevering laves én gang og kan ikke tages tilbage her.";
    internal const string Done = "Forummet er overleveret.";
    internal const string OpenDocument = "Åbn overleveringen";
    internal const string OpenPackage = "Åbn pakken";
    internal const string NotStored = "Overleveringen er gjort, men dokumentet kunne ikke gemmes endnu. Tryk »Hent dokumentet« om lidt.";
    internal const string Fetch = "Hent dokumentet";
    internal const string NoSuccessor = "Der er intet andet forum at overlevere til. Opret det forum, der følger efter, og prøv igen.";
    internal const string JourneyHeading = "Sagens vej";
    internal const string CasesHeading = "Åbne sager";
    internal const string AgreementsHeading = "Aftaler";
    internal const string DeadlinesHeading = "Frister";
    internal const string DecisionsHeading = "Beslutninger";
    internal const string MembersHeading = "Medlemmer på den sidste dag";
    internal const string DocumentsHeading = "Dokumenter";
    internal const string WheelHeading = "Årshjul";
    internal const string ClosedHeading = "Lukkede sager, der stadig er åbne";
    internal const string SomebodyKeptOut = "nogen er holdt ude af sagen";
    internal const string FactsCaption = "Om overleveringen";
    internal const string NoneOfIt = "Ingen.";
    internal const string NoHash = "Kendes kun i dokumentmappen";

    internal static readonly string[] DeadlineColumns = ["Frist", "Dato", "Ansvarlig"];
    internal static readonly string[] DecisionColumns = ["Møde", "Punkt", "Beslutning"];
    internal static readonly string[] MemberColumns = ["Navn", "Rolle", "Organisation"];
    internal static readonly string[] WheelColumns = ["Fast frist", "Hvornår", "Ansvarlig"];
    internal static readonly string[] DocumentColumns = ["Dokument", "SHA-256"];

    internal static string Title(HandoverContents contents) => $"Overlevering fra {contents.From} til {contents.To}";

    internal static string LastDay(LocalDate day) => $"Sidste dag er {DanishFormat.Date(day)}; fra dagen efter er forummet historisk.";

    internal static string ComesFrom(HandoverContents contents) => $"Overleveret fra {contents.From}";

    internal static string OverviewTitle(string from) => $"Overlevering fra {from}";

    /// <summary>»Chefforum d. 3. februar 2026: Punktet udsættes til næste møde.«</summary>
    internal static string Step(string forum, LocalDate date, string? decision) =>
        $"{forum} d. {DanishFormat.PlainDate(date)}: {(decision is null ? "ingen beslutning" : DanishText.Shorten(decision.ReplaceLineEndings(" "), 300))}";

    internal static string Deadline(HandedDeadline deadline) =>
        $"{deadline.Title}, {DanishFormat.PlainDate(deadline.Date)}{(deadline.Who is { } who ? $" ({who})" : string.Empty)}";

    internal static IEnumerable<string> Counts(HandoverContents contents)
    {
        yield return $"{DanishFormat.Count(contents.Cases.Count, "åben sag", "åbne sager")} bliver kommende punkter i {contents.To}.";
        yield return $"{DanishFormat.Count(contents.Agreements.Count, "aftale", "aftaler")} og {DanishFormat.Count(contents.Deadlines.Count, "frist", "frister")} står i overleveringen.";
        yield return $"{DanishFormat.Count(contents.Decisions.Count, "beslutning", "beslutninger")}, {DanishFormat.Count(contents.Members.Count, "medlem", "medlemmer")} og {DanishFormat.Count(contents.Documents.Count, "dokument", "dokumenter")} er med i fortegnelsen.";
        if (contents.Wheel.Count > 0)
            yield return $"Årshjulet med {DanishFormat.Count(contents.Wheel.Count, "fast frist", "faste frister")} er med i fortegnelsen.";
    }

    internal static string Closed(int count) =>
        $"{DanishFormat.Count(count, "lukket sag er stadig åben", "lukkede sager er stadig åbne")} og flyttes ikke. Tag {(count == 1 ? "den" : "dem")} op i det nye forum, hvis {(count == 1 ? "den" : "de")} skal fortsætte.";

    internal static string OtherSecretariat(string to) => $"den, der overleverer, er ikke sekretariat i {to} og kan derfor ikke give lukkede sager videre";

    /// <summary>Of a closed case nothing but its place is said.</summary>
    internal static string Where((int Number, LocalDate Date)? at) => at is { } known ? $"punkt {known.Number} d. {DanishFormat.PlainDate(known.Date)}" : "et kommende punkt, der ikke har været på et møde";

    /// <summary>»Punkt 3 d. 6. januar 2026 bliver i Chefforum: nogen er holdt ude af sagen.«</summary>
    internal static string Closed(HandedClosedCase one, HandoverContents contents) => one.StaysBecause is { } why
        ? $"{DanishFormat.Capitalised(one.Where)} bliver i {contents.From}: {why}."
        : $"{DanishFormat.Capitalised(one.Where)} følger med som lukket sag til dem, der må læse lukkede sager i {contents.To}.";

    internal static string Wheel(HandedWheelEntry entry) => $"{entry.Title}, {entry.Rule} ({entry.Who ?? "sekretariatet"})";

    /// <summary>The whole preview as lines of text, for the command line and the page.</summary>
    internal static IEnumerable<string> PreviewLines(HandoverContents contents) =>
    [
        Title(contents),
        LastDay(contents.LastDay),
        .. Counts(contents),
        .. contents.Cases.Select(one => $"- {one.Title}"),
        .. contents.Closed.Select(one => $"- {Closed(one, contents)}"),
    ];

    /// <summary>The sections of the item that tells the successor of all that is no case.</summary>
    internal static IEnumerable<(string Heading, string Text)> Overview(HandoverContents contents)
    {
        yield return (FactsCaption, $"{ComesFrom(contents)}. {LastDay(contents.LastDay)}");
        if (contents.Agreements.Count > 0)
            yield return (AgreementsHeading, string.Join('\n', contents.Agreements.Select(one => $"- {Deadline(one)}")));

        if (contents.Deadlines.Count > 0)
            yield return (DeadlinesHeading, string.Join('\n', contents.Deadlines.Select(one => $"- {Deadline(one)}")));

        if (contents.Wheel.Count > 0)
            yield return (WheelHeading, string.Join('\n', contents.Wheel.Select(one => $"- {Wheel(one)}")));

        if (contents.Closed.Count > 0)
            yield return (ClosedHeading, string.Join('\n', contents.Closed.Select(one => $"- {Closed(one, contents)}")));
    }
}
