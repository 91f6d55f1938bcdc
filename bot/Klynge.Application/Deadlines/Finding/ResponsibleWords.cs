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

    /// <param name="before">The sentences before it in its paragraph, the nearest last: »Merete laver et notat. Deadline er den 17.«</param>
    internal static string? Find(string sentence, DateMention mention, IReadOnlyList<string> before, string? next)
    {
        if (Label(sentence) is { } labelled)
            return labelled;

        var clause = DeadlineCues.ClauseOf(sentence, mention);
        return AskedBefore(sentence, clause)
            ?? Cleft(sentence)
            ?? InClause(clause, mention.Start - (sentence.Length - clause.Length))
            ?? (clause.Length < sentence.Length && GivesCharge().IsMatch(sentence[..^clause.Length]) ? InClause(sentence[..^clause.Length], 0) : null)
            ?? InBrackets(sentence)
            ?? (IsBare().IsMatch(sentence) ? Around(before, next) : null);
    }

    /// <summary>»Ansvarlig: Nadia Holm«, »tovholder Pia Storm«, »med Pia Storm som tovholder«.</summary>
    private static string? Label(string sentence) =>
        Labelled().Match(sentence) is { Success: true } label ? Tidy(label.Groups["who"].Value) : null;

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
        return AskedOne().Match(before) is { Success: true } asked ? Tidy(asked.Groups["who"].Value)
            : GivenTo().Match(before) is { Success: true } given ? Tidy(given.Groups["who"].Value)
            : null;
    }

    private static string? InClause(string clause, int at)
    {
        var parts = ClausePart.Of(clause);
        var own = parts.TakeWhile(part => part.End < at).Count();
        if (own >= parts.Count)
            own = parts.Count - 1;

        for (var index = own; index >= 0; index--)
        {
            // On the way back »om lægehusene kan …« and »som er ny i rollen« are passed over.
            if (index < own && parts[index].IsSubordinate)
                continue;

            var (who, goOn) = SubjectReader.Read(clause, parts, index);
            if (who is not null && Tidy(who) is { } tidy)
                return tidy;
            if (!goOn)
                return null;
        }

        // "Frist 17/6: Hanne opsamler …", "Sekretariatet: Lav udkast …".
        if (own + 1 < parts.Count && parts[own + 1].AfterColon && SubjectReader.Read(clause, parts, own + 1).Who is { } behind)
            return Tidy(behind);

        return Addressed().Match(clause) is { Success: true } addressed && (WordForms.IsActor(addressed.Groups["who"].Value) || !addressed.Groups["actor"].Success)
            ? Tidy(addressed.Groups["who"].Value)
            : Speaker(clause);
    }

    // »Jeg giver lyd inden fredag, sagde Svend.«
    private static string? Speaker(string clause) => Said().Match(clause) is { Success: true } said ? said.Groups["who"].Value : null;

    // »… at det er kommunerne, der skal levere tallene, og at det skal ske senest …«
    private static string? Cleft(string sentence) => ItIs().Match(sentence) is { Success: true } it
        && (WordForms.IsActor(it.Groups["who"].Value) || char.IsUpper(it.Groups["who"].Value[0])) ? Tidy(it.Groups["who"].Value) : null;

    private static string? InBrackets(string sentence) => Bracketed().Match(sentence) is { Success: true } name ? Tidy(name.Groups["who"].Value) : null;

    private static string? Tidy(string words)
    {
        var who = words.Trim(' ', ',', '.', '-', '–', '•', '*');
        if (who.Contains('(', StringComparison.Ordinal) && !who.Contains(')', StringComparison.Ordinal))
            who += ")";
        return who.Length is 0 or > MaxLength || NoBody().IsMatch(who) ? null : who;
    }

    [GeneratedRegex(@"(?i:\b(ansvarlige?|ansv\.?|tovholdere?|tovh\.?|hvem|udføres\s+af|opgaveholder|aktør)(\s+for\s+\p{L}+)?)\s*:\s*(?<who>[\p{L}][^.;:|·\t)]*?)(?=\s*([.;|·\t)]|$|\s[–—-]\s)|,?\s*\(?\b(?i:frist|deadline|senest|inden|hvornår)\b)|(?<![\p{L}])(?i:tovholder|ansvarlig)\s+(er\s+)?(?<who>\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*(\s+og\s+\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*)*)?)|\bmed\s+(?<who>\p{Lu}[^,.;]{1,50}?)\s+som\s+(tovholder|ansvarlig)", Options, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^\W*(?i:ansvarlige?|ansv|tovholdere?|tovh|hvem)\b", Options, 1000)]
    private static partial Regex BeginsWithALabel();

    /// <summary>Says when, and leaves what and who to its neighbours: »Frist: 24. april.«, »Det skal ske senest …«, »Senest tirsdag.«</summary>
    [GeneratedRegex(@"^\W*(?i:(den\s+)?(svar)?(frist|fristen|deadline|deadlinen)\s*(er|:|den|d\.|\d)|hvornår\b|det\s+(skal|bør|sker)\b|senest\b[^,]{0,40}$|skal\s+ske\b|(færdig|klar)\b[^,]{0,30}$|(han|hun)\s)", Options, 1000)]
    private static partial Regex IsBare();

    [GeneratedRegex(@"\b(ansvar(et|lige?)?|opgave(n|r)?|sørger|sikrer|påser)\s+(for\s*)?,?\s*at$|\b(er|har)\b.*\bansvar\p{L}*\s+for", Options, 1000)]
    private static partial Regex GivesCharge();

    [GeneratedRegex(@"\b(bad|beder|anmodede|anmoder|opfordrede|opfordrer|pålagde|pålægger)\s+(?<who>[^,.;]{2,60}?)\s+(om\s+at|til\s+at|at)$", Options, 1000)]
    private static partial Regex AskedOne();

    [GeneratedRegex(@"(^|[,.]\s*)(?<who>[^,.;]{2,60}?)\s+((fik|får)\s+til\s+opgave|(er|blev|bliver|er\s+blevet)\s+(bedt|anmodet|opfordret|pålagt)(\s+om|\s+til)?|(anmodes|opfordres|pålægges|bemyndiges)(\s+om|\s+til)?)\s+at$", Options, 1000)]
    private static partial Regex GivenTo();

    /// <summary>»LMN: Send link …«, »Lise Holm: Lav et udkast …«, »Sekretariatet: Book et lokale …«.</summary>
    [GeneratedRegex(@"^\W*(?<who>(?!HUSK|NB|OBS|TODO)\p{Lu}{2,4}|\p{Lu}\p{Ll}+(\s+\p{Lu}[\p{L}-]+)+|\p{Lu}\p{Ll}+(?=:\s+\p{Ll}*(?<=\b(send|skriv|lav|book|find|ring|undersøg|kontakt|indkald|udarbejd|aflever|svar|bestil|tjek|følg|saml|ret|meld|rundsend|indhent|forbered|opdater))\s)|(?<actor>\p{Lu}\p{Ll}+)):\s", Options, 1000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b[Dd]et\s+(er|bliver)\s+(?<who>[^,.;\d]{2,50}?),?\s+(der|som)\s+(skal|bør|vil|får|\p{L}{3,}er)\b", Options, 1000)]
    private static partial Regex ItIs();

    [GeneratedRegex(@",\s*(sagde|siger|lovede|oplyste)\s+(?<who>\p{Lu}[\p{L}-]*(\s\p{Lu}[\p{L}-]*)*)", Options, 1000)]
    private static partial Regex Said();

    /// <summary>»(Finn, senest 15. marts)«, »(Samira Haddad)«, »v/Lone Friis«.</summary>
    [GeneratedRegex(@"(\(|\bv/\s?)(v/\s?|ved\s+)?(?<who>\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*){0,3}(\s+og\s+\p{Lu}[\p{L}-]*(\s+\p{Lu}[\p{L}-]*){0,3})?)(?=\s*([,)]|$|\.$|(senest|inden)\b))", Options, 1000)]
    private static partial Regex Bracketed();

    // A thing, anybody who likes, or no words at all.
    [GeneratedRegex(@"^(?i:\p{L}*(frist(en|er|erne)?|deadlines?|deadlinen))\b|^(?i:der|det|dette|disse|den|de|han|hun|man|som|vi|jeg|du|dem|hvem)$|^(?i:en|et)\s+(?i:frist|dato|plan|aftale|status)$|\b(?i:fristen?|deadlinen?|møder?t?|mødet|referatet|materialet?|rapporten|notatet|planen|punktet|sagen|spørgsmål(et|ene)?|rettelser|bemærkninger|kommentarer|forslag(et)?|udkast(et)?|svar(et)?|ansøgning(en|er|erne)|tilmelding(en)?|indmelding(en)?|puljen|midler(ne)?|hjemmesiden|systemet|evaluering(en)?|retningslinjer(ne)?|aftalen|data|oplægget|bilag(et|ene)?|høringssvar(ene)?|budget(tet|tal)?|status|projektet|indsatsen|input|interesserede|deltagere|borgere|tilmeldte|oversigten|pjecen|ordningen|listen|opgaven|opfølgning|handling|aktion|opgave|beslutning|referat|hvad|punkt|påmindelse|obs|info|note|nyt|aftalt|vigtigt)$", Options, 1000)]
    private static partial Regex NoBody();
}
