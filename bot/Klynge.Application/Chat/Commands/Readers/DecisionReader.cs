using System.Globalization;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;
using NodaTime;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>The commands that name an item by its number: <c>beslutning [punkt] 3 Indstillingen blev godkendt.</c></summary>
internal static class DecisionReader
{
    private const int MaxDigits = 3;

    /// <summary>A longer text is not repeated on several buttons of a card.</summary>
    private const int MaxOfferedText = 1_000;

    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var words = Word.Split(rest);
        var at = FirstOfNumber(words);
        if (at >= words.Count)
            return new ChatCommand.Decide(null, null);
        if (ItemNumber(rest, words[at].Start) is not { } item)
            return new DecisionItemMissing(command);
        if (Several(words, at, command, Texts.OneItemOnly) is { } several)
            return several;

        var head = DecisionHead.Read(rest[item.End..].TrimStart(CommandMarks.Leading), context, command);
        if (head.Refusal is { } unclear)
            return unclear;
        var text = DanishText.Clean(head.Text, new TextLimit(Texts.Decision, CommandLimits.MaxDecision, Optional: true, Multiline: true));
        if (!text.TryGet(out var decision, out var refusal))
            return refusal;
        return new ChatCommand.Decide(item.Number, decision.Length == 0 ? null : decision)
        {
            Forum = head.Forum,
            Date = head.Date,
            IsAsked = head.IsUnsure || (head.Forum is not null && head.Forum != context.Here),
        };
    }

    // "beslutning 2 og 3 Godkendt": a text is of one item; of which is asked.
    internal static CommandUnclear? Several(List<Word> words, int at, CommandDescription command, Func<IEnumerable<int>, string> question)
    {
        var (numbers, next) = (new List<int> { Number(words, at)!.Value }, at + 1);
        while (next < words.Count)
        {
            var joins = words[next].Folded is "og" or "samt" or "eller" or "til" or "and" or "or" || words[next].Text is "+" or "&" or "-" or "–";
            var then = joins ? next + 1 : words[next - 1].Text[^1] == ',' ? next : words.Count;
            while (then < words.Count && words[then].Folded is "punkt" or "pkt" or "nr")
                then++;
            if (Number(words, then) is not { } number || !words[then].Text.TrimEnd(CommandMarks.Around).ToString().All(char.IsAsciiDigit))
                break;
            numbers.Add(number);
            next = then + 1;
        }

        if (numbers.Count == 1)
            return null;
        var text = next < words.Count ? words[next].Source[words[next].Start..].Trim() : string.Empty;
        var choices = text.Length > MaxOfferedText ? [] : numbers.Select(number => new CommandChoice(Texts.OnItem(number), $"{command.Name} {number} {text}".TrimEnd()));
        return new CommandUnclear(question(numbers), [.. choices]);
    }

    /// <summary><c>slet punkt 3 [fra dagsordenen] [forum] [dato]</c></summary>
    public static Result<ChatCommand> Removal(string rest, ParserContext context, CommandDescription command)
    {
        var words = Word.Split(rest);
        var at = FirstOfNumber(words);
        if (at >= words.Count || ItemNumber(rest, words[at].Start) is not { } item)
            return new ItemNumberMissing(command);

        if (Several(words, at, command, Texts.OneRemovalOnly) is { } several)
            return several;

        var behind = new ArgumentReader(rest[item.End..].TrimStart(CommandMarks.Leading), context, command);
        while (behind.TakeAll() is { AtEnd: false, Refusal: null } && behind.Words[behind.Position].Folded is "dagsorden" or "dagsordenen" or "igen")
            behind.Skip(1);
        if (behind.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.RemoveItem(item.Number, behind.Forum, behind.Day);
    }

    /// <summary>The number of an item that stands at that word; null for none.</summary>
    public static int? Number(IReadOnlyList<Word> words, int at) => at < words.Count ? ItemNumber(words[at].Source, words[at].Start)?.Number : null;

    internal static int FirstOfNumber(List<Word> words) =>
        words.TakeWhile(word => word.Folded is "til" or "paa" or "punkt" or "pkt" or "nr" or "item" or "").Count();

    // "3.", "3:" and "3)" are numbers; "3.2", "3a" and "30-40" are not.
    internal static (int Number, int End)? ItemNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == start || end - start > MaxDigits || (end < text.Length && char.IsLetter(text[end])))
            return null;
        if (end + 1 < text.Length && !char.IsWhiteSpace(text[end]) && char.IsAsciiDigit(text[end + 1]))
            return null;

        var number = int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
        return number == 0 ? null : (number, end);
    }
}

/// <summary>
/// What stands between the number of an item and its decision: <c>beslutning 3 <b>på mødet 14. januar:</b> Udsættes</c>. A text may begin with
/// such words itself, »Den 14. januar tages sagen op igen.«; where that cannot be told, all of it is shown in the form.
/// </summary>
/// <param name="Text">The decision.</param>
/// <param name="IsUnsure">Nothing is written before it has been seen.</param>
internal readonly record struct DecisionHead(string Text, string? Forum, LocalDate? Date, bool IsUnsure, Error? Refusal)
{
    private const int MaxWords = 12;
    private const int MaxForumWords = 4;

    internal static DecisionHead Read(string text, ParserContext context, CommandDescription command)
    {
        var whole = new DecisionHead(text, null, null, IsUnsure: false, Refusal: null);
        var words = Word.Split(text);
        if (words.Count == 0 || !(words[0].Text[0] == '(' || Begins(words[0])))
            return whole;
        var mark = words.FindIndex(0, Math.Min(MaxWords, words.Count), word => word.Text[^1] is ':' or ')');
        // "beslutning 2 hvis alle er enige: Godkendt"; without the colon a text begins with its first capital letter.
        if (words.TakeWhile((word, at) => mark < 0 ? !word.IsCapitalised : at <= mark).Any(DoubtWords.IsCondition))
            return whole with { IsUnsure = true };

        // Behind a colon the text begins, whatever its words are.
        var end = mark < 0 ? text.Length : words[mark].End;
        var arguments = new ArgumentReader(text[..end].Trim(CommandMarks.Around), context, command);
        var taken = 0;
        while (arguments is { AtEnd: false, Refusal: null } && (TakesMeeting(arguments, ref taken) || arguments.TakeFiller()))
        {
        }

        if (taken == 0)
            return ForumReader.StrangeName(words.Take(mark < 0 ? MaxForumWords : mark + 1).ToList(), context.Forums) is { } strange ? whole with { Refusal = ForumUnknown.Of(strange, context) } : whole;
        var left = taken < arguments.Words.Count ? arguments.Words[taken] : (Word?)null;
        if (arguments.NamesSpan || (mark < 0 ? left is { IsCapitalised: false } : !arguments.AtEnd))
            return whole with { IsUnsure = true };
        var behind = mark < 0 ? arguments.Words.Skip(taken).FirstOrDefault() is { Source: { } source, Start: var start } ? source[start..] : string.Empty : text[end..];
        return new DecisionHead(behind.TrimStart(CommandMarks.Leading), arguments.Forum, arguments.Day, IsUnsure: false, arguments.Refusal);
    }

    private static bool TakesMeeting(ArgumentReader arguments, ref int taken)
    {
        if (!arguments.TakeForum() && !arguments.TakeDate(MeetingTense.Any))
            return false;
        taken = arguments.Position;
        return true;
    }

    // A text begins with a capital letter, as a sentence does.
    private static bool Begins(Word word) => !word.IsCapitalised
        && (word.Folded is "paa" or "til" or "i" or "fra" or "for" or "ved" or "den" or "d" or "kun" or "moede" or "moedet" || DoubtWords.IsCondition(word) || word.Folded == "med");
}

/// <summary><c>skriftlig behandling [titel] [til forum]</c>; whatever is missing is asked for in the form.</summary>
internal static class WrittenProcedureReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var quoted = QuotedTitle.Read(rest);
        var isQuoted = quoted is { Tail: var behind } && string.IsNullOrWhiteSpace(behind);
        var tail = new TailReader(isQuoted ? "" : rest, context, command);
        tail.TakeDestination();
        if (tail.Refusal is not null)
            return tail.Refusal;
        if (tail.ForumInTitle((named, forum) => $"{command.Name} {DanishFormat.Quote(named)}{(forum is null ? string.Empty : $" til {forum}")}") is { } unclear)
            return unclear;
        if (!ItemReader.CleanTitle(isQuoted ? quoted!.Value.Title : tail.Left).TryGet(out var title, out var tooLong))
            return tooLong;
        return new ChatCommand.OpenWrittenProcedure(title.Length == 0 ? null : title, tail.Forum);
    }
}
