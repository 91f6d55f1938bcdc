using static Klynge.Application.Chat.Commands.CommandKind;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// What people write for each command, Danish and English, besides the two names of the catalogue. æ, ø and å may be spelled ae, oe
/// and aa, since all is compared folded.
/// </summary>
internal static class CommandWords
{
    /// <summary>Longest first, so that "fortryd afbud" is never taken for less than it is.</summary>
    public static IReadOnlyList<CommandPhrase> All { get; } = Phrases().OrderByDescending(phrase => phrase.Words.Count).ToArray();

    public static int MostWords { get; } = All[0].Words.Count;

    private static IEnumerable<CommandPhrase> Phrases() =>
    [
        .. Of(Help, "hjælp", "hjælp mig", "kommandoer", "menu", "hvad kan du", "hvad kan jeg", "commands"),
        .. Of(ShowAgenda, "dagsorden", "dagsordenen", "vis dagsorden", "vis dagsordenen", "hvad er på dagsordenen", "hvad står på dagsordenen", "se dagsorden", "se dagsordenen", "show agenda"),
        .. Of(ListMeetings, "møder", "mødeliste", "mødeplan", "vis møder", "kommende møder", "næste møder", "næste møde",
            "se møder", "hvornår er næste møde", "hvornår er det næste møde", "hvornår mødes vi", "hvornår holder vi møde", "hvornår er der møde", "show meetings"),
        .. Of(ScheduleMeeting, "nyt møde", "opret møde", "opret et møde", "planlæg møde", "planlæg et møde",
            "indkald til møde", "indkald til et møde", "indkald til ekstraordinært møde", "indkald til et ekstraordinært møde", "nyt ekstraordinært møde", "schedule meeting"),
        .. Of(AddItem, "tilføj punkt", "tilføj et punkt", "tilføj nyt punkt", "tilføj dagsordenspunkt", "nyt punkt", "nyt dagsordenspunkt",
            "punkt til dagsordenen", "punkt til dagsorden", "foreslå punkt", "foreslå et punkt", "sæt punkt", "sæt et punkt", "sæt nyt punkt", "add an item", "new item"),
        .. Of(RemoveItem, "slet punkt", "slet punktet", "slet pkt", "slet dagsordenspunkt", "fjern punkt", "fjern punktet", "fjern pkt", "tag punkt",
            "tag punktet"),
        .. Of(Apology, "afbud", "meld afbud", "melde afbud", "melder afbud", "send afbud", "jeg melder afbud", "afbud fra mig", "apologies", "send apology"),
        .. Of(WhoComes, "hvem kommer", "hvem deltager", "hvem har meldt afbud", "hvem er med", "hvem kommer ikke", "hvem møder", "hvor mange kommer",
            "hvor mange deltager", "hvor mange har meldt afbud", "tilmeldte"),
        .. Of(WithdrawApology, "fortryd afbud", "fortryd mit afbud", "glem afbud", "glem mit afbud", "glem afbuddet", "drop afbud", "drop mit afbud", "annuller mit afbud", "slet mit afbud", "fortryd afbuddet", "annuller afbud", "slet afbud",
            "træk afbud tilbage", "træk mit afbud tilbage", "jeg kommer alligevel", "kommer alligevel"),
        .. Of(OpenWrittenProcedure, "skriftlig behandling", "ny skriftlig behandling", "start skriftlig behandling",
            "opret skriftlig behandling", "new written procedure"),
        .. Of(ShowMyCases, "mine sager", "vis mine sager", "mine afstemninger", "hvad venter på mig", "hvad mangler jeg"),
        .. Of(RollCall, "fremmøde", "vis fremmøde", "ret fremmøde", "hvem deltog", "hvem var der", "deltagere", "roll call"),
        .. Of(Decide, "beslutning", "skriv beslutning", "ny beslutning", "skriv på punkt", "skriv under punkt", "decide"),
        .. Of(ShowMinutes, "referat", "referatet", "vis referat", "vis referatet", "se referat", "se referatet", "hent referat",
            "hent referatet", "show minutes"),
        .. Of(SetDeadline, "frist", "ny frist", "opret frist", "opret en frist", "sæt frist", "tilføj frist", "new deadline"),
        .. Of(ShowDeadlines, "frister", "vis frister", "se frister", "åbne frister", "alle frister", "show deadlines",
            "mine frister", "vis mine frister", "se mine frister", "mine opgaver", "vis mine opgaver", "mine deadlines"),
        .. Of(ShowCalendarLink, "kalender", "kalenderlink", "min kalender", "link til kalender", "frister i kalender",
            "frister i kalenderen", "frister i outlook", "calendar link"),
        .. Of(ShowAnnualWheel, "årshjul", "årshjulet", "vis årshjul", "se årshjul"),
        .. Of(CommandKind.Search, "søg", "søg efter", "find", "search for"),
    ];

    private static IEnumerable<CommandPhrase> Of(CommandKind kind, string name, params string[] others) =>
        Words(kind, name, [.. others, name, CommandCatalogue.Named(name).English]);

    private static IEnumerable<CommandPhrase> Words(CommandKind kind, string name, params string[] words) =>
        words.Select(text => CommandPhrase.Of(kind, text, CommandCatalogue.Named(name)));
}
