using System.Text.RegularExpressions;
using Klynge.Domain.Agreements;

namespace Klynge.Application.Agreements.Finding;

/// <summary>
/// Tells by its words what kind of promise it is. The order is the rule: »Fremover inviteres formanden« is from now on before it is an
/// invitation, and who is to prepare a paper for the next meeting prepares something before it stands on an agenda.
/// </summary>
internal static partial class AgreementKinds
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly (AgreementKind Kind, Regex Words)[] InOrder =
    [
        (AgreementKind.Standing, Standing()),
        (AgreementKind.Nominate, Nominate()),
        (AgreementKind.FindDate, FindDate()),
        (AgreementKind.Invite, Invite()),
        (AgreementKind.Refer, Refer()),
        (AgreementKind.Orient, Orient()),
        (AgreementKind.Agenda, Agenda()),
        (AgreementKind.Refer, BeforeAnotherBody()),
        (AgreementKind.Agenda, AtAMeeting()),
    ];

    /// <summary>
    /// What the clause that promises does comes before what the clauses below it mention: »Kommunerne melder tilbage, hvem der fremadrettet er
    /// kontaktperson« names somebody, and »udarbejder et notat, som drøftes« prepares something.
    /// </summary>
    internal static AgreementKind Of(Promise promise)
    {
        var main = promise.MainWords;
        var making = Making().Match(main);
        return Found(main) is { } inMain && !(making.Success && making.Index < inMain.At && inMain.Kind is not (AgreementKind.Standing or AgreementKind.Nominate)) ? inMain.Kind
            : making.Success ? AgreementKind.Prepare
            : Found(promise.Words)?.Kind ?? AgreementKind.Prepare;
    }

    private static (AgreementKind Kind, int At)? Found(string words)
    {
        foreach (var (kind, pattern) in InOrder)
        {
            if (pattern.Match(words) is { Success: true } match)
                return (kind, match.Index);
        }

        return null;
    }

    /// <summary>Whether the words say a kind by themselves; what only prepares something says none.</summary>
    internal static bool IsSaidIn(string words) => InOrder.Take(7).Any(one => one.Words.IsMatch(words));

    internal static bool IsStanding(string words) => Standing().IsMatch(words);

    internal static bool IsOfMeetingGuestOrStanding(string words) => IsOfAgendaOrStanding(words) || Invite().IsMatch(words);

    internal static bool IsOfAgendaOrStanding(string words) => Standing().IsMatch(words) || Agenda().IsMatch(words);

    /// <summary>»udarbejder et notat«, »undersøger, om«, »kommer med forslag«: something is made before it goes anywhere.</summary>
    [GeneratedRegex(@"\b(udarbejd\p{L}*|tilrettelæg\p{L}*|undersøg(er|e|es)|afdæk\p{L}*|kortlæg\p{L}*|indarbejd\p{L}*|afklare[rs]?|kom(mer|me)\s+med\s+(et\s+|fælles\s+|første\s+)*(forslag|bud|udspil|oplæg)|lave[rs]?\s+(et|en)\s+(?!aftale|plan\s+for\s+møde)|skrive[rs]?\s+(et|en)|tag(er|e)\s+kontakt)\b", Options, 1000)]
    private static partial Regex Making();

    /// <summary>»fremadrettet«, »fast punkt«, »hvert kvartal«.</summary>
    [GeneratedRegex(@"\b(fremadrettet|fremover|fremefter|herefter|fra\s+nu\s+af|(fra|efter)\s+(nytår|årsskiftet)|fra\s+og\s+med|fast(e)?\s+(punkt|kadence)|gøres\s+fast|på\s+(alle|hvert|samtlige)\s+møde\p{L}*|(før|efter|inden|ved|til)\s+hvert\s+\p{L}*møde|hvert\s+(halve\s+)?(år|kvartal|halvår)|hver\s+(måned|anden|tredje)\b|(en|én|to|tre|fire)\s+gange?\s+(om\s+året|årligt)|skiftevis)\b|\b(tilbagevendende|løbende\s+(status|orientering)|kvartalsvis\p{L}*|månedlig\p{L}*|årlig(t|e)?\s+(status|opfølgning|drøftelse))\b|\b(referater|materiale|bilag)\b[^.]*\b(så\s+snart|inden\s+(alle\s+)?møder)", Options, 1000)]
    private static partial Regex Standing();

    /// <summary>»udpeger to medlemmer«, »melder navne ind«, »hvem der repræsenterer dem«.</summary>
    [GeneratedRegex(@"\b(udpeg(e|er|es)|peger?\s+på\s+(en|et|to|tre)|indstiller?\s+(en|et|to|tre|deres)\b|indmelder?|meld(er|e)\s+(\p{L}+\s+)?(navn|navne|deltager|medlem)\p{L}*|stiller?\s+med\s+(en|et|to|tre)|finder?\s+(hver\s+)?(en|to|tre)\s+(repræsentant|deltager|suppleant|afløser|kandidat)\p{L}*|navn(et|e|ene)?\s+på|hvem\s+der\s+(\p{L}+\s+)?(repræsenterer|deltager|er\s+(kontaktperson|tovholder|medlem|repræsentant))|(forslag\s+til|nye)\s+(medlem|deltager|kandidat)\p{L}*|repræsentant\s+til|medlem(mer)?\s+til)\b|\b(find(er|e)|vælg(er|es|e)|meld(er|e))\s+(\p{L}+\s+){0,3}?(formand|næstformand|medlem\p{L}*|deltager\p{L}*|repræsentant\p{L}*|suppleant\p{L}*|kontaktperson\p{L}*|tovholder\p{L}*)\b(?!\s+til\s+at\s+holde)|\b(formand|næstformand|medlem|suppleant)\b[^.]*\bvælges\b", Options, 1000)]
    private static partial Regex Nominate();

    /// <summary>»finder en ny dato«, »indkaldes til et ekstra møde«, »mødet forlænges«.</summary>
    [GeneratedRegex(@"\b((find(e|er|es)|aftale(r|s)?|fastsæt(te|tes|ter)|fastlæg(ge|ges|ger)|udsende(r|s)?|foreslår?|reserver(es|er|e)|afsæt(tes|te|ter))\b[^.]*?(\bdato\p{L}*|\p{L}*dato(er)?\b|mødetidspunkt\p{L}*|tidspunkt\s+(for|til|i|,)|tidspunkt,|doodle|mødedag\p{L}*|\ben\s+dag\b)|(indkald(e|er|es)|planlæg(ge|ges|ger)|hold(e|er|es)|afhold(e|er|es)|arranger(e|er|es)|aftale(s)?|til|book(es|e|er))\s+(også\s+|derfor\s+|der\s+)*(til\s+)?(et|en|yderligere)\s+((?!af\b)\p{L}+\s+)*?\p{L}*(?<!(års|første|næste))(ekstra\w*|opfølgende|fælles|yderligere|virtuelt)?\s*\p{L}*(møde|temadag|seminar|workshop|dialogmøde)\b|\p{L}*(mødet|møde|seminaret|temadagen)\b[^.]*?\bskal\s+planlægges)|\bmøde(t|rne|dag\p{L}*)?\b[^.]{0,40}\b(aflyses|rykkes|forlænges|forkortes|flyttes\s+(til\s+den|en|frem|fra))|\b(rykker|aflyser|forlænger|flytter)\s+\p{L}*møde(t|rne)\b|\bmøde(t|rne)?\b[^.]{0,40}\bkan\s+(flyttes|rykkes|aflyses)\b|\bsættes\s+\P{P}{0,30}\b(timer|dag|dage)\s+af\b|\blægges\b[^.]*\bmøde\b[^.]*\bi\s+kalenderen\b|^\s*mødet\b(\s+i\s+[^,.]{2,30})?\s+(flyttes|rykkes)\b|\bmødes\s+(\p{L}+\s+){0,3}(inden|efter|igen|til|i|for)\b", Options, 1000)]
    private static partial Regex FindDate();

    /// <summary>»inviteres«, »tages med«, »deltager på mødet«, »få psykiatrien med«.</summary>
    [GeneratedRegex(@"\b(inviter\p{L}*|indbyd(es|e|er)|indbudt|tages\s+med|skal\s+(også\s+)?med\b|med\s+til\s+møde\p{L}*|med\s+henblik\s+på\s+deltagelse|deltage[rs]?\s*(også\s+)?((på|i|ved|under)\s+((det|den)\s+)?((næste|kommende)\s+)?\p{L}*(mødet?|punktet|drøftelsen|forum)\b|,?\s*når\b)|spørges,?\s+om|blive\s+spurgt,?\s+om|\p{L}*invitation(en|er)?\b|tilbydes\s+en\s+plads|indkaldes\s+(af\s+\p{L}+\s+)?(hertil|dertil|til\s+(det|mødet|møderne|formød\p{L}+))|få\s+\P{P}{2,60}\s+til\s+at\s+(holde|komme|fortælle|deltage)|få\s+\P{P}{2,60}\s+med\b)|\b(være|er)\s+med\s+(på|til|ved)\s+\p{L}*(mødet|møde|drøftelsen|punktet)\b|\bdeltage\s+i\s+[^.]*\bmøde|\bkomme\s+(og|for\s+at)\s+fortælle\b|\bkomme\s+forbi\b|\bkommer\s+og\s+(giver|holder|fortæller|viser)\b", Options, 1000)]
    private static partial Regex Invite();

    /// <summary>»sendes til drøftelse i«, »forelægges«, »gives videre«, »retter henvendelse«.</summary>
    [GeneratedRegex(@"\b((over|videre|frem|tilbage|vidre)?send(es|er|e)\s+(?!(et|en|forslag|materiale|referat|bilag)\b(?![^.]*\btil\b))([\p{L}-]+\s+){0,6}?(til|i\s+høring|ud\s+i)\s+(?!(rådet|gruppen|medlemmerne|sekretariatet|referatet)\b)|forelæg(ges|ge|ger)\b(?!\s+(\p{L}+\s+)?(igen|på\s+ny))(?![^.]*\bpå\s+[^.]*\bmøde)|løftes\s+(\p{L}+\s+)?til|eskaleres\s+til|sendes\s+en\s+tur|forankres\s+(i|hos)|over(drages|går|gives)\s+til|gives\s+videre|giver\s+(?!(beslutningen|budskabet|svaret)\b)\p{L}+\s+videre|lægges\s+over|indstil(les|ler|le)\b[^.]*\btil\b|anbefal(es|er|e)\b[^.]*\btil\b|henvise[sr]?\s+til|retter?\s+henvendelse|rettes\s+henvendelse|går\b[^.]*\btil\s+(behandling|godkendelse|høring|drøftelse)|sendes\s+videre|sende\s+\p{L}+\s+(videre|til))", Options, 1000)]
    private static partial Regex Refer();

    /// <summary>»orienteres«, »får en status«, »vender tilbage med«, »klæde på«.</summary>
    [GeneratedRegex(@"\b(orienter(es|er|e)|orienteret|informer(es|er|e)|informeret|underret\p{L}*|(får|modtager|får\s+[\p{L}' ]{2,40})\s+(\p{L}+\s+){0,4}?(status|besked|orientering|afrapportering|svar)|(giver|gives|give)\s+(\p{L}+\s+){0,2}?(status|tilbagemelding|orientering|besked|afrapportering|opdatering)|meld(er|es|e)\s+tilbage|melder\s+retur|afrapporter\p{L}*|(vende|kom)(r|mer|me)?\s+(\p{L}+\s+){0,2}?tilbage\s+(\p{L}+\s+){0,3}?med\b|vende(r)?\s+tilbage\s+til\s+(rådet|gruppen)\b|klæde[rs]?\b[^.]*\bpå\b|deles?\s+med|formidles?|får\s+det\s+at\s+vide|skal\s+høre\s+om|giver\s+(beslutningen|budskabet|svaret)\s+videre)\b|\b(giver|give|sender|sende|får|få|have|skal\s+have|rundsendes|udsender)\b[^.]*\b(status|orientering|besked|tilbagemelding|opdatering)\b|\bmelder\s+ud\b|\btil\s+orientering\b", Options, 1000)]
    private static partial Regex Orient();

    /// <summary>»tages op«, »genoptages«, »drøftes«, »som tema«, »udsættes«.</summary>
    [GeneratedRegex(@"\b(tage(s|r)?\s+(\p{L}+\s+){0,6}?(op|frem)\b|dagsorden\p{L}*|sættes\s+(\p{L}+\s+)?på\b|genoptage\p{L}*|bringes\s+op|samles\s+op\s+på|drøft(es|e|et)|temadrøftelse|behandl(es|e|et|ing)|fremlægge[rs]?|præsenter(es|e|er)|forelæg(ges|ge|ger)|forelagt|fortsætte[rs]?|følge[rs]?\s+op(?!\s+på\s+henvendelse)|evaluere?s|gennemgås|vende[rs]?\s+(\p{L}+\s+)?tilbage|udsættes|udskydes|flyttes|kommer\s+(\p{L}+\s+)?(op|på|igen|tilbage)|som\s+(tema|punkt)|tema\s+(på|til)|punkt\s+(på|til)|et\s+(muligt\s+)?punkt)\b|\b(genbesøges|på\s+programmet|(et\s+)?(emne|tema)\s+(for|i|på|til)|(ny|fornyet|opsamlende|videre|samlet|fælles|første|åben)\s+drøftelse|drøftelsen?\s+(fortsætter|fortsættes|tages)|kig(ger|ge)\s+(\p{L}+\s+)?på[^.]*\bigen)\b", Options, 1000)]
    private static partial Regex Agenda();

    /// <summary>»afgøres i Direktørforum«, »tager det med til Patientudvalget«.</summary>
    [GeneratedRegex(@"\b(afgør(es|e)|løses|besluttes|behandles|med\s+til|videre\s+til|til|vurderes|rejses|rejser|tager|afklares|drøftes)\b[^.,]*\b(i|til|af|for|over\s+for)\s+(den\s+)?(?-i:\p{Lu})\p{L}*(forum|fora|råd(et)?|udvalg(et|ene)?|kreds(en)?|gruppen?|grupperne|niveau|bestyrelse(n|rne)?|direktion(en)?|ledelse(n)?|samling|styrelsen?|ministeriet|formandskab(et)?)\b|\bbad\s+(?-i:\p{Lu})\p{L}*(forum|fora|råd(et)?|udvalg(et|ene)?|kreds(en)?|gruppen?|grupperne|niveau|bestyrelse(n|rne)?|direktion(en)?|ledelse(n)?|samling|styrelsen?|ministeriet|formandskab(et)?)\b", Options, 1000)]
    private static partial Regex BeforeAnotherBody();

    /// <summary>»på næste møde«, »igen«.</summary>
    [GeneratedRegex(@"\b(næste|næstkommende|førstkommende|senere|kommende)\s+(ordinære\s+)?(møde|gang)\p{L}*|\bigen\b", Options, 1000)]
    private static partial Regex AtAMeeting();
}
