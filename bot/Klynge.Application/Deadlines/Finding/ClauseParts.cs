using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// A part of a sentence that can have a subject and a verb of its own: what stands between commas, colons and dashes, or behind an »og«
/// that a new subject follows (»Ole skriver referat | og Nadia sender det ud«).
/// </summary>
/// <param name="AfterColon">»Udkast til årsberetning: | Ole skriver«.</param>
internal sealed partial record ClausePart(int Start, int End, bool AfterColon, IReadOnlyList<Word> Words)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>»hvor mange«, »hvor længe«: what a question asks for.</summary>
    private static readonly FrozenSet<string> Degrees = WordForms.Words("mange meget langt længe ofte stor stort store");

    /// <summary>Where the subject or the verb begins: behind »og«, »at«, »hvorefter«, »dog således at«.</summary>
    internal int First
    {
        get
        {
            var lead = Words.TakeWhile(word => WordForms.Conjunctions.Contains(word.Lower) || WordForms.Adverbs.Contains(word.Lower)).ToList();
            return lead.FindLastIndex(word => word.Lower == "at") is var at and >= 0 ? at + 1 : lead.TakeWhile(word => WordForms.Conjunctions.Contains(word.Lower)).Count();
        }
    }

    /// <summary>The place of its verb; -1 for none.</summary>
    internal int Verb
    {
        get
        {
            for (var at = First; at < Words.Count; at++)
            {
                if (WordForms.IsFinite(Words, at, First))
                    return Auxiliary(at) ?? at;
            }

            return -1;
        }
    }

    internal bool IsSubordinate => Words.Count > 0 && (WordForms.Subordinators.Contains(Words[0].Lower)
        || (Words is [{ Lower: "hvor" }, var asked, ..] && Degrees.Contains(asked.Lower)));

    // "Fælles retningslinjer skal være …", "Nye vedtægter sendes …": behind a plural in -er the verb is yet to come.
    private int? Auxiliary(int from)
    {
        for (var at = from + 1; at < Words.Count && Words[from].Lower.EndsWith("er", StringComparison.Ordinal); at++)
        {
            if (WordForms.Conjunctions.Contains(Words[at].Lower) || (WordForms.Subordinators.Contains(Words[at].Lower) && Words[at].Lower != "om"))
                return null;
            if (WordForms.Modals.Contains(Words[at].Lower) || WordForms.States.Contains(Words[at].Lower) || WordForms.Asked.Contains(Words[at].Lower)
                || (at == from + 1 && from == First + 1 && Words[First].Lower.EndsWith('e') && WordForms.IsPassive(Words[at].Lower)))
            {
                return at;
            }
        }

        return null;
    }

    internal bool Begins(params ReadOnlySpan<string> words) => Words.Count > 0 && words.Contains(Words[0].Lower);

    /// <summary>The parts of <paramref name="text"/>, in their order.</summary>
    internal static IReadOnlyList<ClausePart> Of(string text)
    {
        var mark = ListMark().Match(text).Length;
        var words = WordPattern().Matches(text).Where(match => match.Index >= mark).Select(match => new Word(match.Value, match.Index)).ToList();
        var parts = new List<ClausePart>();
        var (start, afterColon) = (0, false);
        var cuts = Separators().Matches(text).Select(match => (match.Index, End: match.Index + match.Length, IsColon: match.Value == ":"));
        foreach (var cut in cuts.Append((Index: text.Length, End: text.Length, IsColon: false)))
        {
            parts.AddRange(AtSubjects(start, cut.Index, afterColon, [.. words.Where(word => word.Start >= start && word.End <= cut.Index)]));
            (start, afterColon) = (cut.End, cut.IsColon);
        }

        return parts;
    }

    // "Regionen undersøger reglerne og vender tilbage" is one part: no subject stands behind the "og".
    private static IEnumerable<ClausePart> AtSubjects(int start, int end, bool afterColon, IReadOnlyList<Word> words)
    {
        var part = new ClausePart(start, end, afterColon, words);
        var verb = part.Verb;
        for (var at = verb + 1; verb >= 0 && at < words.Count; at++)
        {
            if (words[at].Lower == "og" && BeginsWithASubject(words, at + 1))
            {
                yield return new ClausePart(start, words[at].Start, afterColon, [.. words.Take(at)]);
                foreach (var rest in AtSubjects(words[at].Start, end, false, [.. words.Skip(at)]))
                    yield return rest;
                yield break;
            }
        }

        yield return part;
    }

    private static bool BeginsWithASubject(IReadOnlyList<Word> words, int from)
    {
        if (from >= words.Count || WordForms.IsFinite(words, from, from) || WordForms.IsAdverbial(words, from))
            return false;

        for (var at = from + 1; at < words.Count && at <= from + 4; at++)
        {
            if (WordForms.Conjunctions.Contains(words[at].Lower) || WordForms.IsAdverbial(words, at))
                return false;
            if (WordForms.IsFinite(words, at, from))
                return words[from].IsCapital || WordForms.IsDefinite(words[at - 1]) || WordForms.Determiners.Contains(words[from].Lower);
        }

        return false;
    }

    [GeneratedRegex(@",(?!\d)|;|:(?!\d)|\s[–—-]\s|\s[·|]\s|\t", Options, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\p{L}\d]+([&/'’-][\p{L}\d]+)*", Options, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^\W*(\d{1,2}[.)]\s+(?=\p{Lu}))?", Options, 1000)]
    private static partial Regex ListMark();
}
