using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

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
