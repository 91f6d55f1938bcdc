using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>
/// <c>send punkt 2 [videre] [fra chefforum] til direktørforum [28. februar][: bemærkning]</c>. The forum that it goes to need be none of the
/// sender's own, so the words behind the number are read when the forums of the body are known.
/// </summary>
internal static class SendReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandPhrase said, bool isAsked)
    {
        var command = said.Command;
        var words = Word.Split(rest);
        var at = words.Count > 0 && words[0].Folded is "videre" or "tilbage" ? words.Count : DecisionReader.FirstOfNumber(words);
        if (at >= words.Count || DecisionReader.ItemNumber(rest, words[at].Start) is not { } item)
            return new ItemNumberMissing(command);

        // "send punkt 2 og 3 til …"; "2 til 28. februar" names no forum, and is asked about as well.
        if (DecisionReader.Several(words, at, command, Texts.OneSendingOnly) is { } several)
            return several;

        // "send sag 14" may mean the case of that number.
        var isCase = said.Words.Any(word => word is "sag" or "sagen");
        var target = rest[item.End..].TrimStart(CommandMarks.Leading);
        var (from, left) = From(target, context);
        return new ChatCommand.SendItem(item.Number, left.Length == 0 ? null : DanishText.Shorten(left, CommandLimits.MaxDecision))
        {
            Forum = from,
            IsAsked = isAsked || isCase || Word.Split(left).Exists(DoubtWords.IsCondition),
        };
    }

    /// <summary>»Punkt 4 sendes videre til Direktørforum«, as a decision says it: the form is shown first, for it may be meant as one.</summary>
    /// <returns>Null for other words.</returns>
    public static Result<ChatCommand>? OfSentence(string text, ParserContext context)
    {
        var words = Word.Split(text);
        if (words.Count < 3 || words[0].Folded is not ("punkt" or "pkt" or "dagsordenspunkt"))
            return null;

        var at = words[1].Folded == "nr" ? 2 : 1;
        if (DecisionReader.ItemNumber(text, words[at].Start) is not { } item || at + 1 >= words.Count)
            return null;

        var verb = words[at + 1].Folded is "skal" or "boer" && at + 2 < words.Count ? at + 2 : at + 1;
        if (words[verb].Folded is not ("sendes" or "videresendes" or "oversendes" or "loeftes" or "eskaleres" or "returneres"))
            return null;

        var (from, left) = From(text[words[verb].End..].Trim(), context);
        return new ChatCommand.SendItem(item.Number, left.Length == 0 ? null : left) { Forum = from, IsAsked = true };
    }

    /// <summary>»… fra Chefforum til Direktørforum«: the own forum that the item is in.</summary>
    private static (string? Forum, string Left) From(string text, ParserContext context)
    {
        var words = Word.Split(text);
        var at = words.FindIndex(word => word.Folded is "fra");
        if (at < 0 || at + 1 >= words.Count || ForumReader.Read([.. words[(at + 1)..]], context.Forums) is not { Words: > 0 and var length, Forums: [var forum] })
            return (null, text);

        var end = at + 1 + length;
        return (forum.Key, $"{text[..words[at].Start]}{(end < words.Count ? text[words[end].Start..] : string.Empty)}".Trim());
    }
}
