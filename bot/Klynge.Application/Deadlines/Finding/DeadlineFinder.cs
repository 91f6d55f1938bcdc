using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Finds the deadlines that stand in a text. It proposes; a person decides.</summary>
public static class DeadlineFinder
{
    /// <summary>Longer than this is no sentence but a text that lost its full stops; the deadline is looked for in it all the same, and quoted in part.</summary>
    private const int LongestQuote = 400;

    /// <param name="reference">The day of the text: dates without a year are seen from it, and what lies before it is over. Null when unknown.</param>
    /// <returns>In the order of the text; a sentence with two deadlines twice.</returns>
    public static IReadOnlyList<DeadlineFinding> Find(string? text, LocalDate? reference)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        return [.. Sentences.Of(text).SelectMany(sentence => In(sentence, reference)).Distinct()];
    }

    private static IEnumerable<DeadlineFinding> In(string sentence, LocalDate? reference)
    {
        var mentions = DateMentions.In(sentence, reference);
        return mentions
            .Where(mention => !(mention.Date < reference) && DeadlineCues.MakeADeadline(sentence, mention, mentions))
            .Select(mention => new DeadlineFinding(mention.Date, Quote(sentence, mention))
            {
                Time = mention.Time,
                Responsible = ResponsibleWords.Find(sentence, mention),
            });
    }

    private static string Quote(string sentence, DateMention mention)
    {
        if (sentence.Length <= LongestQuote)
        {
            return sentence;
        }

        var start = Math.Clamp(mention.End - (LongestQuote * 3 / 4), 0, sentence.Length - LongestQuote);
        return $"{(start > 0 ? "…" : "")}{sentence.Substring(start, LongestQuote).Trim()}{(start + LongestQuote < sentence.Length ? "…" : "")}";
    }
}
