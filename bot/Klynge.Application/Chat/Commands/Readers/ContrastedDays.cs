using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// Days that a sentence sets against one another: "jeg kommer 21/12 men ikke 14/1", "IKKE afbud til 14/1, det var til 21/12", "den 14. og ikke
/// den 21., jeg ville melde afbud til". Each clause says that somebody stays away, or comes, or denies one of the two.
/// </summary>
internal static class ContrastedDays
{
    private static readonly string[] Away =
        ["afbud", "forhindret", "forhindrede", "syg", "vaek", "optaget", "fravaerende", "udebliver", "ferie", "kursus", "bortrejst"];

    private static readonly string[] There = ["kommer", "komme", "deltager", "deltage", "kan", "naar", "moeder"];
    private static readonly string[] Not = ["ikke", "ik", "ikk", "itte"];
    private static readonly string[] Instead = ["stedet", "istedet", "stedfortraeder", "suppleant", "fortryd", "fortryder", "traekker"];

    /// <summary>Sentences about something else that has days, too.</summary>
    private static readonly string[] Others = ["frist", "deadline", "punkt", "dagsorden", "referat", "flytte", "beslut", "skriftlig"];

    /// <summary>What is left without the days on which somebody comes; null where the sentence sets no days against one another.</summary>
    internal static string? OfAbsence(string text, ParserContext context)
    {
        var words = Word.Split(text);
        if (!words.Exists(word => Not.Contains(word.Folded) || word.Folded == "kun") || text.Contains('?', StringComparison.Ordinal)
            || words.Exists(word => Instead.Contains(word.Folded) || Array.Exists(Others, other => word.Folded.StartsWith(other, StringComparison.Ordinal))))
        {
            return null;
        }

        var clauses = Split(words).ConvertAll(clause => Of(clause, context));
        var dated = clauses.FindAll(clause => clause.Day is not null);
        if (dated.Count < 2 || !clauses.Exists(clause => clause.SaysAway is not null))
            return null;
        var away = dated.FindAll(clause => IsAway(clause, clauses));
        if (away.Count == 0 || away.Count == dated.Count)
            return null;

        var named = away.Exists(clause => clause.SaysAway is not null && Names(clause, context).Any())
            ? [] : dated.Except(away).SelectMany(clause => Names(clause, context));
        return string.Join(' ', named.Concat(clauses.Except(dated.Except(away)).Select(clause =>
            clause.Day is null || clause.SaysAway is not null && !(clause.SaysAway == true && clause.IsDenied) ? clause.Text : clause.Day)));
    }

    private static bool IsAway(Clause clause, List<Clause> all)
    {
        var at = all.IndexOf(clause);
        var says = clause.SaysAway ?? (all[..at].FindLast(one => one.SaysAway is not null) ?? all[at..].Find(one => one.SaysAway is not null))!.SaysAway;
        return says == true ? !clause.IsDenied : clause.IsDenied;
    }

    private static Clause Of(List<Word> words, ParserContext context)
    {
        var clause = words[0].Source[..words[^1].End];
        var (at, day) = (words.Count, (string?)null);
        for (var i = 0; i < words.Count && day is null; i++)
        {
            if (MeetingMentionReader.Read(clause[words[i].Start..], context.Today) is { IsJustTheNext: false } mention)
                (at, day) = (i, mention.Words.Trim());
        }

        var isDenied = words.Take(at).Any(word => Not.Contains(word.Folded));
        var deniesBehind = words.Skip(at).Any(word => Not.Contains(word.Folded));
        bool? says = words.Exists(word => Away.Contains(word.Folded)) ? true
            : words.Exists(word => There.Contains(word.Folded)) ? deniesBehind
            : null;
        isDenied |= says is null && words.Exists(word => word.Folded == "kun"); // "jeg kan godt den 14., det er kun den 21., der driller"
        return new Clause(words, day, isDenied, says);
    }

    private static IEnumerable<string> Names(Clause clause, ParserContext context)
    {
        for (var at = 0; at < clause.Words.Count; at++)
        {
            if (PersonReader.Read(clause.Words, at, context.People) is not { } read)
                continue;
            yield return read.Written;
            at += read.Words - 1;
        }
    }

    private static List<List<Word>> Split(List<Word> words)
    {
        var clauses = new List<List<Word>> { new() };
        for (var at = 0; at < words.Count; at++)
        {
            if (clauses[^1].Count > 0 && Begins(words, at))
                clauses.Add([]);
            clauses[^1].Add(words[at]);
        }

        return clauses;
    }

    // "…, ikke 21/12", "og ikke den 21.", "men den 17."; not after the full stop of "den 14."
    private static bool Begins(List<Word> words, int at)
    {
        var before = words[at - 1];
        if (before.EndsPhrase || words[at].Folded is "men" or "dog" || (words[at].Folded == "og" && at + 1 < words.Count && Not.Contains(words[at + 1].Folded)))
            return true;
        return before.Text[^1] is '.' or '!' && (words[at].IsCapitalised || !before.Text.ContainsAnyInRange('0', '9')) && before.Folded.Length > 1;
    }

    /// <param name="Day">The words of its day; null for none.</param>
    /// <param name="IsDenied">"ikke" stands before the day.</param>
    /// <param name="SaysAway">True for "afbud" and for "den 21. kan jeg ikke", false for "kommer"; null where the clause has no such word.</param>
    private sealed record Clause(List<Word> Words, string? Day, bool IsDenied, bool? SaysAway)
    {
        internal string Text => Words[0].Source[Words[0].Start..Words[^1].End].Trim(CommandMarks.Trailing);
    }
}
