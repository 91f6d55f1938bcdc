using System.Runtime.InteropServices;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>Takes forums and dates from the front of what follows a command's name.</summary>
internal sealed class ArgumentReader(string text, ParserContext context, CommandDescription command)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "", "for", "til", "fra", "af", "i", "paa", "moede", "moedet", "moedets", "naeste", "den", "d",
        "the", "in", "of", "from", "on", "to", "meeting",
    };

    private readonly List<Word> _words = Word.Split(text);
    private int _next;

    public string? Forum { get; private set; }

    public DateReading? Date { get; private set; }

    /// <summary>The first refusal met; nothing is to be made of the arguments then.</summary>
    public Error? Refusal { get; private set; }

    public LocalDate? Day => (Date as DateReading.Found)?.Date ?? (Date as DateReading.Past)?.Date;

    /// <summary>What has not been taken yet.</summary>
    public string Rest => _next < _words.Count ? text[_words[_next].Start..].Trim() : "";

    /// <summary>As <see cref="Rest"/>, with the small word that it cannot do without: "på ferie", "i retten".</summary>
    public string RestOfSentence =>
        !AtEnd && _next > 0 && _words[_next - 1].Folded is ("paa" or "i" or "af") ? text[_words[_next - 1].Start..].Trim() : Rest;

    public bool AtEnd => _next >= _words.Count;

    /// <summary>Takes forum and date in any order, and the small words between them, until something else stands there.</summary>
    public ArgumentReader TakeAll(DateLean lean = DateLean.Ahead, bool pastIsFine = false)
    {
        while (Refusal is null && !AtEnd && (TakeForum() || TakeDate(lean, pastIsFine) || TakeFiller()))
        {
        }

        return this;
    }

    /// <summary>Nothing may be left over.</summary>
    public Error? Leftover()
    {
        if (Refusal is not null || AtEnd)
            return Refusal;
        var written = DanishText.Shorten(Rest, CommandLimits.MaxName);
        return Forum is null && context.Forums.Count > 0 && char.IsLetter(written[0])
            ? new ForumUnknown(written, [.. context.Forums.Select(forum => forum.Name)])
            : new ArgumentNotUnderstood(written, command);
    }

    public bool TakeForum()
    {
        if (Forum is not null)
            return false;
        var (forums, length) = ForumReader.Read(CollectionsMarshal.AsSpan(_words)[_next..], context.Forums);
        if (length == 0)
            return false;

        Refusal = forums.Count > 1 ? new ForumNotUnique(forums[0].Name) : null;
        Forum = forums[0].Key;
        _next += length;
        return true;
    }

    public bool TakeDate(DateLean lean = DateLean.Ahead, bool pastIsFine = false)
    {
        if (Date is not null)
            return false;
        var start = _words[_next].Start;
        var reading = DanishDateParser.Parse(text[start..], context.Today, lean);
        if (reading is DateReading.NotADate)
            return false;

        (Date, Refusal) = (reading, RefusalOf(reading, pastIsFine));
        SkipTo(start + DanishDateParser.SpanOf(reading).End);
        return true;
    }

    public bool TakeFiller()
    {
        if (AtEnd || !Fillers.Contains(_words[_next].Folded))
            return false;
        _next++;
        return true;
    }

    private static Error? RefusalOf(DateReading reading, bool pastIsFine) => reading switch
    {
        DateReading.Ambiguous ambiguous => new DateAmbiguous(ambiguous.Question, ambiguous.Candidates),
        DateReading.Past past when !pastIsFine => new DatePast(past.Question, past.Date),
        DateReading.Impossible impossible => new DateImpossible(impossible.Sentence),
        _ => null,
    };

    // A date ends within a word when a comma or a full stop follows it.
    private void SkipTo(int end)
    {
        while (!AtEnd && _words[_next].Start < end)
            _next++;
    }
}
