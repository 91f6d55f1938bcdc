using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// The words that say who is to do what is due. A label says it outright (»Ansvarlig: Nadia Holm«); else the verb of the clause that the
/// day stands in tells by its form: »Tove sender …« and »Senest 1. maj fremsender sekretariatet …« name their subject, »udarbejdes af …«
/// whoever follows »af«, »bad forvaltningen om at …« whoever is asked. A clause without an actor (»…, og det skal ske senest …«) leaves it
/// to the one before. Words only: whether a person or role is meant, the use case looks up.
/// </summary>
internal static partial class ResponsibleWords
{
    private const int MaxLength = 60;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>»hvis man skriver«, »når du svarer«.</summary>
    private static readonly FrozenSet<string> Anybody = WordForms.Words("man i du nogen");

    /// <summary>»… og Lund Kommune skriver den«.</summary>
    private static readonly FrozenSet<string> Thing = WordForms.Words("den det dem");

    /// <param name="before">The sentences before it in its paragraph, the nearest last: »Merete laver et notat. Deadline er den 17.«</param>
    internal static string? Find(string sentence, DateMention mention, IReadOnlyList<string> before, string? next)
    {
        if (Label(sentence) is { } labelled)
            return labelled;

        var clause = DeadlineCues.ClauseOf(sentence, mention);
        var charge = clause.Length < sentence.Length && GivesCharge().IsMatch(sentence[..^clause.Length]) ? sentence[..^clause.Length] : null;
        return AskedBefore(sentence, clause)
            ?? Told(sentence)
            ?? Cleft(sentence)
            ?? (charge is not null && !charge.EndsWith(", at", StringComparison.Ordinal) && IsInfinitive().IsMatch(clause) ? InClause(charge, charge.Length - 1) : null)
            ?? (clause.Length < sentence.Length && charge is null && IsInfinitive().IsMatch(clause) ? InClause(sentence, mention.Start) : null)
            ?? InClause(clause, mention.Start - (sentence.Length - clause.Length))
            ?? (charge is null ? null : InClause(charge, charge.Length - 1))
            ?? (clause.Length < sentence.Length ? Who(HasDone().Match(clause)) : null)
            ?? InBrackets(sentence)
            ?? (IsBare().IsMatch(sentence) ? Around(before, next) : null)
            ?? (next is not null && BeginsWithALabel().IsMatch(next) ? Label(next) : null)
            ?? (next is not null ? Who(SeesToIt().Match(next)) : null);
    }

    /// <summary>»Ansvarlig: Nadia Holm«, »tovholder Pia Storm«, »med Pia Storm som tovholder«.</summary>
    private static string? Label(string sentence) =>
        Who(Labelled().Match(sentence));

    // "Gør X. Ansvarlig: Ole. Frist: 1. maj." and "Ole gør X. Frist: 1. maj.": the nearest sentence that says it.
    private static string? Around(IReadOnlyList<string> before, string? next)
    {
        foreach (var sentence in before.Reverse())
        {
            if (Label(sentence) is { } labelled)
                return labelled;
        }

        if (next is not null && BeginsWithALabel().IsMatch(next))
            return Label(next);

        return before.Count > 0 && InClause(before[^1], before[^1].Length - 1) is { } who ? who : null;
    }

    // »Chefforum bad sekretariatet om at …«: whoever is asked stands before what was agreed.
    private static string? AskedBefore(string sentence, string clause)
    {
        if (clause.Length == sentence.Length)
            return null;

        var before = sentence[..^clause.Length];
        return Who(Either(AskedOne().Match(before), GivenTo().Match(before)));
    }

    // »overlader det til Kim at …«, »gav Signe mandat til at …«, »det gør Sanne senest …«, »skal have tallene fra lønkontoret senest …«
    private static string? Told(string sentence)
    {
        var told = Either(Entrusted().Match(sentence), DoesIt().Match(sentence));
        if (told.Success)
            return Who(told);

        var gets = GetsFrom().Match(sentence);
        return IsSomebody(gets.Groups["who"].Value) || gets.Groups["who"].Value is "de øvrige" or "de andre" || gets.Groups["by"].Success ? Who(gets) : null;
    }

    private static string? InClause(string clause, int at)
    {
        var parts = ClausePart.Of(clause);
        var own = parts.TakeWhile(part => part.End < at).Count();
        if (own >= parts.Count)
            own = parts.Count - 1;

        // "…, og kommunerne skal inden da have meldt fejl ind": the day stands before, and whoever acts by it behind.
        for (var later = own + 1; later < parts.Count; later++)
        {
            if (ByThen().IsMatch(clause[parts[later].Start..parts[later].End]))
                own = later;
        }

        // "…, hvis man skriver inden den 3. maj": anybody.
        if (parts[own].Begins("hvis", "når") && parts[own].Words.Count > 1 && Anybody.Contains(parts[own].Words[1].Lower))
            return null;

        // "Sagen genoptages, når hospitalet har leveret tallene, hvilket skal ske senest …".
        if (own > 0 && parts[own] is { Words: [{ Lower: "hvilket" }, { Lower: "skal" or "bør" }, ..] } && HasDone().Match(Leading().Replace(clause[parts[own - 1].Start..parts[own - 1].End].Trim(), string.Empty)) is { Success: true } delivered)
            return Tidy(delivered.Groups["who"].Value);

        for (var index = own; index >= 0; index--)
        {
            // On the way back »om lægehusene kan …« and »som er ny i rollen« are passed over.
            if (index < own && parts[index].IsSubordinate)
                continue;

            var (who, goOn) = SubjectReader.Read(clause, parts, index);
            if (who is not null && Tidy(who) is { } tidy)
                return index < own && (parts[own].Verb < 0 || parts[own].Begins("alt")) ? FirstInARow(clause, parts, index) ?? tidy : tidy;
            if (!goOn)
                return Behind(clause, parts, own);
        }

        // "Til næste møde, senest den 28. februar, rundsender Poul Erik …"
        if (own + 1 < parts.Count && parts[own].Verb < 0 && parts[own + 1] is { Verb: 0 } && SubjectReader.Read(clause, parts, own + 1).Who is { } after && Tidy(after) is { } actor)
            return actor;

        // "Afklaring af hjemmel: Juridisk Kontor, senest 6. april": whoever stands alone behind the colon.
        if (parts.Take(own + 1).LastOrDefault(part => part.AfterColon) is { Verb: < 0, Words: { Count: > 0 and < 5 } alone }
            && alone.All(word => word.IsCapital || word.Lower is "og") && alone[0].End < at && alone[0].Start >= 0)
        {
            return Tidy(clause[alone[0].Start..alone[^1].End]);
        }

        // "Frist 17/6: Hanne opsamler …", "Sekretariatet: Lav udkast …".
        if (own + 1 < parts.Count && parts[own + 1].AfterColon && SubjectReader.Read(clause, parts, own + 1).Who is { } behind)
            return Tidy(behind);

        var addressed = Addressed().Match(clause);
        return addressed.Success && (WordForms.IsActor(addressed.Groups["who"].Value) || !addressed.Groups["actor"].Success) ? Who(addressed) : Speaker(clause);
    }

    // "Ansøgningen skal sendes senest den 1. marts, og Lund Kommune skriver den".
    private static string? Behind(string clause, IReadOnlyList<ClausePart> parts, int own) =>
        own + 1 < parts.Count && parts[own + 1] is { Words: [{ Lower: "og" }, _, .., var last] } && (Thing.Contains(last.Lower) || IsOf(parts[own], last)) && SubjectReader.Read(clause, parts, own + 1).Who is { } who
            ? Tidy(who) : null;

    // "Ansøgningsfristen … ansøgningen": the same thing.
    private static bool IsOf(ClausePart part, Word thing) =>
        thing.Text.Length > 7 && WordForms.IsDefinite(thing) && part.Words.Any(word => word.Lower.StartsWith(thing.Lower[..6], StringComparison.Ordinal));

    // "Vibeke skriver, Henning læser korrektur – klar 11. juni": the day is for all of it, and the first of them begins.
    private static string? FirstInARow(string clause, IReadOnlyList<ClausePart> parts, int at) =>
        at > 0 && parts[at - 1] is { Verb: > 0, IsSubordinate: false } && parts[at] is { AfterColon: false } last && last.Words[last.First].IsCapital && (last.First == 0 || parts[^1].Begins("alt"))
            && SubjectReader.Read(clause, parts, at - 1).Who is { } who ? Tidy(who) : null;

    // »Jeg giver lyd inden fredag, sagde Svend.«
    private static string? Speaker(string clause)
    {
        var said = Said().Match(clause);
        return said.Success ? said.Groups["who"].Value : null;
    }

    // »… at det er kommunerne, der skal levere tallene, og at det skal ske senest …«
    private static string? Cleft(string sentence)
    {
        var it = ItIs().Match(sentence);
        return IsSomebody(it.Groups["who"].Value) ? Who(it) : null;
    }

    // »Udkast til aftale (Pia Storm)«, »Udkast v/ Pia Storm«.
    private static string? InBrackets(string sentence) => Who(Bracketed().Match(sentence));

    private static bool IsSomebody(string who) => WordForms.IsActor(who) || (who.Length > 0 && char.IsUpper(who[0]));

    private static Match Either(Match first, Match second) => first.Success ? first : second;

    private static string? Who(Match match) => match.Success ? Tidy(match.Groups["who"].Value) : null;

    private static string? Tidy(string words)
    {
        // »Trivselsgruppen (Nete, Per og Saga)«, »Økonomigruppen (formand Leif Storgaard)«; »Nadia Holm (PLO)« is whole with it. »hvis skolerne«
        var who = Explained().Replace(Leading().Replace(words.Trim(' ', ',', '.', '-', '–', '•', '*'), string.Empty), string.Empty);
        if (who.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 && !who[bracket..].TrimEnd(')').Contains(')', StringComparison.Ordinal) && !who[..bracket].Contains(' ', StringComparison.Ordinal)
            && (WordForms.IsActor(who[..bracket]) || WordForms.IsDefinite(new Word(who[..bracket], 0))))
        {
            who = who[..bracket];
        }
        if (who.Contains('(', StringComparison.Ordinal) && !who.Contains(')', StringComparison.Ordinal))
            who += ")";
        return who.Length is 0 or > MaxLength || NoBody().IsMatch(who) ? null : who;
    }

    [GeneratedRegex(@"^\W*(?i:opgaven?\s+(til|for))\s+(?<who>\p{L}[^.;:,\d]{1,40}):|(?i:\b(ansvarlige?|ansv\.?|tovholdere?|tovh\.?|hvem|udføres\s+af|opgaveholder|aktør|opgaven?\s+til)(\s+for\s+\p{L}+)?)\s*:\s*(?<who>[\p{L}][^.;:|·\t)]*?)(?=\s*([.;|·\t)]|$|\s[–—-]\s)|,?\s*\(?\b(?i:frist|deadline|senest|inden|hvornår)\b)|(?<![\p{L}])(?i:tovholder|ansvarlig)\s+er\s+(?<who>\p{Ll}+(en|et|erne|kommune|region))\b|(?<![\p{L}])(?i:tovholder|ansvarlig)\s+(er\s+)?(?<who>\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*(\s+og\s+\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*)?)|\bmed\s+(?<who>\p{Lu}[^,.;]{1,50}?)\s+som\s+(tovholder|ansvarlig)", Options, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\W*(?i:ansvarlige?|ansv|tovholdere?|tovh|hvem)\b", Options, 1000)]
    private static partial Regex BeginsWithALabel();

    /// <summary>Says when, and leaves what and who to its neighbours: »Frist: 24. april.«, »Det skal ske senest …«, »Senest tirsdag.«</summary>
    [GeneratedRegex(@"^\W*(?i:(den\s+)?(svar)?(frist|fristen|deadline|deadlinen)\s*(er|:|den|d\.|\d)|hvornår\b|det\s+(skal|bør|sker)\b|senest\b[^,]{0,40}$|skal\s+(ske|være|foreligge|ligge)\b|(afleveres|leveres|færdiggøres|udføres|indsendes|fremsendes)\b[^,]{0,40}$|(færdig|klar)\b[^,]{0,30}$|(han|hun)\s)", Options, 1000)]
    private static partial Regex IsBare();

    [GeneratedRegex(@"\b(ansvar(et|lige?)?|opgave(n|r)?|sørger?|står?|indestår|hæfter?|sikrer?|påser?|garanterer?|forpligter\s+sig)(\s+sig)?\s*((for|til)\s*)?,?\s*at$|\b(er|har)\b.*\bansvar\p{L}*\s+for", Options, 1000)]
    private static partial Regex GivesCharge();

    [GeneratedRegex(@"\boverla(der|des|dt)\b[^.,;]*?\btil\s+(?<who>[^,.;]{2,50}?)\s+at\b|\b(gav|giver)\s+(?<who>[^,.;]{2,50}?)\s+(mandat|bemyndigelse|opgaven|ansvaret)\b", Options, 1000)]
    private static partial Regex Entrusted();

    [GeneratedRegex(@"\b[Dd]et\s+(gør|sørger)\s+(?!den\b|det\b|de\b|vi\b|han\b|hun\b)(?<who>\p{L}[^,.;\d]{1,40}?)\s*(for)?\s*(?=\b(senest|inden)\b|$|[.,;])", Options, 1000)]
    private static partial Regex DoesIt();

    [GeneratedRegex(@"\b(skal\s+(have|modtage)|modtager|får(\s+tilsendt)?)\b[^,.;]{1,60}?\b(fra|(?<by>(?<=\b(besked|svar|tilbud|oplæg|notat|udkast|orientering|status)\s+)af))\s+(?<who>\p{L}[^,.;\d]{1,50}?)\s*(?=\b(senest|inden)\b|$|[.])", Options, 1000)]
    private static partial Regex GetsFrom();

    /// <summary>»…, at alle har læst udkastet senest …«</summary>
    [GeneratedRegex(@"^\s*(?<who>(?!der\b|det\b)[^,.;]{2,50}?)\s+har\s+\p{L}+t\b", Options, 1000)]
    private static partial Regex HasDone();

    [GeneratedRegex(@"^\s*(?!(de|alle|begge|samtlige|nogle)\b)\p{Ll}+e\b", Options, 1000)]
    private static partial Regex IsInfinitive();

    /// <summary>»Køleskabet skal skiftes inden den 22. juni. <b>Bjarke tager sig af det.</b>«</summary>
    [GeneratedRegex(@"^(?!Det\b|Den\b|Der\b|Vi\b|De\b|Han\b|Hun\b)(?<who>\p{Lu}[^,.;:]{1,50}?)\s+(tager\s+sig\s+af|sørger\s+for|står\s+for|gør|ordner|klarer|følger\s+op\s+på|påtager\s+sig)\s+(det|dette|den|dem|opgaven)\b", Options, 1000)]
    private static partial Regex SeesToIt();

    [GeneratedRegex(@"\b(inden\s+da|forinden)\b", Options, 1000)]
    private static partial Regex ByThen();

    [GeneratedRegex(@"\s*\((\p{Ll}[^)]*|[^)]*(,|\sog\s)[^)]*)\)?$", Options, 1000)]
    private static partial Regex Explained();

    [GeneratedRegex(@"^(hvis|når|såfremt|om|at|da|[Bb]åde)\s+", Options, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\b(bad|beder|anmodede|anmoder|opfordrede|opfordrer|pålagde|pålægger)\s+(?<who>[^,.;]{2,60}?)\s+(om\s+at|til\s+at|at)$", Options, 1000)]
    private static partial Regex AskedOne();

    [GeneratedRegex(@"(^|[,.]\s*)(?<who>[^,.;]{2,60}?)\s+((fik|får|har\s+fået)\s+til\s+opgave|(er|blev|bliver|er\s+blevet)\s+(bedt|anmodet|opfordret|pålagt)(\s+om|\s+til)?|(anmodes|opfordres|pålægges|bemyndiges)(\s+om|\s+til)?)\s+at$", Options, 1000)]
    private static partial Regex GivenTo();

    /// <summary>»LMN: Send link …«, »Lise Holm: Lav et udkast …«, »Sekretariatet: Book et lokale …«.</summary>
    [GeneratedRegex(@"^\W*(?<who>(?!HUSK|NB|OBS|TODO)\p{Lu}{2,4}|\p{Lu}\p{Ll}+(\s+\p{Lu}[\p{L}-]+)+|(\p{Lu}\p{Ll}+,\s+)*\p{Lu}\p{Ll}+(\s+og\s+\p{Lu}\p{Ll}+)?(?=:\s+\p{L}*(?<=\b(?i:send|skriv|lav|book|find|ring|undersøg|tag|giv|hold|gør|hent|læg|udfyld|underskriv|læs|planlæg|koordiner|gennemgå|afklar|arranger|inviter|kontakt|indkald|udarbejd|aflever|svar|bestil|tjek|følg|saml|ret|meld|rundsend|indhent|forbered|opdater))\s)|(?<actor>\p{Lu}\p{Ll}+)):\s", Options, 1000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b[Dd]et\s+(er|bliver)\s+(?<who>[^,.;\d]{2,50}?),?\s+(der|som)\s+(skal|bør|vil|får|\p{L}{3,}er)\b", Options, 1000)]
    private static partial Regex ItIs();

    [GeneratedRegex(@",\s*(sagde|siger|lovede|oplyste)\s+(?<who>\p{Lu}[\p{L}-]*(\s\p{Lu}[\p{L}-]*)*)", Options, 1000)]
    private static partial Regex Said();

    /// <summary>»(Finn, senest 15. marts)«, »(Samira Haddad)«, »v/Lone Friis«.</summary>
    [GeneratedRegex(@"(\(|\bv/\s?)(v/\s?|ved\s+)?(?<who>\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*){0,3}(\s+og\s+\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*){0,3})?)(?=\s*([,)]|$|\.$|(senest|inden)\b))", Options, 1000)]
    private static partial Regex Bracketed();

    // A thing, anybody who likes, or no words at all.
    [GeneratedRegex(@"^(?i:\p{L}*(frist(en|er|erne)?|deadlines?|deadlinen))\b|^(?i:kandidater|ansøgere|interesserede|husk|bemærk)\b|^(?i:der|det|dette|disse|den|de|han|hun|man|som|vi|jeg|du|dem|hvem|hvilket|hvilke|enhver|nogen|ingen)$|^(?i:en|et)\s+(?i:frist|dato|plan|aftale|status)$|\b(?i:fristen?|deadlinen?|møder?t?|mødet|referatet|materialet?|rapporten|notatet|planen|punktet|sagen|spørgsmål(et|ene)?|rettelser|bemærkninger|kommentarer|forslag(et)?|udkast(et)?|svar(et)?|ansøgning(en|er|erne)|tilmelding(en)?|indmelding(en)?|puljen|midler(ne)?|hjemmesiden|systemet|evaluering(en)?|retningslinjer(ne)?|aftalen|data|oplægget|bilag(et|ene)?|høringssvar(ene)?|budget(tet|tal)?|status|projektet|indsatsen|input|interesserede|(?<!\b(alle|samtlige)\s)deltagere|borgere|tilmeldte|oversigten|pjecen|ordningen|listen|opgaven|opfølgning|handling|aktion|opgave|beslutning|referat|hvad|punkt|påmindelse|obs|info|note|nyt|aftalt|vigtigt)$", Options, 1000)]
    private static partial Regex NoBody();
}
