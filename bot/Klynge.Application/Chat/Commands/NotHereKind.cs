using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>What people ask for in words and that has its place elsewhere, or nowhere yet.</summary>
public enum NotHereKind
{
    SendItem,
    MoveItem,
    PostponeItem,
    InviteGuest,
    FindTime,
    MoveMeeting,
    CancelMeeting,
    SendMinutes,
    SendAgenda,
    Vote,
    ChangeDeadline,
    RemoveDeadline,
    RemindOfDeadline,
    ComeLate,
    AnswerAsSubstitute,
}

/// <summary>How those are said. They are looked for before the commands: "find tid" is no search, "send punkt 2" no apology.</summary>
internal static class NotHereWords
{
    private static readonly (NotHereKind Kind, string[] Words)[] All =
    [
        .. Of(NotHereKind.SendItem, "send punkt", "send punktet", "send pkt", "videresend punkt", "videresend punktet", "send sagen videre", "send sag"),
        .. Of(NotHereKind.MoveItem, "flyt punkt", "flyt punktet", "ryk punkt", "ryk punktet", "byt punkt"),
        .. Of(NotHereKind.PostponeItem, "udsæt punkt", "udsæt punktet", "udskyd punkt", "udskyd punktet"),
        .. Of(NotHereKind.InviteGuest, "tilføj gæst", "tilføj en gæst", "tilføj gæsten", "inviter", "invitér", "ny gæst", "indkald gæst"),
        .. Of(NotHereKind.FindTime, "find tid", "find en tid", "find ny tid", "find en ny tid", "find tidspunkt", "find et tidspunkt", "find dato",
            "find en dato", "find ny dato", "find en ny dato", "find datoer", "find mødetid"),
        .. Of(NotHereKind.MoveMeeting, "flyt møde", "flyt mødet", "flyt næste møde", "ryk mødet", "udsæt mødet", "udskyd mødet", "udsæt næste møde"),
        .. Of(NotHereKind.CancelMeeting, "aflys", "slet møde", "slet mødet", "annuller møde", "annuller mødet"),
        .. Of(NotHereKind.SendMinutes, "send referat", "send referatet", "udsend referat", "udsend referatet"),
        .. Of(NotHereKind.SendAgenda, "send dagsorden", "send dagsordenen", "udsend dagsorden", "udsend dagsordenen"),
        .. Of(NotHereKind.ChangeDeadline, "ændr frist", "ændr fristen", "ændre frist", "ændre fristen", "ret frist", "ret fristen", "rette fristen", "flyt frist", "flyt fristen", "ryk frist",
            "ryk fristen", "forlæng frist", "forlæng fristen", "udskyd frist", "udskyd fristen", "udsæt frist", "udsæt fristen", "skub fristen", "ændr deadline", "ændr deadlinen", "flyt deadline", "flyt deadlinen",
            "ryk deadline", "ryk deadlinen", "forlæng deadline", "forlæng deadlinen", "udskyd deadline", "udskyd deadlinen", "fristen er rykket", "fristen rykkes"),
        .. Of(NotHereKind.RemoveDeadline, "slet frist", "slet fristen", "slette fristen", "fjern frist", "fjern fristen", "drop frist", "drop fristen", "annuller frist", "annuller fristen", "luk frist", "luk fristen", "marker frist", "marker fristen", "markér fristen", "meld fristen",
            "afslut frist", "afslut fristen", "slet deadline", "slet deadlinen", "fjern deadline", "fjern deadlinen"),
        .. Of(NotHereKind.RemindOfDeadline, "send rykker", "send en rykker", "send påmindelse", "send en påmindelse", "rykker til", "ryk for", "send reminder", "send en reminder"),
        .. Of(NotHereKind.Vote, "jeg stemmer", "stemmer for", "stemmer ja", "stemmer nej", "godkender punkt", "godkender indstillingen", "godkender sagen", "stem ja", "stem nej", "stem for", "stem imod", "jeg godkender"),
    ];

    public static NotHereKind? At(IReadOnlyList<Word> words, int at, bool isInfinitive)
    {
        foreach (var (kind, phrase) in All)
        {
            // "send referatet til mig" asks to see it.
            var isToSee = kind is NotHereKind.SendMinutes or NotHereKind.SendAgenda && words.Skip(at).Any(word => word.Folded is "mig" or "os");
            if (!isToSee && CommandPhrase.Stands(words, at, phrase, isInfinitive))
                return kind;
        }

        return null;
    }

    private static IEnumerable<(NotHereKind Kind, string[] Words)> Of(NotHereKind kind, params string[] phrases) =>
        phrases.Select(phrase => (kind, DanishText.Fold(phrase).Split(' ')));
}
