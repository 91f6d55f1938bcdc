using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary><c>frist Udpegning til ledelsesprogrammet 30. april ansvarlig Tina Lund</c>, and the commands that name a forum at most.</summary>
internal static class DeadlineReaders
{
    private const int MaxDateWords = 8;

    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "ansvarlig", "ansvarlige", "ansv", "responsible" };

    /// <summary>Between a title and its date: "Udpegning senest 30. april".</summary>
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "senest", "inden", "frist", "til", "den", "d", "dato", "by", "" };

    /// <summary>A title that ends so goes on with what was taken for the one date: »1. marts eller 1. april«, »hver fredag«, »ikke 1. marts«.</summary>
    private static readonly HashSet<string> GoesOn = new(StringComparer.Ordinal) { "og", "eller", "samt", "men", "mellem", "fra", "ikke", "and", "or", "not" };

    /// <summary>What is missing is asked for in the form. So is the day where more stands there than one day: then all the words are the title.</summary>
    public static Result<ChatCommand> Set(string rest, ParserContext context)
    {
        var words = Word.Split(rest);
        if (To(rest, words, context) is { } turned)
            return Set(turned, context);
        var mark = words.FindLastIndex(word => Marks.Contains(word.Folded));
        var named = mark >= 0 ? rest[words[mark].End..].TrimStart(CommandMarks.Leading).TrimEnd(' ', '\n', '\t', '.', ',', ';', '!', '?') : string.Empty;
        var reader = new TitleAndDate(mark >= 0 ? rest[..words[mark].Start] : rest, context.Today);
        if (reader.Refusal is { } refusal)
            return refusal;

        var isOneDay = IsOneDay(reader);
        var title = DanishText.Clean(isOneDay ? reader.Title : reader.Whole, new TextLimit(Texts.Title, CommandLimits.MaxTitle, Optional: true));
        if (!title.TryGet(out var what, out var titleTooLong))
            return titleTooLong;

        // "frist Indmelding 1. marts Peter Aaby Thorup": whoever alone stands behind the day is meant as the responsible.
        var isPerson = named.Length == 0 && isOneDay && reader.Behind is { } behind && Word.Split(behind) is var names && PersonReader.Read(names, 0, context.People)?.Words == names.Count;
        var name = DanishText.Clean(isPerson ? reader.Behind : named, new TextLimit(Texts.Responsible, CommandLimits.MaxName, Optional: true));
        if (!name.TryGet(out var who, out var nameTooLong))
            return nameTooLong;
        return new ChatCommand.SetDeadline(NullIfEmpty(isPerson ? reader.Before : what), isOneDay ? reader.Date : null, NullIfEmpty(who))
        {
            Time = isOneDay ? reader.Time : null,
            IsAsked = reader.Behind is not null || DoubtWords.Unsettle(Word.Split(what)) || IsUnsettled(Word.Split(named), context),
        };
    }

    // "ansvarlig Gitte hvis hun kan", "ansvarlig Gitte (KLIT) (foreløbigt)": more is said than who.
    private static bool IsUnsettled(List<Word> words, ParserContext context) => words.Exists(DoubtWords.Contains)
        || (PersonReader.Read(words, 0, context.People) is { Words: var length } && length < words.Count && words[length].Text[0] == '(');

    // "til Henrik: budgetnotat 11. december"
    private static string? To(string rest, List<Word> words, ParserContext context)
    {
        if (words is not [{ Folded: "til" or "for" }, _, ..] || PersonReader.Read(words, 1, context.People) is not { } read || read.Words + 1 >= words.Count || words[read.Words].Text[^1] is not (':' or ','))
            return null;
        return $"{rest[words[read.Words + 1].Start..]} ansvarlig {read.Written}";
    }

    private static bool IsOneDay(TitleAndDate reader)
    {
        var title = Word.Split(reader.Title);
        return reader.Date is null || title.Count == 0 || !(GoesOn.Contains(title[^1].Folded) || title.Exists(DoubtWords.IsRepetition));
    }

    /// <summary>»husk Peter på regnskabet d. 10/1«: the form of a deadline of his, never the deadline itself; null where nobody is named.</summary>
    public static Result<ChatCommand>? Reminder(List<Word> words, string text, ParserContext context)
    {
        var verb = words.FindIndex(word => word.Folded is "husk" or "huske" or "mind" or "minde" or "paamind");
        if (verb < 0 || verb > LeadWords.Max || !words[..verb].TrueForAll(LeadWords.Contains) || verb + 1 == words.Count)
            return null;
        var at = verb + 1;
        var name = words[at].Folded is "mig" ? ("mig", 1) : PersonReader.Read(words, at, context.People) is { } read ? (read.Written, read.Words) : ((string, int)?)null;
        if (name is not { } named)
            return null;
        var (who, length) = named;
        at += length;
        while (at < words.Count && words[at].Folded is "paa" or "om" or "at" or "lige")
            at++;
        var set = Set($"{(at < words.Count ? text[words[at].Start..] : string.Empty)} ansvarlig {who}", context);
        return set.TryGet(out var command, out var refusal) ? (ChatCommand.SetDeadline)command with { IsAsked = true } : refusal;
    }

    /// <summary>The forum, and nothing else.</summary>
    /// <param name="showsDays">What is shown says the day of each row, and so answers "frister i 2027", too.</param>
    public static Result<ChatCommand> OfForum(
        string rest, ParserContext context, CommandDescription command, Func<string?, ChatCommand> make, bool showsDays = false)
    {
        var arguments = new ArgumentReader(rest, context, command);
        while (!arguments.AtEnd && (arguments.TakeForum() || (showsDays && arguments.TakeAnotherDate() is not null) || arguments.TakeFiller()))
        {
        }

        if (arguments.Leftover() is { } refusal)
            return refusal;

        return make(arguments.Forum);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>The date that a text ends with, or begins with, and what is left of the text.</summary>
    private sealed class TitleAndDate
    {
        internal TitleAndDate(string text, LocalDate today)
        {
            Title = Whole = text.Trim(CommandMarks.Trailing);
            var words = Word.Split(Title);
            for (var at = Math.Max(0, words.Count - MaxDateWords); at < words.Count && !IsRead; at++)
            {
                var end = Title[words[at].Start..];
                if (Take(DanishDateParser.ParseWhole(end, today), end))
                    Title = TitleBefore(words, at);
            }

            if (!IsRead && words.Count > 0)
                TakeFront(words, today);
            if (!IsRead && words.Count > 0)
                TakeMiddle(words, today);
        }

        /// <summary>What stands behind a date in the middle and was not understood: »hvis budgettet går igennem«; null where the date stands at an end.</summary>
        internal string? Behind { get; private set; }

        /// <summary>The title without <see cref="Behind"/>.</summary>
        internal string Before { get; private set; } = string.Empty;

        internal string Title { get; private set; }

        internal string Whole { get; }

        internal LocalDate? Date { get; private set; }

        internal LocalTime? Time { get; private set; }

        internal Error? Refusal { get; private set; }

        private bool IsRead => Date is not null || Refusal is not null;

        /// <summary>»30. april: Udpegning«, »senest 30. april Udpegning«.</summary>
        private void TakeFront(List<Word> words, LocalDate today)
        {
            var start = words.FindIndex(word => !Between.Contains(word.Folded) || word.Folded is "den" or "d");
            if (start < 0)
                return;

            var text = Title[words[start].Start..];
            var reading = DanishDateParser.Parse(text, today);
            if (Take(reading, DanishDateParser.SpanOf(reading).In(text)))
                Title = CommandMarks.WithoutFullStop(text[DanishDateParser.SpanOf(reading).End..].TrimStart(CommandMarks.Leading));
        }

        /// <summary>»Høringssvar 4. marts hvis budgettet går igennem«: the words behind stay in the title, where they are seen in the form.</summary>
        private void TakeMiddle(List<Word> words, LocalDate today)
        {
            for (var at = 1; at < words.Count; at++)
            {
                var text = Title[words[at].Start..];
                var reading = DanishDateParser.Parse(text, today);
                if (reading is not DateReading.Found { Form: DateForm.Day })
                    continue;

                var end = DanishDateParser.SpanOf(reading).End;
                var behind = text[end..].Trim(CommandMarks.Around).Trim();
                if (behind.Length == 0 || Word.Split(behind).Exists(word => DanishDateParser.Parse(behind[word.Start..], today) is DateReading.Found { Form: DateForm.Day }))
                    return;
                Take(reading, text[..end]);
                (Before, Behind) = (TitleBefore(words, at), behind);
                Title = $"{Before} {behind}".Trim();
                return;
            }
        }

        /// <returns>Whether there is a date.</returns>
        private bool Take(DateReading reading, string written)
        {
            (Date, Time, Refusal) = reading switch
            {
                DateReading.Found found => (found.Date, found.Time?.Start, null),
                DateReading.Ambiguous ambiguous => (null, null, new DateAmbiguous(ambiguous.Question, ambiguous.Candidates) { Written = DayOnly(ambiguous, written) }),
                DateReading.Past past => (null, null, new DatePast(past.Question, past.Date)),
                DateReading.Impossible impossible => (null, null, new DateImpossible(impossible.Sentence)),
                _ => ((LocalDate?)null, (LocalTime?)null, (Error?)null),
            };
            return Date is not null;
        }

        // A button puts its day in place of the words: with a time among them it would drop the time, and so none is offered.
        private static string DayOnly(DateReading.Ambiguous ambiguous, string written) => ambiguous.Time is null ? written : string.Empty;

        private string TitleBefore(List<Word> words, int at)
        {
            while (at > 0 && Between.Contains(words[at - 1].Folded))
                at--;
            if (at >= 3 && (words[at - 3].Folded, words[at - 2].Folded, words[at - 1].Folded) is ("ikke", "senere", "end"))
                at -= 3;

            return at == 0 ? string.Empty : Title[..words[at].Start].TrimEnd(CommandMarks.Trailing);
        }
    }
}
