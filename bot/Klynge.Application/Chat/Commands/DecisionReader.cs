using System.Globalization;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary>The commands that name an item by its number: <c>beslutning [punkt] 3 Indstillingen blev godkendt.</c></summary>
internal static class DecisionReader
{
    private const int MaxDigits = 3;

    public static Result<ChatCommand> Read(string rest, CommandDescription command)
    {
        var words = Word.Split(rest);
        var at = FirstOfNumber(words);
        if (at >= words.Count)
            return new ChatCommand.Decide(null, null);
        if (ItemNumber(rest, words[at].Start) is not { } item)
            return new DecisionItemMissing(command);

        var text = DanishText.Clean(
            rest[item.End..].TrimStart(CommandMarks.Leading),
            new TextLimit(Texts.Decision, CommandLimits.MaxDecision, Optional: true, Multiline: true));
        if (!text.TryGet(out var decision, out var refusal))
            return refusal;
        return new ChatCommand.Decide(item.Number, decision.Length == 0 ? null : decision);
    }

    /// <summary><c>slet punkt 3 [fra dagsordenen] [forum] [dato]</c></summary>
    public static Result<ChatCommand> Removal(string rest, ParserContext context, CommandDescription command)
    {
        var words = Word.Split(rest);
        var at = FirstOfNumber(words);
        if (at >= words.Count || ItemNumber(rest, words[at].Start) is not { } item)
            return new ItemNumberMissing(command);

        var behind = new ArgumentReader(rest[item.End..].TrimStart(CommandMarks.Leading), context, command);
        while (behind.TakeAll() is { AtEnd: false, Refusal: null } && behind.Words[behind.Position].Folded is "dagsorden" or "dagsordenen" or "igen")
            behind.Skip(1);
        if (behind.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.RemoveItem(item.Number, behind.Forum, behind.Day);
    }

    /// <summary>The number of an item that stands at that word; null for none.</summary>
    public static int? Number(IReadOnlyList<Word> words, int at) => at < words.Count ? ItemNumber(words[at].Source, words[at].Start)?.Number : null;

    private static int FirstOfNumber(List<Word> words) =>
        words.TakeWhile(word => word.Folded is "til" or "paa" or "punkt" or "pkt" or "nr" or "item" or "").Count();

    // "3.", "3:" and "3)" are numbers; "3.2", "3a" and "30-40" are not.
    private static (int Number, int End)? ItemNumber(string text, int start)
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
