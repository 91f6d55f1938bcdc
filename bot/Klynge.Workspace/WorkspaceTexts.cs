using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Workspace;

/// <summary>Everything that the pages say of themselves; what they tell of a board is said in the words of its feature.</summary>
internal static class WorkspaceTexts
{
    internal const string Name = "Klynge";
    internal const string SkipToContent = "Gå til indholdet";
    internal const string Navigation = "Arbejdsbordets sider";
    internal const string Board = "Mit bord";
    internal const string Deadlines = "Frister";
    internal const string Search = "Søg";
    internal const string Operations = "Drift";
    internal const string ChosenInWorkbench = "valgt i Prøvebænk";
    internal const string ChooseAnother = "Vælg en anden";
    internal const string SignOut = "Log ud";
    internal const string Undo = "Fortryd";
    internal const string Leave = "Gå tilbage uden at gemme";
    internal const string SavedByAnother = "En anden har gemt:";
    internal const string SendOut = "Send sagen ud";
    internal const string DraftSaved = "Kladden er gemt. Ingen har set den endnu.";
    internal const string CaseWithdrawn = "Sagen er trukket tilbage.";
    internal const string CaseConfirmed = "Resultatet er bekræftet.";
    internal const string Lead = "Følg sagen";
    internal const string HasAnswered = "Har svaret";
    internal const string NewCaseIn = "Ny skriftlig behandling";

    internal const string NotHereTitle = "Siden kan ikke vises";
    internal const string NotHere = "Siden findes ikke, eller du har ikke adgang til den. Skriv til sekretariatet, hvis du mener, du skulle have det.";
    internal const string NotOnTheList = "Du er logget ind, men du står ikke på listen i noget forum. Skriv til sekretariatet, hvis du mener, du skulle stå der.";
    internal const string NotFromItsOwnPage = "Siden var for gammel, eller også kom trykket et andet sted fra. Genindlæs siden, og prøv igen.";
    internal const string TooMuch = "Det, du sendte, er for stort, så intet er ændret. Gå tilbage, og prøv med en mindre fil.";
    internal const string ToBoard = "Gå til Mit bord";

    internal const string SignInTitle = "Logger ind";
    internal const string SigningIn = "Vent et øjeblik: jeg spørger Teams, hvem du er.";
    internal const string SignInInBrowser = "Log ind i browseren";
    internal const string SignInFailed = "Teams kunne ikke sige, hvem du er. Luk fanen, og åbn den igen, eller skriv til dem, der driver Klynge hos jer.";
    internal const string SignInRefused = "Du er logget ind i Teams, men din organisation har ikke adgang til dette arbejdsbord.";
    internal const string NoBrowserSignIn = "Åbn arbejdsbordet som fanen »Arbejdsbord« i Klynge i Teams. Her er der ikke sat login op for browsere.";
    internal const string BrowserSignInFailed = "Du blev ikke logget ind. Åbn arbejdsbordet igen, og skriv til dem, der driver Klynge hos jer, hvis det bliver ved.";
    internal const string SignedOut = "Du er logget ud.";

    internal const string ChangedSinceRead = "Ændret, siden du læste det";
    internal const string SinceRead = "Siden du læste dagsordenen sidst";
    internal const string NextMeetings = "Næste møder";
    internal const string NoMeetings = "Der er ingen møder i kalenderen.";
    internal const string YourForums = "Dine fora";
    internal const string InYourChat = "Svar i din chat med Klynge.";

    internal const string Forum = "Forum";
    internal const string AllForums = "Alle mine fora";
    internal const string Show = "Vis";
    internal const string NoDeadlines = "Der er ingen åbne frister.";
    internal const string Calendar = "Måned for måned";
    internal const string Wheel = "Året som hjul";
    internal const string WheelHelp = "Hver prik er en frist, hver firkant et møde. Det samme står i listerne på siden.";
    internal const string OverdueMark = "overskredet";
    internal const string MeetingMark = "møde";

    internal const string SearchWords = "Hvad leder du efter?";
    internal const string SearchHint = "Alle ord skal være der. Sæt »anførselstegn« om ord, der skal stå sammen.";
    internal const string NothingFound = "Jeg fandt ikke noget. Prøv med færre ord eller en del af et ord.";
    internal const string Narrow = "Afgræns søgningen";
    internal const string KindLabel = "Hvad";
    internal const string EveryItem = "Alle punkter";
    internal const string FromLabel = "Møder fra";
    internal const string ToLabel = "Møder til";
    internal const string OutcomeLabel = "Udfald";
    internal const string EveryOutcome = "Alle udfald";
    internal const string PersonLabel = "Navn, der står i punktet";
    internal const string TryThis = "Prøv i stedet:";
    internal const string WithoutKind = "Søg i alle punkter";
    internal const string WithoutPeriod = "Søg uden perioden";
    internal const string WithoutOutcome = "Søg uden udfaldet";
    internal const string WithoutPerson = "Søg uden navnet";
    internal const string InAllForums = "Søg i alle dine fora";
    internal const string More = "Vis flere";
    internal const string Decision = "Beslutning";

    internal const string Agenda = "Dagsorden";
    internal const string Recommendation = "Indstilling";
    internal const string Attachments = "Bilag";
    internal const string SeeCase = "Se den skriftlige behandling";
    internal const string Guests = "Gæster";
    internal const string Decisions = "Beslutning";

    internal const string Draft = "Kladde: den er ikke sendt ud.";
    internal const string State = "Sådan står sagen";
    internal const string YourAnswer = "Dit svar";
    internal const string YouAreNotAsked = "Du er ikke blandt dem, der svarer i sagen.";

    internal const string Ladder = "Plads på stigen";
    internal const string YouAreHere = "her er du";
    internal const string Rules = "Regler";
    internal const string Members = "Medlemmer";
    internal const string Meetings = "Møder";
    internal const string Person = "Navn";
    internal const string Role = "Rolle";
    internal const string Organisation = "Organisation";
    internal const string IsClosedDown = "Forummet er lukket: det, der er besluttet, kan stadig læses.";
    internal const string WithoutVote = "uden stemme";

    internal const string Jobs = "Det, der sker af sig selv";
    internal const string Job = "Job";
    internal const string Plan = "Plan";
    internal const string Last = "Senest";
    internal const string Next = "Næste";
    internal const string Condition = "Tilstand";
    internal const string Never = "aldrig";
    internal const string Waiting = "har ikke kørt endnu";
    internal const string Running = "kører nu";
    internal const string Fine = "i orden";
    internal const string Interrupted = "afbrudt, tages op igen";
    internal const string AuditLog = "Revisionssporet";
    internal const string AuditHelp = "Hver linje hænger sammen med den forrige. Kontrollen læser dem alle og kan tage lidt tid.";
    internal const string Verify = "Kontrollér revisionssporet";

    internal static string Changes(int count) => $"{DanishFormat.Count(count, "ændring", "ændringer")} i dagsordenen";

    internal static string Title(string page) => $"{page} · {Name}";

    internal static string SignedInAs(string name) => $"Du er {name}";

    internal static string OnlyLinkToForum(string forum) => $"Se {forum}";

    internal static string When(MeetingLine line) => DanishFormat.Capitalised(DanishFormat.Meeting(line.Date, line.Start, end: null));

    internal static string Start(ItemStart start) => start switch
    {
        { At: null } => string.Empty,
        { At: { } at, IsEarliest: true } => $"ca. kl. {DanishFormat.Time(at)}",
        { At: { } at } => $"kl. {DanishFormat.Time(at)}",
    };

    internal static string Kind(Application.Search.SearchKind kind) => kind switch
    {
        Application.Search.SearchKind.Decision => "Punkter med en beslutning",
        Application.Search.SearchKind.Minutes => "Punkter i et godkendt referat",
        Application.Search.SearchKind.Case => "Punkter, der er behandlet skriftligt",
        Application.Search.SearchKind.Agreement => "Punkter med en aftale eller frist",
        _ => EveryItem,
    };

    internal static string WithOneWord(string word) => $"Søg kun efter {DanishFormat.Quote(word)}";

    internal static string Cut(int read) => $"Der er mere end {DanishFormat.Number(read)} punkter med de ord, og jeg har kun læst udfaldet af de bedste. Skriv flere ord, eller vælg en periode.";

    internal static string Found(int total) => $"{DanishFormat.Count(total, "punkt", "punkter")} fundet";

    internal static string Item(int number) => $"Punkt {number}";

    internal static string Level(int level) => $"trin {DanishFormat.Number(level)}";

    internal static string Whole(long rows) => $"Revisionssporet er helt: {DanishFormat.Number(rows)} linjer er kontrolleret.";

    internal static string Broken(long faults) => $"Revisionssporet er ikke helt: {DanishFormat.Number(faults)} fejl. Sig det til dem, der driver Klynge hos jer.";

    internal static string LastHash(string hash) => $"Sidste hash: {hash}";

    internal static string Failed(int times, string? failure) => $"fejlet {DanishFormat.Count(times, "gang", "gange")} i træk: {failure}";

    internal static string OverdueSince(string moment) => $"over tiden siden {moment}";

    internal static string DeadlineCount(int count) => DanishFormat.Count(count, "frist", "frister");

    internal static string Month(LocalDate month) => DanishFormat.Capitalised($"{DanishNames.Month(month.Month)} {month.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    internal static string WheelSummary(int deadlines, int meetings) =>
        $"De næste tolv måneder: {DanishFormat.Count(deadlines, "frist", "frister")} og {DanishFormat.Count(meetings, "møde", "møder")}.";

    internal static string InMonth(string month, int deadlines, int meetings) =>
        $"{month}: {DanishFormat.Count(deadlines, "frist", "frister")}, {DanishFormat.Count(meetings, "møde", "møder")}";
}
