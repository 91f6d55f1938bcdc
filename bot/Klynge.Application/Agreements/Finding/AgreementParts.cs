using System.Text.RegularExpressions;
using Klynge.Application.Deadlines.Finding;
using Klynge.Domain.Agreements;

namespace Klynge.Application.Agreements.Finding;

/// <summary>
/// Reads the forum, who and the trigger of a promise, in its own words: nobody is looked up, and what the words do not say stays null. They
/// are offered to be corrected.
/// </summary>
internal static partial class AgreementParts
{
    private const int MaxWho = 80;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The body that it is put before, sent to or told: »i Direktørforum«, »til driftsgrupperne«; »Politisk Forum orienteres«.</summary>
    internal static string? Forum(Promise promise, AgreementKind kind)
    {
        if (kind is AgreementKind.Prepare or AgreementKind.FindDate or AgreementKind.Nominate or AgreementKind.Standing)
            return null;

        return Towards().Match(promise.Words) is { Success: true } to ? to.Groups["forum"].Value
            : kind == AgreementKind.Orient && Body().Match(promise.Words) is { Success: true } told ? told.Groups["forum"].Value
            : null;
    }

    /// <summary>»på næste møde«, »efter sommerferien«, »i 2027«, »når loven er vedtaget«.</summary>
    internal static string? When(string sentence) => Moment().Match(sentence) is { Success: true } moment ? moment.Value.Trim() : null;

    /// <summary>Who acts; of an invitation who is invited, of news who is told.</summary>
    internal static string? Who(Promise promise, AgreementKind kind)
    {
        var (sentence, parts) = (promise.Sentence, promise.Parts);
        var at = promise.At;
        var asked = AskedOne().Match(promise.Words);
        if (asked.Success)
            return Short(asked.Groups["who"].Value);

        // "Det blev aftalt at invitere ungerådet": behind the verb. "…, at sekretariatet udarbejder": in the clause that follows.
        if (kind == AgreementKind.Invite && Inviting().Match(promise.Words) is { Success: true } guest)
            return Short(guest.Groups["who"].Value);
        if (at + 1 < parts.Count && parts[at + 1].Begins("at") && PromiseWords.Agreed(sentence[parts[at].Start..parts[at].End]).Success)
            at++;

        var part = parts[at];
        if (part.Verb < 0)
            return null;

        var isOfTheDone = kind is AgreementKind.Invite or AgreementKind.Orient or AgreementKind.Nominate;
        var subject = part.Verb == part.First || WordForms.IsAdverbial(part.Words, part.First)
            ? NounPhrases.At(part.Words, part.Verb + 1)
            : (part.Words[part.First].Start, part.Words[part.Verb - 1].End);
        if (subject is not { } span || span.End <= span.Start)
            return null;

        var words = part.Words.Where(word => word.Start >= span.Start && word.End <= span.End).ToList();
        return words.Count > 0 && words[0].Lower is not ("der" or "det" or "dette" or "den") && (isOfTheDone || PromiseWords.AreAnActor(words)) ? Short(sentence[span.Start..span.End]) : null;
    }

    private static string? Short(string words) => words.Trim(' ', ',', '.') is { Length: > 0 and <= MaxWho } short1 ? short1 : null;

    [GeneratedRegex(@"\b([Bb]ad|[Bb]eder|[Aa]nmodede|[Aa]nmoder|[Oo]verladt\s+til)\s+(?<who>[^,.;]{2,60}?)\s+(om\b|at\b|vurdere|undersøge)|(?<who>\p{Lu}[^,.;]{2,60}?)\s+(blev|er|bliver)\s+(bedt|anmodet|opfordret|pålagt)\b|(?<who>\p{Lu}[^,.;]{2,60}?)\s+(fik|får|har\s+fået)\s+til\s+opgave", Options, 1000)]
    private static partial Regex AskedOne();

    [GeneratedRegex(@"\b(invitere|indbyde)\s+(?<who>[^,.;]{2,70}?)(?=\s+(til|med|ind|i|på)\b|[,.;]|$)", Options, 1000)]
    private static partial Regex Inviting();

    [GeneratedRegex(@"\b(i|til|for|hos|på|af)\s+(?<forum>(den\s+|de\s+)?((\p{Lu}[\p{L}-]*\s+){1,2}(Forum|Niveau|Råd|Samråd|Udvalg|Styregruppe|Ledelse)(\s+\p{Lu}\p{L}+)?|\p{L}*([Ff]orum|[Ff]ora|[Rr]åd(et|ene)?|[Uu]dvalg(et|ene)?|[Kk]reds(en)?|(?<!pr)[Gg]ruppe(n|r|rne)?|[Nn]iveau|[Bb]estyrelse(n|rne)?|[Ss]amling|kommunerne|PLO|[Mm]inisteriet|[Ff]ormandskab(et)?)(\s+(?-i:\p{Lu})\p{L}+)?))(?=[\s,.;]|$)", Options, 1000)]
    private static partial Regex Towards();

    [GeneratedRegex(@"(?<![\p{L}])(?<forum>(\p{Lu}[\p{L}-]*\s+)?\p{Lu}[\p{L}-]*(forum|råd|Forum|Niveau|Råd|Samråd|råd|kreds(en)?))(?=[\s,.;])", Options, 1000)]
    private static partial Regex Body();

    [GeneratedRegex(
        @"\b((på|til|ved|i|under|efter|inden)\s+)?((et|det|den)\s+)?(af\s+(de|vores)\s+)?(næste|næstkommende|førstkommende|kommende|senere)\s+(ordinære\s+|politiske\s+|fælles\s+)?(\p{L}*møde\p{L}*|tidspunkt|gang)(\s+(i|til)\s+\p{L}+)?"
        + @"|\bnæste\s+(gang|år)|\bsenere\s+på\s+året|\b(efter|inden|før)\s+(sommer|jul|påske|efterårs|vinter|nytår|årsskift)\p{L}*|\b(til|i)\s+(foråret|efteråret|sommeren|vinteren)(\s+20\d\d)?"
        + @"|\b(i|til|fra)\s+(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(\s+20\d\d)?\b|\bi\s+20\d\d\b|\bi\s+løbet\s+af\s+[^,.;]{3,30}|\bom\s+(et|en|to|tre|seks)\s+(halvt\s+)?(år|måned(er)?)"
        + @"|\b(på|til|ved)\s+(\p{L}+mødet|mødet|temadagen|seminaret)(\s+(i|efter|d\.|den)\s+[^,.;]{2,25})?|\befter\s+[^,.;]{0,30}?\p{L}*møde(t)?(\s+i\s+\p{L}+)?|\b(når|så\s+snart)\s+[^,.;]{4,70}",
        Options | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Moment();
}
