using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary><c>tilføj punkt Status på handleplanen v/ Jane Pedersen 20 min til Chefforum 4. februar</c></summary>
internal static class ItemReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var (title, tail) = Split(rest, context, command);
        if (tail.Refusal is not null)
            return tail.Refusal;
        if (tail.ForumInTitle((named, forum) => Again(command, named, tail, forum)) is { } unclear)
            return unclear;
        if (!CleanTitle(title).TryGet(out var cleanTitle, out var tooLong))
            return tooLong;
        var presenter = DanishText.Clean(tail.Presenter, new TextLimit(Texts.Presenter, CommandLimits.MaxName, Optional: true));
        if (!presenter.TryGet(out var name, out var nameTooLong))
            return nameTooLong;
        return new ChatCommand.AddItem(cleanTitle.Length == 0 ? null : cleanTitle, name.Length == 0 ? null : name, tail.Minutes, tail.Forum, tail.Date);
    }

    // The same command with its title in quotation marks, so that nothing of it is read again.
    private static string Again(CommandDescription command, string title, TailReader tail, string? forum) => string.Join(' ', new[]
    {
        command.Name, DanishFormat.Quote(title.Replace('«', '”').Replace('»', '”')),
        tail.Presenter is { } name ? $"v/ {name}" : null,
        tail.Minutes is { } minutes ? $"{minutes} min" : null,
        forum is null && tail.Date is null ? null : $"til {forum ?? "mødet"}",
        tail.Date is { } date ? DanishFormat.PlainDate(date) : null,
    }.OfType<string>());

    /// <summary>Cleaned and within <see cref="CommandLimits.MaxTitle"/>; it may be empty.</summary>
    public static Result<string> CleanTitle(string title) =>
        DanishText.Clean(title, new TextLimit(Texts.Title, CommandLimits.MaxTitle, Optional: true));

    // Quotation marks may also be part of a longer title: »Sammen om sundhed« – status. Then nothing is verbatim.
    private static (string Title, TailReader Tail) Split(string rest, ParserContext context, CommandDescription command)
    {
        if (QuotedTitle.Read(rest) is { } quoted)
        {
            var behind = new TailReader(quoted.Tail.Trim(CommandMarks.Leading), context, command).TakeAll();
            if (behind.Left.Length == 0)
                return (quoted.Title, behind);
        }

        var tail = new TailReader(DestinationLast(rest, context, command), context, command).TakeAll();
        return (tail.Left, tail);
    }

    // "til politisk niveau: Vision 2030" as "Vision 2030 til politisk niveau".
    private static string DestinationLast(string rest, ParserContext context, CommandDescription command)
    {
        var words = Word.Split(rest);
        var colon = words.FindIndex(word => word.Text[^1] == ':');
        if (colon < 1 || colon == words.Count - 1 || words[0].Folded is not ("til" or "i" or "paa" or "to"))
            return rest;
        var destination = rest[words[1].Start..words[colon].End].TrimEnd(':', ' ');
        var arguments = new ArgumentReader(destination, context, command).TakeAll();
        return arguments is { AtEnd: true, Forum: not null } or { AtEnd: true, SaysMeeting: true } ? $"{rest[words[colon + 1].Start..].TrimEnd()} til {destination}" : rest;
    }
}

/// <summary>A title in quotation marks at the front, taken verbatim, and what follows it.</summary>
internal readonly record struct QuotedTitle(string Title, string Tail)
{
    public static QuotedTitle? Read(string text)
    {
        if (text.Length < 2 || CommandMarks.Closing(text[0]) is not { } closing)
            return null;
        var end = text.IndexOf(closing, 1);
        return end < 0 ? null : new QuotedTitle(text[1..end], text[(end + 1)..]);
    }
}

/// <summary>Where "v/", "v." or "ved" sets off a presenter.</summary>
/// <param name="Word">Index of the word that holds the mark.</param>
/// <param name="NameStart">Where the name begins in the text.</param>
internal readonly record struct PresenterMark(int Word, int NameStart)
{
    private const int MaxNameWords = 8;

    private static readonly string[] Joining = ["og", "and", "de", "von", "van", "af", "la", ""];

    // "ved Aalborg Universitetshospital" says where, not who.
    private static readonly string[] Places =
        ["hospital", "hospitalet", "sygehus", "sygehuset", "kommune", "kommunen", "region", "regionen", "psykiatri", "psykiatrien",
         "center", "centeret", "centret", "forum", "universitet", "afdeling", "afdelingen", "huset"];

    public static PresenterMark? Find(List<Word> words) => FindExplicit(words) ?? FindSpelledOut(words);

    /// <summary>"v/ Jane", "v/Jane", "v. Jane": nothing else is written so.</summary>
    public static PresenterMark? FindExplicit(List<Word> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var text = words[i].Text;
            if (text.Length < 2 || text[0] is not ('v' or 'V') || text[1] is not ('/' or '.' or ':'))
                continue;
            if (text.Length > 2 && (text[1] == '/' || char.IsUpper(text[2])))
                return new PresenterMark(i, words[i].Start + 2);
            if (text.Length == 2 && i + 1 < words.Count)
                return new PresenterMark(i, words[i + 1].Start);
        }

        return null;
    }

    private static PresenterMark? FindSpelledOut(List<Word> words)
    {
        for (var i = words.Count - 2; i > 0 && words.Count - i - 1 <= MaxNameWords; i--)
        {
            if (words[i].Folded is "ved" or "oplaeg" or "oplaegsholder" or "presenter")
                return words[(i + 1)..].TrueForAll(IsNamePart) && words[^1].IsCapitalised ? new PresenterMark(i, words[i + 1].Start) : null;
        }

        return null;
    }

    private static bool IsNamePart(Word word)
    {
        var folded = word.Folded;
        return Joining.Contains(folded)
            || (word.IsCapitalised && !Array.Exists(Places, place => folded.EndsWith(place, StringComparison.Ordinal)));
    }
}
