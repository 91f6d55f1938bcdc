using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>What people ask for in words and that has its place elsewhere, or nowhere yet.</summary>
public enum NotHereKind
{
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
    SendMessage,
    OnCondition,
    OrderOnCondition,
    SayWhoComes,
    UnsureAboutApology,
    LeaveAsItIs,
    TellWhoIsWho,
    TellWhoAnswered,
    RemoveDecision,
}

/// <summary>How those are said. They are looked for before the commands: "find tid" is no search, "send punkt 2" no apology.</summary>
internal static class NotHereWords
{
    private static readonly (NotHereKind Kind, string[] Words)[] All =
    [
        .. Of(NotHereKind.MoveItem, "flyt punkt", "flyt punktet", "ryk punkt", "ryk punktet", "byt punkt", "byt om på punkt", "byt rundt på punkt"),
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
            "afslut frist", "afslut fristen", "glem frist", "glem fristen", "glem deadlinen", "slet deadline", "slet deadlinen", "fjern deadline", "fjern deadlinen"),
        .. Of(NotHereKind.RemoveDecision, "slet beslutning", "slet beslutningen", "fjern beslutning", "fjern beslutningen", "ret beslutning", "ret beslutningen", "fortryd beslutning", "fortryd beslutningen"),
        .. Of(NotHereKind.RemindOfDeadline, "send rykker", "send en rykker", "send påmindelse", "send en påmindelse", "rykker til", "ryk for", "ryk alle", "påmind alle", "påmind dem", "påmind de", "send reminder", "send en reminder"),
        .. Of(NotHereKind.SendMessage, "send besked", "send en besked", "send mail", "send en mail", "send sms", "send en sms", "send min stedfortræder", "giv besked", "giv min stedfortræder besked", "skriv til", "ring til", "sig til"),
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

/// <summary>"Jeg kommer 10 min for sent", "må gå før tid": whoever says so comes, and it is no apology.</summary>
internal static class Lateness
{
    private static readonly string[] Said =
    [
        "for sent", "forsinket", "bliver forsinket", "er forsinket", "lidt forsinket", "senere end planlagt", "et kvarter senere", "en halv time senere", "en time senere", "min senere",
        "minutter senere", "foerst kl", "foerst fra kl", "foerst fra", "foerst med fra", "gaa foer tid", "gaar foer tid", "gaa foer", "gaar foer", "gaa kl", "gaar kl", "koere kl", "koerer kl", "smutte kl", "smutter kl", "gaa tidligere", "gaar tidligere", "gaa tidligt", "gaar tidligt", "koere tidligere",
        "smutte foer", "smutter foer", "smutte tidligere", "forlade moedet", "forlader moedet", "kommer lidt senere", "kommer senere", "kun foerste halvdel", "kun den foerste time", "kun en time",
    ];

    /// <summary>"Skal jeg melde afbud, hvis jeg kommer for sent?"</summary>
    internal static bool IsAsked(IReadOnlyList<Word> words) => words[^1].Source.TrimEnd().EndsWith('?')
        && words.Select((word, at) => (word.Folded, at)).FirstOrDefault(one => one.Folded is "hvis" or "naar") is { Folded: not null, at: var at } && Says([.. words.Skip(at)]);

    internal static bool Says(IReadOnlyList<Word> words)
    {
        var said = $" {string.Join(' ', words.Select(word => word.Folded).Where(word => word.Length > 0))} ";
        return !said.Contains(" ikke ", StringComparison.Ordinal) && !said.Contains(" afbud ", StringComparison.Ordinal)
            && Array.Exists(Said, phrase => said.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
