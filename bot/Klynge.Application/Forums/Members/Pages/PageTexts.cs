using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.Members.Pages;

/// <summary>What the pages of a forum say in more words than its cards.</summary>
internal static class PageTexts
{
    internal const string Yes = "Ja";
    internal const string No = "Nej";
    internal const string SamePerson = "Nej, det er samme person, eller navnet er nyt";
    internal const string OthersStay = "Bliver, som de er";
    internal const string SubstitutesHint = "Skriv e-mailen efter navnet i < >, hvis to hedder det samme.";
    internal const string FromHint = "Tom: i dag.";
    internal const string TableHeading = "Medlemmer fra en tabel eller fil";
    internal const string RosterHeading = "Medlemmer fra chatten";
    internal const string RosterLead = "Sådan ser chatten ud lige nu. Sæt hak ved det, der skal ændres; resten bliver, som det er. Hvem der er i chatten, bestemmes i Teams.";
    internal const string GiveSeat = "Giv en plads i forummet";
    internal const string EndSeat = "Afslut pladsen (sidste dag er i går)";
    internal const string NotInChat = "ikke i chatten mere";
    internal const string KnownInBoard = "kendt i rådet";
    internal const string PerhapsKnown = "måske kendt i rådet";
    internal const string NewInBoard = "ny";
    internal const string WhoIsIt = "Hvem er det?";
    internal const string ChooseWho = "Vælg";
    internal const string RulesHeading = "Ret forummets regler";
    internal const string RulesLead = "Skriv tider som »5 hverdage«, »4 hverdage (lørdag talt med)«, »11 dage kl. 24.00« eller »2 uger«. Et tomt felt betyder, at det sædvanlige gælder. Faste punkter og årshjulet står i rådets fil og rettes ikke her.";
    internal const string SomeTooLong = "Noget er for langt til sit felt.";
    internal const string NothingTyped = "Der står ingen tabel. Sæt den ind, eller vælg en fil.";
    internal const string TableAndFile = "Der er både indsat en tabel og valgt en fil. Tøm feltet, eller lad være med at vælge en fil.";

    internal static string ItIs(Klynge.Domain.Forums.Person person) => $"Det er {person.Name}{(person.Email is { } email ? $" <{email}>" : string.Empty)} i rådet";

    internal static string TooLong(string label) => $"{DanishFormat.Quote(label)} er for langt: højst {DanishFormat.Number(TypedForm.MaxLength)} tegn.";

    internal static string OfField(string label, string why) => $"{DanishFormat.Quote(label)}: {why}";

    internal static string BothChanged(string label, string was, string now, string typed) =>
        $"{DanishFormat.Quote(label)} er ændret af en anden, siden du åbnede siden: der stod {Said(was)}, nu står der {Said(now)}, og du har skrevet {Said(typed)}. Bekræfter du, gælder dit.";

    internal static string ChangedMeanwhile(string label, string was, string now) =>
        $"{DanishFormat.Quote(label)} er ændret af en anden, siden du åbnede siden: der stod {Said(was)}, nu står der {Said(now)}. Det bliver stående.";

    private static string Said(string value) => value.Length == 0 ? "intet" : DanishFormat.Quote(DanishText.Shorten(DanishText.Clean(value), 80));
}

/// <summary>What a forum's rules are called where they are changed.</summary>
internal static class RuleTexts
{
    internal const string Times = "Tider";
    internal const string Deciding = "Beslutninger";
    internal const string Writing = "Skriftlig behandling";
    internal const string Reminding = "Påmindelser om frister";
    internal const string Items = "Punkter";
    internal const string Minutes = "Referat";
    internal const string SourceGroup = "Kilde";
    internal const string OnePerLine = "En på hver linje.";

    internal const string ItemsIn = "Punkter skal være inde så længe før mødet";
    internal const string AgendaOut = "Dagsordenen sendes ud så længe før mødet";
    internal const string MinutesOut = "Referatet sendes ud så længe efter mødet";
    internal const string CommentsIn = "Tid til bemærkninger til referatet";
    internal const string Meetings = "Mindst så mange møder om året";
    internal const string Share = "Procent af pladserne med stemme, der skal være fyldt";
    internal const string EverySector = "Hver sektor skal være til stede";
    internal const string CastingVote = "Formandens stemme afgør, når stemmerne står lige";
    internal const string InitiativeRight = "Medlemmerne har initiativret";
    internal const string AgendaApproval = "Hvem godkender dagsordenen, før den sendes ud";
    internal const string Written = "Forummet må beslutte skriftligt";
    internal const string MinimumOpen = "Korteste tid til at svare";
    internal const string DefaultOpen = "Tid til at svare, der foreslås";
    internal const string Rule = "Sådan afgøres sagen";
    internal const string Silence = "Den, der ikke svarer, er enig";
    internal const string VotesShown = "Svarene vises undervejs";
    internal const string ClosesEarly = "Sagen lukker, når alle har svaret";
    internal const string ClosingDelay = "Minutter fra sidste svar, til sagen lukker";
    internal const string PerRecommendation = "Svar til hver indstilling for sig";
    internal const string VoteReminders = "Påmindelser før svarfristen";
    internal const string Before = "Så længe før fristen";
    internal const string BeforeOfMeetings = "Så længe før frister, der hører til et møde";
    internal const string OverdueDays = "Så mange dage efter, at fristen er overskredet";
    internal const string Sections = "Overskrifter i et punkt";
    internal const string RecommendationLead = "Ord, der leder ind til indstillingen";
    internal const string ItemMinutes = "Minutter til et punkt";
    internal const string Look = "Referatets udseende";
    internal const string Undecided = "Punkter uden beslutning";
    internal const string Party = "Parti i deltagerlisten";
    internal const string AttendanceMinutes = "Minutter i mødet i Teams for at have deltaget";
    internal const string Source = "Hvor reglerne står";
}
