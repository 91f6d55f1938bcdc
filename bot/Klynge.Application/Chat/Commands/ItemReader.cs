using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

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

        var tail = new TailReader(rest, context, command).TakeAll();
        return (tail.Left, tail);
    }
}
