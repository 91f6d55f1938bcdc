using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// The words of a sentence that say who is to do what is due: the subject of what lies ahead (»hver kommune udpeger …«, »inden den 15.
/// gennemgår it-afdelingen …«), whoever was asked (»bad sekretariatet om at …«), or the »af« of a passive. A thing that is due by itself
/// (»referatet udsendes«, »fristen er«) names nobody. Words only: whether a person or role is meant, the use case looks up.
/// </summary>
internal static partial class ResponsibleWords
{
    private const int MaxLength = 60;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Verbs of somebody who acts; "er", "foreligger", "udløber" are of things.
    private const string Acts = @"(rund|ud|frem|ind|efter|videre)?sender|udarbejder|(af|ind|ud)?leverer|indberetter|(ind|til)?melder|vender|undersøger|følger|udpeger|samler|indsamler|koordinerer|sikrer|sørger|giver|indhenter|henter|kontakter|tager|gennemgår|kvitterer|bekræfter|oplyser|kvalificerer|igangsætter|indkalder|færdiggør|implementerer|tester|bidrager|kommenterer|svarer|besvarer|orienterer|forelægger|fremlægger|udfylder|evaluerer|skriver|beskriver|afklarer|finder|laver|opdaterer|planlægger|inviterer|arrangerer|booker|bestiller|tilmelder|nominerer|udvælger|nedsætter|indstiller|reviderer|retter|deler|uploader|lægger|indkøber|ansøger|søger|rekrutterer|opretter|kortlægger|analyserer|vurderer|drøfter|beregner|opgør|indgår|underskriver|aftaler|formulerer|forbereder|klargør|fordeler|rydder|returnerer|videreformidler|rapporterer|afrapporterer|står|får|prioriterer|godkender|melder\s+tilbage|offentliggør|kommunikerer|træffer|afholder|mødes|indtaster|registrerer|meddeler|rykker|tjekker|validerer|afslutter|påbegynder|iværksætter|overtager|overdrager|udsteder|afgiver|indgiver|udbetaler|efterser|ajourfører|skaffer|anskaffer|etablerer|foreslår|spørger|ringer|skriver|præsenterer|ser|undersøger|stiller|bringer|drager|hører|læser|kigger|ordner|klarer|genfremsætter|fører|fremskaffer|udvikler|tegner|dokumenterer|prøver|måler|tæller|afprøver|gentager|uddyber|informerer|underretter|rådfører|tilretter|tilpasser|justerer|omformulerer|opsamler|ansætter|leverer|sammenligner|udtager|vælger|bidrager|genoptager|melder|forbereder|efterlyser|udreder|supplerer|afsætter|budgetterer|rundsender|indkredser|udbyder|redegør|kommer\s+med|fremsætter|udmelder|rådgiver|tilbyder|tilbagemelder|tilvejebringer|sammensætter|sammenfatter|renskriver|præciserer|opstiller|oversætter|overfører|overvejer|monitorerer|medbringer|lancerer|kvalitetssikrer|konkretiserer|introducerer|interviewer|installerer|indrapporterer|indgiver|indfører|inddrager|identificerer|håndterer|hjælper|gør|genbesøger|gennemfører|fremskynder|fremviser|foretager|forhandler|formidler|finansierer|faciliterer|besøger|begrunder|beder|anmoder|anviser|annoncerer|anbefaler|afvikler|afsøger|afsender|afstemmer|afgør|afgrænser|afdækker|adviserer|omlægger|tilpasser|udvider|sætter|sikrer|melder|optager|oprydder|bekendtgør|fastlægger|fastsætter|udformer|udtænker|udleverer|modtager|aflægger|fører|gransker|trykker|omdeler|underbygger|justitsbehandler|skitserer|visiterer|vejleder|uddanner|underviser|tilrettelægger|registrerer|ajourholder|arkiverer|journaliserer|undersøger|inspicerer|kontrollerer|efterprøver|verificerer|anmelder|beslutter|vedtager|bestemmer|behandler|anerkender|udarbejder|leder|driver|ansvarer|igangsætter|genudsender|afgiver|opgiver|angiver|tilkendegiver|udtaler|samtykker|accepterer|bevilger|udlodder|rangerer|kategoriserer|grupperer|optæller|kvantificerer|estimerer|prissætter|bestyrer|administrerer|varetager|passer|bemander|indretter|klarlægger|sonderer|afholder";

    private const string Word = @"[\p{L}\d][\p{L}\d&/'-]*";
    private const string Subject = $@"(?<who>({Word}\s+){{0,5}}?{Word})";

    internal static string? Find(string sentence, DateMention mention)
    {
        var clause = DeadlineCues.ClauseOf(sentence, mention);
        return Asked(sentence, clause) ?? First(clause, Relative(), Obliged(), Leading(), Inverted(), Passive());
    }

    // »Chefforum bad sekretariatet om at …«: whoever is asked stands before what was agreed.
    private static string? Asked(string sentence, string clause) =>
        clause.Length < sentence.Length ? First(sentence[..^clause.Length], AskedOne(), GivenTo()) : null;

    private static string? First(string text, params ReadOnlySpan<Regex> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Match(text) is { Success: true } match && Tidy(match.Groups["who"].Value) is { } who)
                return who;
        }

        return null;
    }

    // »senest den 18. december«, »desuden« and »dog« stand before the subject and are none of it.
    private static string? Tidy(string words)
    {
        var who = LeadIn().Replace(words.Trim(' ', ','), string.Empty).Trim(' ', ',');
        return who.Length is 0 or > MaxLength || NoBody().IsMatch(who) ? null : who;
    }

    [GeneratedRegex($@"^\W*((\p{{Lu}}\p{{L}}*:)\s*)?{Subject}\s+((senest|inden)\s[^,]{{1,40}}?\s+)?({Acts}|(skal|bør|må|kan|vil)\s+(?!have\s+(tilsendt|modtaget|fået))(senest\s+[^,]{{1,30}}?\s+)?(?!være\b|blive\b|foreligge\b|ske\b)\p{{L}}+(e|å|gå|give|se|få|tage|have)(?<!s)\b|bedes\s+(\p{{L}}+\s+)?(?!sendt\b)\p{{L}}+[eå]\b|har\s+(til|frist)\b|får\b|skal\s+(senest|inden)\s[^,]{{1,30}}?\s+have\s+(?!tilsendt|modtaget|fået)(\p{{L}}+\s+){{0,2}}?\p{{L}}+t)(?=\W|$)", Options, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex($@"(?<=[,.]|\b(uger?|dage|måneder|mødet|uge|år|kl\.\s\d{{1,2}}|\d{{1,2}}\.|\d{{4}}|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))\s*\b({Acts})\s+(?<who>(\p{{Lu}}[\p{{L}}-]*(\s+\p{{Lu}}[\p{{L}}-]*|\s+og\s+\p{{Lu}}[\p{{L}}-]*)*|((de|den|det|hver|hvert|alle|begge)\s+({Word}\s+)?)?[\p{{L}}-]+(en|et|erne|ene|erne|ne|part|parter|kommune|kommuner)?))(?=\s|$|[.,])", Options, 1000)]
    private static partial Regex Inverted();

    // »Den 1. maj skal kommunerne have udpeget …«
    [GeneratedRegex(@"(\d|\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)),?\s+skal\s+(?<who>((de|den|det|hver|hvert|alle|begge)\s+)?[\p{L}-]+(\s+\p{Lu}[\p{L}-]*)*)\s+have\s", Options, 1000)]
    private static partial Regex Obliged();

    [GeneratedRegex(@"\b(?<who>[\p{L}-]+(en|et|erne|ne|pen)),\s+(som|der)\s+(skal|bedes)\s+(senest\s+)?\p{L}+e\b", Options, 1000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(\p{L}+(es|s)|være\s+\p{L}+|er\s+\p{L}+|bliver\s+\p{L}+)\s+((endeligt|videre|også|ud|ind|op|rundt|samlet)\s+)?((til|på|i|for|hos|med|om)\s+[\p{L}-]+\s+([\p{L}-]+\s+)?)?af\s+(?<who>(de\s+|den\s+|hver\s+|alle\s+|begge\s+|samtlige\s+)?(((?<=\b(begge|alle|samtlige|de)\s)(\p{L}+e\s+)?|(?<=\b(to|tre|fire|fem|seks)\s))[\p{L}-]+er(?=\s|$|[.,])|\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*|[\p{L}-]+(en|et|erne|ne)))(?=\s|$|[.,])", Options, 1000)]
    private static partial Regex Passive();

    [GeneratedRegex(@"\b(bad|beder|anmodede|anmoder|opfordrede|opfordrer|pålagde|pålægger)\s+(?<who>[^,.;]{2,60}?)\s+(om\s+at|til\s+at|at)$", Options, 1000)]
    private static partial Regex AskedOne();

    [GeneratedRegex(@"(^|[,.]\s*)(?<who>[^,.;]{2,60}?)\s+((fik|får)\s+til\s+opgave|(er|blev|bliver|er\s+blevet)\s+(bedt|anmodet|opfordret|pålagt)(\s+om|\s+til)?)\s+at$", Options, 1000)]
    private static partial Regex GivenTo();

    [GeneratedRegex(@"^((?i:desuden|derudover|endvidere|dog|herefter|derfor|fremadrettet|samtidig|så|også|der)\s+)+|^(?i:senest|inden)\s+((den|d\.)\s+)?\d{1,2}\.\s+\p{L}+\s*(\d{4}\s*)?|(\s+senest|\s+inden|\s+dog|\s+hver(\s+især)?|\s+begge|\s+(ser|kigger|læser|tager|går|drøfter|undersøger|samler|henter|finder)\b.*\s+og|\s+desuden|\s+også|\s+selv|\s+derfor)$|\s+senest\s.*$", Options, 1000)]
    private static partial Regex LeadIn();

    // A thing, a place, or no words at all.
    [GeneratedRegex(@"^(?i:der|det(?!\s+\p{L}+e\s+\p{L}{4})|dette|den(?!\s+\p{L}+e\s+\p{L}{4})|man|som|vi|jeg|i|på|ved|fra|til|af|for|om|hvis|når|inden|senest|efter|før|med|en|et)\b|(?i:fristen?|deadlinen?|møder?t?|mødet|referatet|materialet?|rapporten|notatet|planen|punktet|sagen|spørgsmål(et|ene)?|rettelser|bemærkninger|kommentarer|forslag(et)?|udkast(et)?|svar(et)?|ansøgning(en|er|erne)|tilmelding(en)?|indmelding(en)?|puljen|midler(ne)?|hjemmesiden|systemet|evaluering(en)?|retningslinjer(ne)?|aftalen|data|(?<!hospi)tal(lene)?|oplægget|bilag(et|ene)?|høringssvar(ene)?|budget(tet|tal)?|status|projektet|indsatsen|input|interesserede|deltagere(n|ne)?|tilmeldte)$", Options, 1000)]
    private static partial Regex NoBody();
}
