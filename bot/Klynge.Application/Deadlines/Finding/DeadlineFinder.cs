using System.Text.RegularExpressions;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Finds the deadlines that stand in a text. It proposes; a person decides.</summary>
public static class DeadlineFinder
{
    /// <summary>Longer than this is no sentence but a text that lost its full stops; the deadline is looked for in it all the same, and quoted in part.</summary>
    private const int MaxQuoteLength = 400;

    /// <summary>»Udkast til årshjul. Tovholder: Gitte Malling. Frist: 24. april.«: so far back somebody is looked for.</summary>
    private const int SentencesBefore = 2;

    /// <param name="reference">The day of the text: dates without a year are seen from it, and what lies before it is over. Null when unknown.</param>
    /// <param name="onUnread">
    /// Told of each sentence that a busy machine did not read within its time: no deadline is found in it, and the others are read all the same.
    /// </param>
    /// <returns>In the order of the text; a sentence with two deadlines twice.</returns>
    public static IReadOnlyList<DeadlineFinding> Find(string? text, LocalDate? reference, Action<RegexMatchTimeoutException>? onUnread = null) =>
        Find(text, reference, onUnread, In);

    internal static IReadOnlyList<DeadlineFinding> Find(string? text, LocalDate? reference, Action<RegexMatchTimeoutException>? onUnread, SentenceReading read)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        var paragraphs = InTime<IReadOnlyList<string>>(() => [.. Sentences.ByParagraph(text)], onUnread);
        return [.. paragraphs.SelectMany(sentences => sentences.SelectMany((_, at) => InTime<DeadlineFinding>(() => [.. read(sentences, at, reference)], onUnread))).Distinct()];
    }

    private static List<T> InTime<T>(Func<List<T>> read, Action<RegexMatchTimeoutException>? onUnread)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException timeout) when (onUnread is not null)
        {
            onUnread(timeout);
            return [];
        }
    }

    private static IEnumerable<DeadlineFinding> In(IReadOnlyList<string> sentences, int at, LocalDate? reference)
    {
        var sentence = sentences[at];
        var mentions = DateMentions.In(sentence, reference);
        return mentions
            .Where(mention => !(mention.Date < reference) && DeadlineCues.MakeADeadline(sentence, mention, mentions))
            .Select(mention => new DeadlineFinding(mention.Date, Quote(sentence, mention))
            {
                Time = mention.Time,
                Responsible = ResponsibleWords.Find(sentence, mention, [.. sentences.Take(at).TakeLast(SentencesBefore)], sentences.ElementAtOrDefault(at + 1)),
            });
    }

    private static string Quote(string sentence, DateMention mention)
    {
        if (sentence.Length <= MaxQuoteLength)
            return sentence;

        var start = Math.Clamp(mention.End - (MaxQuoteLength * 3 / 4), 0, sentence.Length - MaxQuoteLength);
        return $"{(start > 0 ? "…" : "")}{sentence.Substring(start, MaxQuoteLength).Trim()}{(start + MaxQuoteLength < sentence.Length ? "…" : "")}";
    }

    /// <summary>What reads the sentence at that place of its paragraph.</summary>
    internal delegate IEnumerable<DeadlineFinding> SentenceReading(IReadOnlyList<string> sentences, int at, LocalDate? reference);
}

/// <summary>A sentence that names a deadline.</summary>
/// <param name="Date">The last day; null when the sentence leaves it open (»inden sommerferien«), and somebody must be asked.</param>
/// <param name="Sentence">Word for word, on one line.</param>
public sealed record DeadlineFinding(LocalDate? Date, string Sentence)
{
    /// <summary>»kl. 12«; null where the whole day counts.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Who is to do it, in the words of the sentence (»hver kommune«); null where it says nobody. No person is looked up for it.</summary>
    public string? Responsible { get; init; }

    public bool IsVague => Date is null;
}

/// <summary>A deadline that a document names, and the item it stands in.</summary>
/// <param name="Item">Null for the text before the first item.</param>
public sealed record DocumentDeadline(MinutesItem? Item, DeadlineFinding Finding)
{
    /// <summary>All deadlines of a document in its order, each sentence once per item.</summary>
    /// <param name="onUnread">As <see cref="DeadlineFinder.Find(string?, LocalDate?, Action{RegexMatchTimeoutException}?)"/> has it.</param>
    public static IReadOnlyList<DocumentDeadline> Of(MinutesDocument document, Action<RegexMatchTimeoutException>? onUnread = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return
        [
            .. In(null, document.Sections.Select(section => section.Text), document.Date, onUnread),
            .. document.Items.SelectMany(item => In(item, TextsOf(item), document.Date, onUnread)),
        ];
    }

    private static IEnumerable<DocumentDeadline> In(
        MinutesItem? item, IEnumerable<string> texts, LocalDate? date, Action<RegexMatchTimeoutException>? onUnread) =>
        texts.SelectMany(text => DeadlineFinder.Find(text, date, onUnread)).Distinct().Select(finding => new DocumentDeadline(item, finding));

    private static IEnumerable<string> TextsOf(MinutesItem item) =>
        [.. item.Sections.Select(section => section.Text), .. item.Recommendations, item.Decision ?? string.Empty];
}
