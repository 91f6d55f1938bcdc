using System.Globalization;
using System.Text.RegularExpressions;

namespace Klynge.Domain.Minutes;

/// <summary>
/// Reads what became of each recommendation out of a decision's words: "Indstilling 1 og 2 blev godkendt", "a) Godkendt", "Taget til
/// efterretning". It follows from the text alone, so it is never stored; a decision in other words has no outcomes, which is no guess.
/// What <see cref="DecisionText"/> printed comes back with all its details.
/// </summary>
public static partial class RecommendationOutcomes
{
    private const int MaxDecisionLength = 400;

    private static readonly (Regex Words, RecommendationOutcome Outcome)[] Patterns =
    [
        (Rejected(), RecommendationOutcome.Rejected),
        (Subject(), RecommendationOutcome.ApprovedSubjectTo),
        (Amended(), RecommendationOutcome.ApprovedAmended),
        (Remarks(), RecommendationOutcome.ApprovedWithRemarks),
        (Postponed(), RecommendationOutcome.Postponed),
        (Written(), RecommendationOutcome.WrittenProcedure),
        (Noted(), RecommendationOutcome.Noted),
        (Approved(), RecommendationOutcome.Approved),
        (Awaits(), RecommendationOutcome.AwaitsAuthority),
        (Referred(), RecommendationOutcome.Referred),
        (Recommended(), RecommendationOutcome.Recommended),
        (Discussed(), RecommendationOutcome.Discussed),
    ];

    /// <summary>The outcome that one sentence tells; null where it tells none.</summary>
    public static RecommendationOutcome? Of(string sentence)
    {
        if (sentence.Length > MaxDecisionLength)
            return null;

        foreach (var (words, outcome) in Patterns)
        {
            if (words.IsMatch(sentence))
                return outcome;
        }

        return null;
    }

    public static IReadOnlyList<RecommendationDecision> Read(string? decision, int recommendations)
    {
        if (recommendations is 0 or > 60 || decision is null || decision.Length > 4000)
            return [];

        var (printed, rest) = DecisionText.Read(decision, recommendations);
        if (printed.Count > 0)
            return [.. printed.Concat(ReadWords(rest ?? string.Empty, recommendations, ofAll: false)).DistinctBy(one => one.Recommendation).OrderBy(one => one.Recommendation)];

        return ReadWords(decision, recommendations, ofAll: true);
    }

    /// <summary>
    /// What keeps a decision from ending the matter: it was postponed, goes on in writing or awaits another authority, and nothing else was
    /// decided. »Drøftet. Sagen tages op igen« ends this item; »Udsat til næste møde« does not.
    /// </summary>
    /// <returns>Null for a decision that settles the item, or says nothing of it.</returns>
    public static RecommendationOutcome? Unsettled(string? decision, int recommendations)
    {
        var told = Told(decision, recommendations);
        return told.Count > 0 && told.All(outcome => outcome is RecommendationOutcome.Postponed or RecommendationOutcome.WrittenProcedure or RecommendationOutcome.AwaitsAuthority)
            ? told[0] : null;
    }

    /// <summary>All that a decision tells: of its recommendations, else sentence by sentence. Empty for one in other words.</summary>
    public static IReadOnlyList<RecommendationOutcome> Told(string? decision, int recommendations)
    {
        if (string.IsNullOrWhiteSpace(decision) || decision.Length > 4000)
            return [];

        var told = Read(decision, recommendations).Select(one => one.Outcome).ToList();
        return told.Count > 0 ? told : [.. decision.Split('\n').SelectMany(line => SentenceEnd().Split(line)).Select(Of).OfType<RecommendationOutcome>()];
    }

    private static IReadOnlyList<RecommendationDecision> ReadWords(string decision, int recommendations, bool ofAll)
    {
        var sentences = decision.Split('\n').SelectMany(line => SentenceEnd().Split(line)).Where(line => line.Trim().Length > 0 && !Absence().IsMatch(line)).ToList();
        var each = Each(sentences, recommendations);
        if (each.Count > 0 || decision.Length > MaxDecisionLength || !ofAll)
            return each;

        // One sentence among several answers one of several recommendations, unless it speaks of them all: "Indstillingerne blev godkendt."
        var telling = sentences.FindAll(sentence => Of(sentence) is not null);
        var isOfAll = recommendations == 1 || sentences.Count == 1 || telling.TrueForAll(sentence => OfAll().IsMatch(sentence));
        var told = telling.Select(Of).OfType<RecommendationOutcome>().Distinct().ToList();
        return told.Count == 1 && isOfAll ? [.. Enumerable.Range(1, recommendations).Select(number => new RecommendationDecision(number, told[0]))] : [];
    }

    private static List<RecommendationDecision> Each(List<string> sentences, int recommendations)
    {
        var found = new SortedDictionary<int, RecommendationOutcome>();
        foreach (var sentence in sentences)
        {
            var match = Numbered().Match(sentence);
            var letter = match.Success ? Match.Empty : Lettered().Match(sentence);
            if (Of(sentence) is not { } outcome || !(match.Success || letter.Success))
                continue;

            IEnumerable<int> numbers = match.Success
                ? Digits().Matches(match.Groups["numbers"].Value).Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))
                : [letter.Groups["letter"].Success ? letter.Groups["letter"].Value[0] - 'a' + 1 : int.Parse(letter.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)];
            foreach (var number in numbers.Where(number => number >= 1 && number <= recommendations))
                found.TryAdd(number, outcome);
        }

        return [.. found.Select(one => new RecommendationDecision(one.Key, one.Value))];
    }

    [GeneratedRegex(@"(?<=[\p{Ll})]{2})\.\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();

    /// <summary>"Fraværende: Eva Bang" below a decision says nothing of it.</summary>
    [GeneratedRegex(@"^\s*(fraværende|afbud|forfald|ikke til stede|ej til stede|inhabil)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absence();

    [GeneratedRegex(@"\b(indstilling(en|er|erne)?|at-punkt(erne)?|anbefaling(en|erne)?|indstillingspunkt(erne)?)\s*(nr\.?\s*)?(?<numbers>\d{1,2}((\s*,\s*|\s+og\s+|\s*[-–]\s*)\d{1,2})*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\s*([Aa]d\s+)?((?<n>\d{1,2})[.):]|(?<letter>[a-h])[.)])\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^(indstilling(en|erne)?|det indstillede|alle indstillinger)\b|^(tiltrådt|godkendt|udsat)\b|\bindstillingen\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\d{1,2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\bikke\s+(godkendt|tiltrådt|vedtaget|imødekommet|godkendes|tiltrædes)\b|\b(forkastet|forkastes|afvist|afvises|nedstemt|kunne ikke (godkende|tiltræde))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"\b(udsat|udsættes|udskudt|udskydes|blev udsat|genoptages|tages op igen)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Postponed();

    [GeneratedRegex(@"\b(behandles|behandlet|behandling) skriftligt?\b|\bskriftlig behandling\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(godkend|tiltrå?d|tiltræ|vedtag)\p{L}*\b.*\bforbehold\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(godkend|tiltrå?d|tiltræ|vedtag)\p{L}*\b.*\bmed\b.*\b(ændring|ændringer|tilføjelse|tilføjelser|rettelse|rettelser|præcisering)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amended();

    [GeneratedRegex(@"\b(godkend|tiltrå?d|tiltræ|vedtag)\p{L}*\b.*\b(med|idet)\b.*\bbemærk", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\btil efterretning\b|\b(orienteredes|orienteret)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noted();

    [GeneratedRegex(@"\b(godkendt|godkendte|godkendtes|godkendes|godkender|tiltrådt|tiltrådte|tiltrådtes|tiltrædes|vedtaget|vedtog|vedtoges|tilsluttede sig)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Approved();

    [GeneratedRegex(@"\bafventer\b.*\b(afgørelse|godkendelse|beslutning)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Awaits();

    [GeneratedRegex(@"\b(sendes|sendt|oversendes|oversendt|videresendes|henvises|henvist)\b.*\b(videre|til|tilbage)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Referred();

    [GeneratedRegex(@"\b(anbefales|anbefalet|anbefaler|indstilles|indstillet)\b.*\b(til|over for|at)\b|\btiltrædelse anbefales\b|^anbefales\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recommended();

    [GeneratedRegex(@"\b(drøftet|drøftede|drøftedes)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Discussed();
}
