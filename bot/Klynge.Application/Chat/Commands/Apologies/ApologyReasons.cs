using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>The reasons that an apology gives: where each begins and ends, and whether it may have been meant as more than a reason.</summary>
internal sealed class ApologyReasons(ArgumentReader arguments, ParserContext context)
{
    private const int MaxDateWords = 8;

    // Behind these a date belongs to the reason: "ferie til og med 4. februar".
    private static readonly string[] OfReasons = ["til", "med", "indtil", "fra", "siden", "efter", "foer", "inden", "ca", "until", "from"];

    private static readonly string[] Places = ["i", "paa", "til", "ved", "in", "at", "to"];

    private readonly List<string> _all = [];

    internal IReadOnlyList<string> All => _all;

    /// <summary>The word where the first begins.</summary>
    internal int At { get; private set; } = int.MaxValue;

    /// <summary>A day was taken off the end that may be the reason's own.</summary>
    internal bool IsDoubtful { get; private set; }

    internal bool Take()
    {
        var (words, at) = (arguments.Words, arguments.Position);
        var isAnnounced = at > 0 && words[at - 1].Text[^1] == ':';
        var isBracketed = words[at].Text[0] == '(' && words[at].Text.Length > 1;
        if (!isAnnounced && !isBracketed && !ReasonWords.BeginAt(words, at, AbsenceWords.Contains))
            return false;

        var end = at + 1;
        while (end < words.Count && (isAnnounced || !words[end - 1].EndsPhrase) && !SubstituteReader.IsMark(words[end])
            && !(isBracketed && words[end - 1].Text.Contains(')')) && !ApologyClauses.BeginAnew(words, end, context))
        {
            end++;
        }

        var reason = words[at].Source[words[at].Start..words[end - 1].End].Trim(CommandMarks.Trailing);
        _all.Add(WithoutDateAtEnd(isBracketed ? reason.Trim('(', ')') : reason));
        At = Math.Min(At, at);
        arguments.Skip(end - at);
        return true;
    }

    /// <summary>Takes all of them away, as they were written.</summary>
    internal IReadOnlyList<string> Clear()
    {
        var all = _all.ToArray();
        _all.Clear();
        return all;
    }

    /// <summary>A reason that names a day or somebody else may have been meant as more than a reason.</summary>
    internal bool MayBeMore(string reason)
    {
        var words = Word.Split(reason);
        return NamesStranger(words)
            || PersonReader.NamesAnother(reason, context.People, context.SenderName)
            || Enumerable.Range(0, words.Count).Any(i =>
                !words[..i].TakeLast(3).Any(word => OfReasons.Contains(word.Folded)) && ArgumentReader.IsDate(reason[words[i].Start..], context));
    }

    private string WithoutDateAtEnd(string reason)
    {
        var words = Word.Split(reason);
        for (var i = Math.Max(1, words.Count - MaxDateWords); !arguments.NamesDay && i < words.Count; i++)
        {
            var written = reason[words[i].Start..];
            if (OfReasons.Contains(words[i - 1].Folded) || char.IsAsciiDigit(words[i - 1].Text[0]) || DanishText.Fold(written).Trim(CommandMarks.Around) is "i dag" or "idag" or "dag" || !arguments.TakeWholeDate(written))
                continue;

            // "ferie i uge 53" may say when the holiday is and not which meeting.
            IsDoubtful |= DanishDateParser.ParseWhole(written, context.Today) is not DateReading.Found;
            return reason[..words[i].Start].TrimEnd(CommandMarks.Trailing);
        }

        return reason;
    }

    // "ferie for Gitta": somebody whom nobody here knows, or a slip; "kursus i Vejle" is a place.
    private static bool NamesStranger(List<Word> words) =>
        Enumerable.Range(1, Math.Max(0, words.Count - 1)).Any(i => words[i].IsCapitalised && !Places.Contains(words[i - 1].Folded) && !words[i - 1].IsCapitalised);
}
