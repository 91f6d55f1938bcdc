using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>
/// Prints the answers to an item's recommendations as minutes do, and reads them back. The words are all that is kept, so an answer that is
/// typed, imported or pressed is the same thing: "Indstilling 1 blev godkendt.", "Indstilling 2 og 3 udsættes til næste møde.", and where all
/// are alike "Indstillingerne blev godkendt."
/// </summary>
public static partial class DecisionText
{
    public const int MaxBodyLength = 120;

    private const string Break = "\n\n";

    /// <summary>What a text may end with that needs no full stop.</summary>
    private const string Ends = ".!?«:";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>What is printed of each, ahead of the body that some have.</summary>
    private static readonly FrozenDictionary<RecommendationOutcome, string> Words = new Dictionary<RecommendationOutcome, string>
    {
        [RecommendationOutcome.Approved] = "blev godkendt",
        [RecommendationOutcome.ApprovedWithRemarks] = "blev godkendt med bemærkninger",
        [RecommendationOutcome.ApprovedAmended] = "blev godkendt med ændringer",
        [RecommendationOutcome.ApprovedSubjectTo] = "blev godkendt med forbehold for godkendelse fra",
        [RecommendationOutcome.Rejected] = "blev ikke godkendt",
        [RecommendationOutcome.Noted] = "blev taget til efterretning",
        [RecommendationOutcome.Discussed] = "blev drøftet",
        [RecommendationOutcome.Recommended] = "anbefales til",
        [RecommendationOutcome.Postponed] = "udsættes til næste møde",
        [RecommendationOutcome.WrittenProcedure] = "behandles skriftligt",
        [RecommendationOutcome.Referred] = "sendes videre til",
        [RecommendationOutcome.AwaitsAuthority] = "afventer afgørelse fra",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RecommendationOutcome> Outcomes = Words.ToFrozenDictionary(one => one.Value, one => one.Key, StringComparer.Ordinal);

    /// <summary>
    /// The decision with its answers before the text of the item. An answer that could not be read back as it is meant (a name that is cut by
    /// its full stop) is refused.
    /// </summary>
    /// <param name="recommendations">How many the item has.</param>
    /// <param name="text">What is said of the item as a whole; null or empty for nothing.</param>
    public static Result<string> Write(IEnumerable<RecommendationDecision> answers, int recommendations, string? text)
    {
        var clean = answers.Select(Clean).OrderBy(one => one.Recommendation).ToList();
        if (clean.Find(one => one.Outcome.NeedsBody() && one.Body is null) is { } bodiless)
            return new OutcomeBodyMissing(bodiless.Recommendation, bodiless.Outcome);

        if (clean.Find(one => one.Until is not null && one.Outcome != RecommendationOutcome.ApprovedSubjectTo) is { } dated)
            return new OutcomeBodyUnused(dated.Recommendation);

        if (clean.Find(one => !one.Outcome.NeedsBody() && one.Body is not null) is { } idle)
            return new OutcomeBodyUnused(idle.Recommendation);

        if (clean.Find(one => one.Body?.Length > MaxBodyLength) is { } long1)
            return new OutcomeBodyUnreadable(long1.Recommendation);

        var whole = Join(clean, recommendations, text);
        var (back, _) = Read(whole, recommendations);
        return clean.Find(one => !back.Contains(one)) is { } unread ? new OutcomeBodyUnreadable(unread.Recommendation) : whole;
    }

    /// <summary>The answers that stand at the head of a decision in the words of <see cref="Write"/>, and what follows them.</summary>
    public static (IReadOnlyList<RecommendationDecision> Answers, string? Text) Read(string? decision, int recommendations)
    {
        var answers = new SortedDictionary<int, RecommendationDecision>();
        var rest = (decision ?? string.Empty).ReplaceLineEndings("\n");
        while (rest.Length > 0 && answers.Count < recommendations)
        {
            var end = rest.IndexOf('\n', StringComparison.Ordinal) is var at and >= 0 ? at : rest.Length;
            var read = Line(rest[..end].Trim(), recommendations);
            if (read.Count == 0 || read.Exists(one => answers.ContainsKey(one.Recommendation)))
                break;

            read.ForEach(one => answers.Add(one.Recommendation, one));
            rest = rest[end..].TrimStart('\n', ' ');
        }

        return ([.. answers.Values], rest.Length == 0 ? null : rest);
    }

    private static string Join(List<RecommendationDecision> answers, int recommendations, string? text)
    {
        var paragraphs = Sentences(answers, recommendations);
        return string.Join(Break, string.IsNullOrEmpty(text) ? paragraphs : paragraphs.Append(text));
    }

    private static IEnumerable<string> Sentences(List<RecommendationDecision> answers, int recommendations)
    {
        if (answers.Count == recommendations && answers.Select(OfAny).Distinct().Count() == 1 && (recommendations == 1 || answers[0].Text is null))
            return [Sentence(SubjectOfAll(answers[0].Outcome, recommendations), answers[0])];

        return answers
            .GroupBy(one => one.Text is null ? OfAny(one) : one)
            .Select(group => Sentence($"Indstilling {DanishFormat.List(group.Select(one => one.Recommendation.ToString(CultureInfo.InvariantCulture)))}", group.First()));
    }

    private static RecommendationDecision OfAny(RecommendationDecision one) => one with { Recommendation = 0 };

    private static string SubjectOfAll(RecommendationOutcome outcome, int recommendations) => outcome switch
    {
        RecommendationOutcome.Postponed or RecommendationOutcome.WrittenProcedure => "Punktet",
        _ => recommendations == 1 ? "Indstillingen" : "Indstillingerne",
    };

    private static string Sentence(string subject, RecommendationDecision answer) =>
        $"{subject} {Predicate(answer)}.{(answer.Text is { } text ? $" {text}" : string.Empty)}";

    private static string Predicate(RecommendationDecision answer)
    {
        var body = answer.Outcome.NeedsBody() ? $" {answer.Body}" : string.Empty;
        var until = answer is { Outcome: RecommendationOutcome.ApprovedSubjectTo, Until: { } day } ? $" senest d. {DanishFormat.PlainDate(day)}" : string.Empty;
        return $"{Words[answer.Outcome]}{body}{until}";
    }

    private static List<RecommendationDecision> Line(string line, int recommendations)
    {
        if (Printed().Match(line) is not { Success: true } match)
            return [];

        IEnumerable<int> numbers = match.Groups["numbers"] is { Success: true } some
            ? Digits().Matches(some.Value).Select(Number)
            : Enumerable.Range(1, recommendations);
        var one = new RecommendationDecision(0, Outcomes[match.Groups["what"].Value])
        {
            Body = match.Groups["body"] is { Success: true } body ? body.Value : null,
            Until = match.Groups["day"].Success ? Day(match) : null,
            Text = match.Groups["text"] is { Success: true } text ? text.Value : null,
        };
        var answers = numbers.Select(number => one with { Recommendation = number }).ToList();

        // Only what would be printed just so: other words are left to whoever wrote them.
        return answers.TrueForAll(answer => answer.Recommendation >= 1 && answer.Recommendation <= recommendations)
            && Sentences(answers, match.Groups["numbers"].Success ? int.MaxValue : recommendations).SequenceEqual([line], StringComparer.Ordinal) ? answers : [];
    }

    private static LocalDate? Day(Match match)
    {
        var month = Enumerable.Range(1, 12).FirstOrDefault(one => DanishNames.Month(one) == match.Groups["month"].Value);
        var (year, day) = (Number(match.Groups["year"]), Number(match.Groups["day"]));
        return month > 0 && year is > 1900 and < 2200 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>On one line, and the text as whole sentences: "skal evalueres" is "Skal evalueres."</summary>
    private static RecommendationDecision Clean(RecommendationDecision answer)
    {
        var text = DanishText.Clean(answer.Text);
        var closed = text.Length == 0 || Ends.Contains(text[^1]) ? text : text + ".";
        var body = DanishText.Clean(answer.Body).TrimEnd('.');
        return answer with
        {
            Body = body.Length == 0 ? null : body,
            Text = closed.Length == 0 ? null : DanishFormat.Capitalised(closed),
        };
    }

    /// <summary>
    /// The body ends where a sentence does: "Byrådet i Gl. Havn" goes on behind its full stop, for "Gl" is no end of a sentence, and so does
    /// "Direktørforum 28. februar", for a sentence begins with no small letter.
    /// </summary>
    [GeneratedRegex(
        @"^(Punktet|Indstilling(en|erne| (?<numbers>\d{1,2}((, | og )\d{1,2})*))) ("
        + @"(?<what>blev godkendt( med (bemærkninger|ændringer))?|blev (ikke godkendt|taget til efterretning|drøftet)|udsættes til næste møde|behandles skriftligt)"
        + @"|(?<what>blev godkendt med forbehold for godkendelse fra|anbefales til|sendes videre til|afventer afgørelse fra) (?<body>.+?)"
        + @"( senest d\. (?<day>\d{1,2})\. (?<month>\p{Ll}+) (?<year>\d{4}))?)(?<=\p{Ll}{3}|\p{Lu}{2}|\d|[)»«])\.( (?<text>[^\s\p{Ll}].*))?$",
        Options,
        1000)]
    private static partial Regex Printed();

    [GeneratedRegex(@"\d{1,2}", Options, 1000)]
    private static partial Regex Digits();
}
