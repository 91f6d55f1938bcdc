using Klynge.Application.Meetings.RollCalls;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>What the meetings' cards say.</summary>
internal static class Texts
{
    internal const string ScheduleIt = "Opret mødet";
    internal const string ToAgenda = "Vis dagsorden";
    internal const string BackUnsaved = "Tilbage uden at gemme";
    internal const string Apologise = "Meld afbud";
    internal const string Undo = "Fortryd";
    internal const string Planned = "Mødet er planlagt";
    internal const string Undone = "Mødet er fortrudt. Ingen har fået besked.";
    internal const string MoveMeeting = "Flyt møde";
    internal const string CancelMeeting = "Aflys møde";
    internal const string MeetingDetails = "Mødets oplysninger";
    internal const string AgendaShort = "Dagsorden";
    internal const string MoveShort = "Flyt";
    internal const string SavedMeanwhile =
        "En anden har gemt en ændring, mens du skrev. Din egen tekst er ikke gemt endnu; den står i felterne herunder. Gem den i stedet, eller brug den, der er gemt:";
    internal const string NewTimeLabel = "Mødets tid";
    internal const string UseSaved = "Brug den gemte tekst";
    internal const string SaveMine = "Gem min tekst i stedet";
    internal const string EmptyField = "(tomt)";
    internal const string CancelShort = "Aflys";
    internal const string Save = "Gem";
    internal const string MovedHeading = "Mødet er flyttet";
    internal const string CancelledHeading = "Mødet er aflyst";
    internal const string DetailsSaved = "Mødets oplysninger er gemt";
    internal const string ApologyStands = "Dit afbud gælder stadig. Fortryd det, hvis du kan komme den nye dag.";
    internal const string DateLabel = "Dato";
    internal const string StartLabel = "Begynder kl.";
    internal const string EndLabel = "Slutter kl. (kan udelades)";
    internal const string PlaceLabel = "Sted";
    internal const string DateNeeded = "Vælg en dato.";
    internal const string StartNeeded = "Vælg et klokkeslæt.";
    internal const string ReasonLabel = "Begrundelse (kan udelades)";
    internal const string ChairLabel = "Mødeleder";
    internal const string MinuteTakerLabel = "Referent";
    internal const string NobodyChosen = "Ikke valgt";
    internal const string CaseLabel = "Sagsnr.";
    internal const string DocumentLabel = "Dok.nr.";
    internal const string NobodyKnows = "Der er ikke givet besked om mødet endnu, så ingen får en besked nu.";
    internal const string MeetingsAhead = "Kommende møder";
    internal const string NoMeetings = "Der er ikke planlagt møder.";
    internal const string NewMeetingHint = "Skriv »nyt møde« og en dato for at planlægge et.";
    internal const string SameDay = "Forummet har allerede et møde den dag.";
    internal const string WhoCame = "Mødet er slut: hvem deltog?";
    internal const string RollCallHint = "Sæt hak ved dem, der deltog. De uden afbud er valgt på forhånd.";
    internal const string SaveRollCall = "Gem fremmøde";
    internal const string RollCallSaved = "Fremmødet er gemt";
    internal static string RollCallPage(int page, int pages, int people) =>
        $"Side {page + 1} af {pages} · {DanishFormat.Number(people)} på listen. Hver side gemmes for sig.";

    internal static string RollCallPageSaved(int page, int pages) => $"Side {page + 1} af {pages} er gemt. Her er den næste.";

    internal const string EditRollCall = "Ret fremmøde";
    internal const string WriteDecision = "Skriv beslutning";
    internal const string WriteMinutes = "Skriv referat";
    internal const string WasATrial = "Mødet er ikke holdt";
    internal const string Reopened = "Mødet står igen som kommende";
    internal const string NoParticipants = "Der er ingen deltagerliste endnu. Den kommer, når mødet er slut.";
    internal const string StartMeeting = "Mødet starter";
    internal const string EndMeeting = "Mødet slutter";
    internal const string IsOver = "Mødet er slut";
    internal const string Started = "Mødet er i gang";
    internal const string Ended = "Mødet er slut";

    internal const string BeginNow = "Skal mødet starte nu?";
    internal const string HasItBegun = "Er mødet begyndt?";
    internal const string TeamsHasStarted = "Teams melder, at et møde er startet i mødets chat.";
    internal const string BeginMeans = "Når mødet er i gang, er fristerne før mødet slut. Du kan fortryde det.";
    internal const string BeginYes = "Start mødet nu";
    internal const string FinishNow = "Skal mødet slutte nu?";
    internal const string HasItEnded = "Er mødet slut?";
    internal const string TeamsHasEnded = "Teams melder, at mødet er slut.";
    internal const string FinishMeans = "Når mødet er slut, spørger jeg, hvem der deltog. Du kan fortryde det, indtil referatet er skrevet.";
    internal const string FinishYes = "Slut mødet nu";
    internal const string GoesOn = "Mødet er stadig i gang";
    internal const string Resumed = "Mødet er i gang igen";

    internal const string ReportHint = "Hakkene er et forslag ud fra Teams-rapporten. Ret dem, og gem.";
    internal const string AnswerLater = "Svar senere";
    internal const string GuestChoice = "Gæst";
    internal const string IgnoreChoice = "Skal ikke regnes med";
    internal const string RoomChoice = "Et mødelokale";
    internal const string CalendarSilent = "Teams har ikke gjort fremmøderapporten klar endnu. Prøv igen om lidt, eller skriv fremmødet selv.";

    internal static string UnknownHeading(int count) =>
        count == 1 ? "Én var med, som jeg ikke kender. Hvem er det?" : $"{DanishFormat.Number(count)} var med, som jeg ikke kender. Hvem er de?";

    internal static string UnknownPerson(Presence presence)
    {
        var minutes = DanishFormat.Count(presence.Minutes, "minut", "minutter");
        var name = DanishFormat.Quote(DanishText.Shorten(presence.Name, 60));
        return presence.Kind switch
        {
            AttendanceKind.Phone => $"{name}, telefon, {minutes}",
            AttendanceKind.Anonymous => $"{name}, ikke logget ind, {minutes}",
            AttendanceKind.Account => $"{name}, {minutes}",
            _ => throw new ArgumentOutOfRangeException(nameof(presence), presence.Kind, "Unknown kind."),
        };
    }

    internal static string InRoom(IReadOnlyList<string> rooms)
    {
        var names = DanishFormat.List([.. rooms.Select(room => DanishFormat.Quote(DanishText.Shorten(room, 60)))]);
        return $"{names} var med som {(rooms.Count == 1 ? "mødelokale" : "mødelokaler")}. Teams viser ikke, hvem der sad dér: sæt selv hak ved dem.";
    }

    internal static string MoreUnknown(int count) => $"{DanishFormat.Number(count)} mere spørger jeg om, når du har gemt.";

    internal static string SubstituteOf(string name) => $"Stedfortræder for {name}";

    /// <summary>What the attendance report says of one person, in a few words.</summary>
    internal static string Evidence(AttendanceProposal proposal, int? minutes, int? substitute)
    {
        var own = proposal switch
        {
            AttendanceProposal.Came => Minutes(minutes),
            AttendanceProposal.CameDespiteApology => $"{Minutes(minutes)}, deltog trods afbud",
            AttendanceProposal.TooShort => $"kun {Minutes(minutes)}",
            AttendanceProposal.LobbyOnly => "kun i lobbyen",
            AttendanceProposal.StayedAway => "ikke set i Teams",
            AttendanceProposal.MaybeInRoom => "sagde ja i Outlook, deltog i lokalet?",
            AttendanceProposal.Absent when minutes > 0 => $"kun {Minutes(minutes)}",
            AttendanceProposal.Absent => "ikke set i Teams",
            _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal, "Unknown proposal."),
        };
        return substitute is { } there ? $"{own}; stedfortræderen {Minutes(there)}" : own;
    }

    private static string Minutes(int? minutes) => $"{DanishFormat.Number(minutes ?? 0)} min";

    internal static string ItemsIn(LocalDate date) => $"Punkter ind senest {DanishFormat.Date(date)}.";

    internal static string AgendaOut(LocalDate date) => $"Dagsorden ud senest {DanishFormat.Date(date)}.";

    internal static string AgendaDeadlinePassed(LocalDate date) =>
        $"Fristen for at sende dagsordenen ud var {DanishFormat.Date(date)} og er passeret.";

    internal static string ItemsDeadlinePassed(LocalDate date) =>
        $"Fristen for medlemmernes punkter var {DanishFormat.Date(date)} og er passeret.";

    internal const string ItemsDeadline = "Fristen for punkter";
    internal const string AgendaDeadline = "Fristen for dagsordenen";
    internal const string AttachmentsDeadline = "Fristen for bilag";

    internal static string DeadlineIsOnHoliday(string deadline, LocalDate date, string holiday) => $"{deadline}, {DanishFormat.Date(date)}, er en lukkedag: {holiday}.";

    internal static string DeadlineIsInWeekend(string deadline, LocalDate date) => $"{deadline}, {DanishFormat.Date(date)}, ligger i en weekend.";

    internal static string IsHoliday(string holiday) => $"Datoen er en lukkedag: {holiday}.";

    internal static string IsWeekend(string weekday) => $"Datoen er en {weekday}.";

    internal static string TooFewMeetings(string forum, int year, int planned, int minimum) =>
        $"{forum} har {(planned == 0 ? "ingen møder" : DanishFormat.Count(planned, "møde", "møder"))} i {year} og skal ifølge sine regler holde mindst {minimum}.";

    internal static string NewTime(MeetingTime time) => $"Ny tid: {CardParts.When(time)}";

    internal static string OldTime(MeetingTime time) => $"Før: {CardParts.When(time)}";

    internal static string At(string place) => $"Sted: {DanishText.Shorten(place, 200)}";

    /// <summary>Nobody must give a reason (a meeting that the calendar cancels has none); without one people are told where to ask.</summary>
    internal static string CancelReasonLabel(int people) => people == 0 ? ReasonLabel : "Begrundelse, som sendes med (kan udelades)";

    internal const string AskWhy = "Spørg sekretariatet, hvis du vil vide hvorfor.";

    internal static string NoReasonGiven(int people) => $"Der er ingen begrundelse med, så {(people == 1 ? "personen" : "de")} er bedt om at spørge sekretariatet.";

    internal static string Because(string reason) => $"Begrundelse: {DanishFormat.Quote(reason)}";

    internal static string Reach(int people) =>
        people == 0 ? NobodyKnows : $"{DanishFormat.Count(people, "person", "personer")} får besked med det samme.";

    internal static string MoveButton(int people) => people == 0 ? MoveMeeting : $"Flyt, og giv {People(people)} besked";

    internal static string CancelButton(int people) => people == 0 ? CancelMeeting : $"Aflys, og giv {People(people)} besked";

    private static string People(int count) => DanishFormat.Count(count, "person", "personer");

    internal static string Told(int people) =>
        $"{SomeOrNone(people)} har fået besked.";

    internal static string Attended(RollCall rollCall)
    {
        var despite = rollCall.DespiteApology > 0 ? $", heraf {rollCall.DespiteApology} trods afbud" : string.Empty;
        var missing = rollCall.Missing > 0 ? $" {People(rollCall.Missing)} kom ikke og havde ikke meldt afbud." : string.Empty;
        return $"{SomeOrNone(rollCall.Attended)} deltog{despite}.{missing}";
    }

    /// <summary>»Mødet er først tirsdag d. 3. februar 2026 kl. 14.00–16.00, om 21 dage.«</summary>
    internal static string IsFirst(MeetingTime time, LocalDate today) => Period.DaysBetween(today, time.Date) switch
    {
        0 => $"Mødet er først i dag kl. {DanishFormat.Time(time.Start)}.",
        1 => $"Mødet er først i morgen kl. {DanishFormat.Time(time.Start)}.",
        var days => $"Mødet er først {CardParts.When(time)}, om {DanishFormat.Count(days, "dag", "dage")}.",
    };

    internal static string LastedOnly(Duration lasted) => (int)lasted.TotalMinutes switch
    {
        < 1 => "Mødet har kun været i gang i under et minut.",
        var minutes => $"Mødet har kun været i gang i {DanishFormat.Count(minutes, "minut", "minutter")}.",
    };

    internal static string BeganAt(Instant at, LocalDate today) => $"Begyndt {At(at, today)}.";

    internal static string EndedAt(Instant at, LocalDate today) => $"Afsluttet {At(at, today)}.";

    internal static string Came(int people) => $"{SomeOrNone(people)} deltog.";

    private static string SomeOrNone(int people) => people == 0 ? "Ingen" : People(people);

    private static string At(Instant at, LocalDate today)
    {
        var moment = DanishTime.ToDanish(at);
        return $"{(moment.Date == today ? "i dag" : DanishFormat.ShortDate(moment.Date, today))} kl. {DanishFormat.Time(moment.TimeOfDay)}";
    }

    internal static string NotBegun(MeetingTime time) => $"Mødet er ikke begyndt. Det er planlagt til {CardParts.When(time)}.";

    internal static string ScheduledBy(string name, LocalTime at) => $"{name} kl. {DanishFormat.Time(at)}";

    internal static string ShallISchedule(string forum) => $"Skal jeg oprette et møde i {forum}?";
}
