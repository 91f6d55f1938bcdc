namespace Klynge.Microsoft365.Checks;

/// <summary>What the check says, in Danish, for the one who runs the bot.</summary>
internal static class Texts
{
    internal const string Connection = "Microsoft 365";
    internal const string Off = "Microsoft 365 er ikke slået til, så der er intet at prøve.";
    internal const string TurnOn = "Sæt Microsoft365=tenant sammen med MicrosoftAppId og MicrosoftAppTenantId.";

    internal const string Token = "Login i Microsoft 365";
    internal const string TokenOk = "Botten kan logge ind.";
    internal const string TokenFailed = "Entra gav ikke botten noget token.";
    internal const string MendToken =
        "Se efter, at MicrosoftAppId, MicrosoftAppTenantId og MicrosoftAppType passer til registreringen, og at adgangskoden ikke er udløbet eller den administrerede identitet er knyttet til værten.";

    internal const string RolesHidden = "Tokenet viser ikke sine rettigheder: det er efterligningens.";
    internal const string NoToken = "Uden login kan det ikke prøves.";
    internal const string NotUsed = "Bruges ikke med disse indstillinger.";
    internal const string RoleOk = "Givet.";

    internal const string Registration = "Bottens registrering";
    internal const string RegistrationOk = "Botten kan logge ind over for Teams, og kanalens nøgler kan hentes.";
    internal const string RegistrationFailed = "Botten kan ikke få et token til Teams.";
    internal const string KeysFailed = "Kanalens nøgler kan ikke hentes, så ingen besked fra Teams kan kontrolleres.";
    internal const string MendKeys = "Åbn for https til login.botframework.com, eller ret BotOpenIdMetadata.";
    internal const string Simulated = "Prøves ikke mod efterligningen.";

    internal const string Calendar = "Kalender";
    internal const string CalendarOk = "Kalenderen kan læses.";
    internal const string Meetings = "Onlinemøder";
    internal const string MeetingsOk = "Onlinemøder kan læses.";
    internal const string WhichMailbox = "Ingen postkasse er nævnt.";
    internal const string NameMailbox = "Skriv --mailbox med adressen på den, der indkalder til møderne.";
    internal const string MailboxUnknown = "Der er ingen postkasse med den adresse.";
    internal const string MendMailbox = "Ret adressen, eller giv personen en licens med Exchange.";
    internal const string CalendarDenied = "Botten må ikke læse kalenderen.";
    internal const string MendCalendar =
        "Giv Calendars.Read, og lad postkassen være med i gruppen bag bottens adgangspolitik: New-ApplicationAccessPolicy, eller rollen »Application Calendars.Read« med RBAC for Applications i Exchange.";

    internal const string MeetingsDenied = "Botten må ikke læse personens onlinemøder.";
    internal const string MendMeetings =
        "Giv OnlineMeetings.Read.All, og giv personen en adgangspolitik i Teams: New-CsApplicationAccessPolicy og Grant-CsApplicationAccessPolicy.";

    internal const string Mail = "Mail";
    internal const string MailUntried = "Graph kan kun sige det ved at sende en mail, og her sendes ingen.";
    internal const string TryMail = "Prøv med Test-ApplicationAccessPolicy -Identity POSTKASSE -AppId APP-ID i Exchange.";

    internal const string Notifications = "Besked fra Microsoft 365";
    internal const string NotificationsOk = "Botten svarer på adressen, som Graph kræver.";
    internal const string NotificationsFailed = "Botten svarer ikke på adressen, som Graph kræver.";
    internal const string MendNotifications =
        "Start botten, og lad Klynge:PublicUrl være den adresse, hvor den kan nås med https udefra, uden login foran /api/graph.";

    internal const string Site = "SharePoint-side";
    internal const string Library = "Dokumentbibliotek";
    internal const string Columns = "Kolonner";
    internal const string NoSite = "Ingen side er nævnt, så dokumenterne ligger i bottens egen mappe.";
    internal const string NameSite = "Sæt Klynge:SharePoint:Site, hvis de skal i SharePoint.";
    internal const string SiteDenied = "Botten må ikke se siden.";
    internal const string SiteUnknown = "Der er ingen side med den adresse.";
    internal const string MendSite = "Skriv den som vært:/sites/navn, for eksempel eksempel.sharepoint.com:/sites/sundhedsraad.";
    internal const string LibraryUnknown = "Siden har intet bibliotek med det navn.";
    internal const string TooDeep = "Biblioteket ligger så dybt, at filerne ikke kan få et navn.";
    internal const string MendDepth = "Vælg et bibliotek med en kortere adresse.";
    internal const string ColumnsOk = "Alle fire er der.";
    internal const string MendColumns = "Kør »library setup«, som opretter dem. Dokumenter bliver gemt også uden.";
    internal const string ClosedPlace = "Lukkede dokumenter i";
    internal const string ClosedPlaceOk = "Mappen har sine egne tilladelser. Se selv efter i SharePoint, at kun de rette står på dem.";
    internal const string ClosedPlaceAsAbove = "Mappen arver tilladelserne fra mappen over den eller har en kopi af dem, så alle, der kan læse den, kan læse denne.";
    internal const string ClosedPlaceForEverybody = "Mappen kan læses af hele organisationen eller af sidens medlemmer eller besøgende.";
    internal const string ClosedPlaceShared = "Mappen er delt med et link, som åbner den for enhver, der har det.";
    internal const string ClosedPlaceUnknown = "Microsoft 365 viser ikke, hvem der kan læse mappen, så ingen kan sige, om den er lukket. Indtil da gemmes ingen dokumenter fra lukkede sager.";
    internal const string ClosedPlaceMissing = "Mappen findes ikke.";
    internal const string MendClosedPlace =
        "Opret mappen i SharePoint, vælg »Administrer adgang« og »Stop arv af tilladelser«, fjern sidens medlemmer og besøgende og alle links, og giv kun de medlemmer, der må læse lukkede punkter, og botten adgang. Indtil da gemmes ingen dokumenter fra lukkede sager.";

    internal const string Away = "Microsoft 365 svarede ikke.";
    internal const string TryAgain = "Prøv igen om lidt. Bliver det ved, så se efter, om værten kan nå graph.microsoft.com med https.";

    internal static string MendClosedPlaceUnknown(string site) =>
        $"Giv appen en rolle på siden, der må se tilladelser: kør infra/grant-graph-permissions.sh --app-id APP-ID --site {site} --role manage.";

    internal static string RoleMissing(string name) => $"{name} mangler.";

    internal static string MendRole(string name) =>
        $"Kør infra/grant-graph-permissions.sh --principal-id ID, eller giv {name} i Entra under API permissions som Application permission med administratorens samtykke. Et nyt token kan vare en time.";

    internal static string TooWide(string roles) => $"Botten har mere, end den skal bruge: {roles}.";

    internal static string MendTooWide(string roles) => $"Fjern {roles} i Entra under API permissions.";

    internal static string MendSiteRole(string site) =>
        $"Sites.Selected åbner ingen side i sig selv: kør infra/grant-graph-permissions.sh --app-id APP-ID --site {site}.";

    internal static string SiteOk(string url) => $"Fundet: {url}";

    internal static string MendLibrary(IEnumerable<string> names) => $"Ret Klynge:SharePoint:Library til en af: {string.Join(", ", names)}.";

    internal static string ColumnsMissing(IEnumerable<string> names) => $"Mangler: {string.Join(", ", names)}.";

    internal static string Refused(int status) => $"Microsoft 365 svarede {status}.";
}
