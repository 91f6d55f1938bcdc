using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Klynge.Application.Deadlines.Finding;

namespace Klynge.Application.Agreements.Finding;

/// <summary>The words that make a promise of a sentence, and those that make a report of it. Heuristics, so each stands with an example.</summary>
internal static partial class PromiseWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>»kommunerne oplever«, »projektet løber«: what somebody is, has or thinks, and no deed to come.</summary>
    internal static readonly FrozenSet<string> States = Words("afhænger afslutter afventer anerkender anvender arbejder bakker begynder bemærker består betyder blev bruger dækker er falder finder findes foregår forudsætter forventer fremgår fungerer får glæder går gælder handler har havde hedder håber indeholder indgår konstaterer koster kræver ligger lægger løber mangler medfører mener modtager mødes noterer omfatter oplever oplyser rummer ser ses sider skaber skal sker starter stiger står støtter takker tror træder udgør udtrykker var varer vedrører venter viser vokser vurderer ønsker");

    /// <summary>»modellen anvendes«, »midlerne fordeles«: how things are done anyway.</summary>
    internal static readonly FrozenSet<string> Habits = Words("afregnes anvendes bekræftes betragtes bruges drives dækkes finansieres findes fordeles forventes følges gives haves håndteres kendes kendetegnes menes måles mødes opleves reduceres regnes ses siges skyldes synes tilbydes ventes vurderes ydes");

    /// <summary>First names that end as a noun with its article does: »Signe« as »kanterne«, »Karen« as »sagen«.</summary>
    private static readonly FrozenSet<string> NamesThatEndSo = Words("anne hanne line signe rune lone stine trine tine sine nanne janne susanne marianne christine kristine karen kirsten kristen søren jørgen torben preben steen espen iben maren bente birgitte lotte mette grete annette dorte dorthe margrethe elisabeth");

    /// <summary>Begin a clause that says why, when or what for: »…, så budgettet kan nå det«.</summary>
    internal static readonly FrozenSet<string> Reasons = Words("inden så end mens selvom hvor hvorved hvorefter hvorpå idet fordi eftersom ligesom");

    /// <summary>Told of the past: »på sidste møde blev det aftalt«.</summary>
    internal static bool AreOld(string sentence) => Old().IsMatch(sentence);

    /// <summary>»Det indstilles, at …«, »der lægges op til«: what the forum is asked, and not what it answered.</summary>
    internal static bool AreAsked(string sentence) => Asked().IsMatch(sentence);

    /// <summary>»senest den 1. maj«: a deadline, which is found as one.</summary>
    internal static bool AreOfADeadline(string sentence) => Deadline().IsMatch(sentence);

    /// <summary>»det blev aftalt«, »bad sekretariatet om at«, »fik til opgave«: what follows is promised.</summary>
    internal static Match Agreed(string clause) => Agreement().Match(clause);

    /// <summary>»ønskes drøftet«, »enighed om, at«: a promise where the rest says a kind of one.</summary>
    internal static Match Wished(string clause) => Wish().Match(clause);

    /// <summary>»fremhævede, at«, »orienterede om«: somebody said so.</summary>
    internal static bool Report(string clause) => Reported().IsMatch(clause);

    /// <summary>»i dag«, »ifølge lovgivningen«: how it is.</summary>
    internal static bool AreGeneral(string clause) => General().IsMatch(clause);

    internal static bool AreDone(string clause) => Done().IsMatch(clause);

    /// <summary>»gives en status«, »følges op«: a habit's verb in a deed.</summary>
    internal static bool AreConcrete(string clause) => Concrete().IsMatch(clause);

    internal static bool AreOfState(string words) => State().IsMatch(words);

    internal static bool FindADay(string sentence) => DayFound().IsMatch(sentence);

    internal static bool BecomeAnItem(string clause) => BecomesItem().IsMatch(clause);

    internal static bool GoFurther(string sentence) => GoesFurther().IsMatch(sentence);

    internal static bool LookInto(string sentence) => LooksInto().IsMatch(sentence);

    internal static bool WorkOn(string sentence) => WorksOn().IsMatch(sentence);

    /// <summary>»Tages op igen til foråret.«, »Budgettet: Vender tilbage på næste møde.«: in haste, without saying what.</summary>
    internal static bool BeginWithADeed(string sentence) => Hasty().IsMatch(sentence);

    /// <summary>»blev ikke nået og kommer på næste gang«.</summary>
    internal static bool GoOnToADeed(string sentence) => SecondDeed().IsMatch(sentence);

    /// <summary>Somebody who can promise something: a person, an organisation, a forum.</summary>
    internal static bool AreAnActor(IReadOnlyList<Word> subject) =>
        subject.Count > 0 && subject[0].Lower is not ("der" or "det" or "dette" or "den" or "man" or "her" or "denne" or "disse")
        && subject.Select((word, at) => (Word: word, At: at)).Any(one =>
            WordForms.IsActor(one.Word.Text) || Actor().IsMatch(one.Word.Text) || (one.Word.IsCapital && (one.At > 0 || !WordForms.IsDefinite(one.Word) || NamesThatEndSo.Contains(one.Word.Lower))));

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(sidste|forrige|seneste|tidligere)\s+(møde|gang|år)|^(tidligere|hidtil)\b|\b(har|havde)\s+(siden|tidligere)\b", Options, 1000)]
    private static partial Regex Old();

    [GeneratedRegex(@"^\W*(\d{1,2}[.)]\s*)?(det\s+)?indstill(es|er)\b,?\s*at|^\W*(\d{1,2}[.)]\s*)?(godkender|drøfter|beslutter|tager)\b|\blægges\s+(derfor\s+)?(der\s+)?op\s+til\b", Options, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\bsenest\s+(den|d\.)\s*\d|\b(deadline|frist)(en)?\b", Options, 1000)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\b(aftalt|aftales|(?<!\b(det|den|de)\s)aftalte|besluttet|besluttes|besluttede(?!\s+ikke\b)|vedtaget|beslutter|enedes|enes|enige\s+om\s+at|enighed\s+om\s+(?=at\s)|bedt\s+om|(bad|beder|anmodede|anmoder|opfordrede)\b(?=[^.]*\b(om|at)\b)|(bedt|anmodet|opfordret|pålagt)\s+(om|til|at)|(fik|får|har\s+fået)\s+til\s+opgave|lovede|tilbød|påtog\s+sig|har\s+(hver\s+især\s+)?en\s+opgave\s+i|(opbakning|tilslutning)\s+til\s+(?=(at|et|en)\b)|tilslutning\s+til$|lovet|overladt\s+til|overlades\s+til)\b|\bbakkede\s+\p{L}+\s+op\s+om", Options, 1000)]
    private static partial Regex Agreement();

    [GeneratedRegex(@"\b(ønskes|ønsker|ønskede|ønsket|ønske\s+om|foreslog|foreslået|lægger\s+vægt\s+på|enighed\s+om|(fandt|finder)(?=,?\s+at\b|\s+det\b|$)|mangler\s+at)\b", Options, 1000)]
    private static partial Regex Wish();

    [GeneratedRegex(@"\b(fremhæve\p{L}*|fremhævet|nævnt\p{L}*|nævnte|oplys(er|te|tes)|orienterede|(blev|er|var)\s+(\p{L}+\s+)?orienteret\s+om|fortalte|bemærkede|spurgte|spurgt|udtrykt\p{L}*|vurdere\p{L}*|mente|noterede|efterlyste|gennemgik|fremlagde|oplevede?r?|oplever|pegede|takkede|roste|gav\s+udtryk|gjorde\s+opmærksom|konstaterede|understregede|forventningen|påpegede|redegjorde|overvejes|drøftelsen\s+viste|fremgår|betyder|indebærer|vigtigt|uklart|kan\s+overvejes|formålet)\b", Options, 1000)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\b(i\s+dag(?!\s+og\b)|som\s+sædvanlig|efter\s+\p{L}*loven|i\s+øjeblikket|ifølge|typisk|normalt|ofte|som\s+bekendt|aktuelt|for\s+tiden|på\s+nuværende\s+tidspunkt)\b", Options, 1000)]
    private static partial Regex General();

    /// <summary>»har besluttet«: done before.</summary>
    [GeneratedRegex(@"\b(har|havde)\s+(\p{L}+\s+)?$", Options, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(gives\b[^.]*\b(status|besked|tilbagemelding|orientering|videre)|holdes\b[^.]*\b(orienteret|informeret|underrettet)|findes\b[^.]*(\bdato\p{L}*|\p{L}*dato\b|tidspunkt)|følges\s+(løbende\s+)?op)\b", Options, 1000)]
    private static partial Regex Concrete();

    [GeneratedRegex(@"\b(fungerer|går|viser|stiger|falder|er\b(?!\s+behov)|har\b)\b", Options, 1000)]
    private static partial Regex State();

    [GeneratedRegex(@"(formand|formænd|ordfører|sekretær|kasserer|referent|revisor|inspektør|bestyrelse|kredsen|direktion|administration|ministerie|styrelse|parterne|kommunerne|projektleder|læge|ledelse|skabet|gruppen?|rådet|hospital|sygehus|psykiatri|praksis|koordinator|medlemmerne|formandskab)", Options, 1000)]
    private static partial Regex Actor();

    [GeneratedRegex(@"\bder\s+findes\b[^.]*(\bdato\p{L}*|\p{L}*dato\b|tidspunkt)", Options, 1000)]
    private static partial Regex DayFound();

    [GeneratedRegex(@"\bbliver\s+(\p{L}+\s+){0,2}?(emne|punkt|\p{L}*tema|fast\p{L}*)\b|\b(er|bliver)\b.*\b(fremadrettet|fremover|fra nytår|fra nu af)\b|\b(fremadrettet|fremover|fra nu af)\b.*\b(er|bliver)\b", Options, 1000)]
    private static partial Regex BecomesItem();

    [GeneratedRegex(@"\bgår\b[^.]*\b(til\s+(behandling|godkendelse|høring|drøftelse)|hjem)\b", Options, 1000)]
    private static partial Regex GoesFurther();

    [GeneratedRegex(@"\b(får\s+styr|ser\s+(nærmere\s+)?på|lægger\s+\p{L}+\s+over)", Options, 1000)]
    private static partial Regex LooksInto();

    [GeneratedRegex(@"\barbejder\s+(på\s+at|videre)", Options, 1000)]
    private static partial Regex WorksOn();

    [GeneratedRegex(@"(^|:\s+|\s[-–]\s+)(tages\s+(op|med)|vender\s+tilbage|sættes\s+på|genoptages|udsættes|udskydes|sendes|bringes|forelægges|følges\s+op|kommer\s+(op|på|igen|tilbage)|rykkes|overføres|drøftes\s+(igen|på)|behandles\s+(igen|på|i))\b", Options, 1000)]
    private static partial Regex Hasty();

    [GeneratedRegex(@"\bog\s+(\p{L}+\s+)?(kommer|tages|sættes|udsættes|flyttes|genoptages|drøftes|sendes|noteres|bringes|genbesøges|forelægges|udarbejdes|rykkes|overføres)\b|\bskal\s+(\p{L}+\s+){0,2}(på|op)\s+igen\b|\btager\s+(den|det|punktet)\s+(\p{L}+\s+)?næste\s+gang\b", Options, 1000)]
    private static partial Regex SecondDeed();
}
