using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// Tells by its form what part a Danish word plays in a clause. No dictionary: a word in -er (»sender«) acts unless it ends like a noun
/// (»afdelinger«), one in -es (»sendes«) is done to something. Heuristics, so each stands with an example.
/// </summary>
internal static partial class WordForms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>»skal sende«: what follows tells whether somebody acts.</summary>
    internal static readonly FrozenSet<string> Modals = Words("skal bør vil kan må skulle ville kunne burde");

    /// <summary>»er sendt«, »bliver opdateret af …«.</summary>
    internal static readonly FrozenSet<string> States = Words("er bliver blev var");

    /// <summary>»bad sekretariatet om at …«: whoever is asked acts.</summary>
    internal static readonly FrozenSet<string> Asking = Words("beder bad anmoder anmodede opfordrer opfordrede pålægger pålagde bemyndiger bemyndigede påhviler");

    /// <summary>»kommunerne anmodes om at …«.</summary>
    internal static readonly FrozenSet<string> Asked = Words("bedes anmodes opfordres pålægges bemyndiges forpligtes tilskyndes forventes ventes");

    /// <summary>»Karen lovede at …«: told of the past, and still ahead.</summary>
    internal static readonly FrozenSet<string> Promised = Words("lovede påtog tilbød indvilligede overtog accepterede meldte bekræftede garanterede");

    /// <summary>»aftalen foreligger«, »høringen slutter«: verbs of things; and of somebody who waits for others, »rådet forventer«.</summary>
    internal static readonly FrozenSet<string> Idle = Words(
        "foreligger udløber slutter lukker åbner gælder løber varer sker falder ligger begynder starter træder mangler udgår ankommer omfatter " +
        "koster hedder viser fremgår betyder medfører handler danner forventer ønsker afventer venter modtager håber imødeser noterer bemærker konstaterer deltager stiger foregår lyder vedrører");

    internal static readonly FrozenSet<string> Determiners = Words(
        "de den det hver hvert alle begge samtlige en et to tre fire fem seks syv otte ni ti vores egne hvilken hvilke nogle flere enkelte øvrige");

    internal static readonly FrozenSet<string> Conjunctions = Words("og men samt eller at så mens ligesom hvorefter hvorpå hvor hvorved idet eftersom fordi");

    /// <summary>Begin a clause that says no more about who acts: »om lægehusene kan …«, »når tallene er modtaget«, »som er ny i rollen«.</summary>
    internal static readonly FrozenSet<string> Subordinators = Words("om når hvis såfremt da idet fordi som der hvad hvordan hvilke hvilket hvilken hvem hvorfor jf dvs fx herunder");

    internal static readonly FrozenSet<string> Prepositions = Words(
        "i på ved inden senest efter før med til fra om under over for frem hos uden mellem som ifølge jf pr primo medio ultimo af indtil siden omkring gennem via snarest tidligst hurtigst");

    /// <summary>Stand between a subject and its verb, or before both.</summary>
    internal static readonly FrozenSet<string> Adverbs = Words(
        "herefter derefter dernæst desuden derudover endvidere samtidig dog derfor således fremadrettet fremover først forinden efterfølgende løbende allerede nu så endelig også ligeledes " +
        "fortsat gerne ikke selv igen straks her venligst så_vidt endeligt videre ud ind op ned rundt samlet næste herudover dermed snart sammen imens altid hver_især ultimo");

    /// <summary>»alle sender«, »som sender«: a verb can follow these at once.</summary>
    private static readonly FrozenSet<string> All = Words("alle begge nogle flere som");

    private static readonly FrozenSet<string> OtherFinite = Words("har havde får fik går står ser mødes ses enes skiftes følges gør kør slår tror yder øger sidder besluttede aftalte drøftede spurgte oplyste fortalte nævnte sagde siger");

    private static readonly FrozenSet<string> Days = Words(
        "mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december uge kl kl. ultimo primo medio");

    /// <summary>People and bodies that can be »klar« or »parat«, as things can.</summary>
    internal static bool IsActor(string word) => Actors().IsMatch(word);

    /// <summary>»den« before a number, a weekday, »senest«: words that say when.</summary>
    internal static bool IsTime(IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Lower;
        return char.IsAsciiDigit(word[0]) || Days.Contains(word) || word is "senest" or "inden"
            || (word is "den" or "d" && at + 1 < words.Count && (char.IsAsciiDigit(words[at + 1].Text[0]) || Days.Contains(words[at + 1].Lower)));
    }

    /// <summary>Whether a clause that begins here begins with something else than its subject: »herefter«, »i lyset heraf«, »senest den 1. maj«.</summary>
    internal static bool IsAdverbial(IReadOnlyList<Word> words, int at) =>
        Prepositions.Contains(words[at].Lower) || Adverbs.Contains(words[at].Lower) || IsTime(words, at);

    internal static bool IsPassive(string word) => word.Length > 4 && PassiveForm().IsMatch(word) && !IsNeverPassive(word);

    /// <summary>»proces«, »fælles«, »kommunes«: they end like a passive and are none.</summary>
    internal static bool IsNeverPassive(string word) => NeverPassive().IsMatch(word);

    /// <summary>Whether the verb of the clause that begins at <paramref name="from"/> can be the word at <paramref name="at"/>.</summary>
    internal static bool IsFinite(IReadOnlyList<Word> words, int at, int from)
    {
        var word = words[at];
        // "Kan man ikke deltage, giver man …": a question or a condition begins with its verb.
        if (word.IsCapital)
            return at == 0 && (Modals.Contains(word.Lower) || word.Lower is "har" or "er");

        if (Modals.Contains(word.Lower) || States.Contains(word.Lower) || OtherFinite.Contains(word.Lower) || Asking.Contains(word.Lower)
            || Asked.Contains(word.Lower) || Promised.Contains(word.Lower))
        {
            return true;
        }

        // "af afdelinger", "hver deltager", "regionens rådgiver": nouns, though they end like verbs.
        if (at > from && words[at - 1] is var before && !(at - 1 == from && before.Lower is "det" or "den" or "de" && IsPassive(word.Lower)) && !All.Contains(before.Lower) && !IsEachOfThem(words, at, from)
            && (Prepositions.Contains(before.Lower) || Determiners.Contains(before.Lower) || IsGenitive(before)))
        {
            return false;
        }

        return IsPassive(word.Lower) || IsPresent(word.Lower) || PastForm().IsMatch(word.Lower);
    }

    // "de fire kommuner hver melder": not the "hver" of "hver deltager".
    private static bool IsEachOfThem(IReadOnlyList<Word> words, int at, int from) =>
        words[at - 1].Lower == "hver" && at - 1 > from && !Prepositions.Contains(words[at - 2].Lower);

    /// <summary>»regionens«, »kommunernes«; »Rasmus« is a name, »praksis« a noun.</summary>
    internal static bool IsGenitive(Word word) => (word.IsCapital ? DefiniteGenitive() : Genitive()).IsMatch(word.Lower);

    internal static bool IsDefinite(Word word) => Definite().IsMatch(word.Lower);

    /// <summary>»sender«, »rundsender«; »afdelinger«, »medlemmer« and »oktober« end alike and are nouns.</summary>
    internal static bool IsPresent(string word) => PresentForm().IsMatch(word) && !NounInEr().IsMatch(word);

    /// <summary>A list of words, blanks between them; »så_vidt« is one word of two.</summary>
    internal static FrozenSet<string> Words(string words) => words.Split(' ').Select(word => word.Replace('_', ' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\p{L}{3,}er$|^\p{L}*(gør|går|står|slår)$", Options, 1000)]
    private static partial Regex PresentForm();

    [GeneratedRegex(@"(?<!(br|spr|sv|^r))inger$|(elser|heder|linjer|ioner|iteter|torer|grammer|medlemmer|leder|tovholder|medarbejder|rådgiver|mester|ordfører|lærer|borger|parter|kommuner|læger|aktører|portører|grupper|klynger|klinikker|patienter|konsulenter|assistenter|dokumenter|jurister|specialister|chefer|hospitaler|foraer|temaer|skemaer|datoer|tekster|adresser|(?<!for)midler|mapper|roller|planer|sager|opgaver|måneder|timer|kroner|rapporter|punkter|personer|pladser|priser|plejersker|kolleger|lokaler|repræsentanter|praktikanter|klienter|elementer|instrumenter|referenter|producenter|studenter|momenter|segmenter|lejere)$|^(bruger|uger|efter|eller|over|under|heller|hver|der|her|september|oktober|november|december|sommer|vinter|nummer|datter|søster)$", Options, 1000)]
    private static partial Regex NounInEr();

    [GeneratedRegex(@"^\p{L}{3,}es$|^\p{L}*(gås|nås|fås|stås|slås)$", Options, 1000)]
    private static partial Regex PassiveForm();

    [GeneratedRegex(@"^(slides|proces|fælles|deres|vores|jeres|alles|ligeledes|således|særdeles|andres|mødes|findes|synes|lykkes|trives|enes|sammes|begges|johannes)$|(erne|(?<!(m|tj|for))ene|kommune|gruppe|klynge|læge|borgere|ledere|ledelse|ørende)s$", Options, 1000)]
    private static partial Regex NeverPassive();

    [GeneratedRegex(@"^\p{L}{3,}ede$", Options, 1000)]
    private static partial Regex PastForm();

    [GeneratedRegex(@"^\p{L}{5,}s$(?<!(praksis|campus|status|dags|fælles|plus|mails|kurs))", Options, 1000)]
    private static partial Regex Genitive();

    [GeneratedRegex(@"^\p{L}{3,}(ens|ets|ernes|enes)$(?<!^(mogens|clemens|laurens))", Options, 1000)]
    private static partial Regex DefiniteGenitive();

    [GeneratedRegex(@"^\p{L}[\p{L}-]+(en|et|erne|ene|ne)$", Options, 1000)]
    private static partial Regex Definite();

    [GeneratedRegex(@"(kommunen?|kommuner(ne)?|region(en|er|erne)?|læger?(ne|n)?|klinik(ken|ker|kerne)|praksis|afdeling(en|er|erne)?|afsnit(tet|tene)?|part(en|er|erne)|hospital(et|er|erne)?|sygehus(et|e|ene)?|lede(r|re|rne|ren)|medlem(met|mer|merne)|forvaltning(en|er|erne)|sekretariat(et|er|erne)|team(et|s|ene)?|gruppe(n|r|rne)?|udvalg(et|ene)?|råd(et|ene)?|forum(met)?|fora(ene|erne)?|center|centre(t|ne)|plejehjem(met|mene)?|enhed(en|er|erne)|medarbejder(e|en|ne)|plejerske(n|r|rne)|psykiatrien|alle|koordinator(en|er|erne)|chef(en|er|erne)?|direktør(en|er|erne)?|leverandør(en|er|erne)?|formand(en|skabet)?|konsulent(en|er|erne)?|økonomi|kommunikation|kontor(et|er|erne)?|HR|PLO(-K)?)$", Options, 1000)]
    private static partial Regex Actors();
}

/// <summary>A word of a sentence, and where it stands.</summary>
internal readonly record struct Word(string Text, int Start)
{
    internal int End => Start + Text.Length;

    internal string Lower { get; } = Text.ToLowerInvariant();

    internal bool IsCapital => char.IsUpper(Text[0]);
}
