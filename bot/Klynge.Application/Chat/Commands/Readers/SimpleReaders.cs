using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>The commands that take a forum, a date or some words, and nothing else.</summary>
internal static class SimpleReaders
{
    /// <summary>A past date is fine: old agendas are looked at.</summary>
    public static Result<ChatCommand> Agenda(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeAll(MeetingTense.Any);
        if (arguments.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.ShowAgenda(arguments.Forum, arguments.Day);
    }

    /// <summary>Minutes are of meetings that were held: "4. februar" is the latest one.</summary>
    public static Result<ChatCommand> Minutes(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeAll(MeetingTense.Held);
        if (arguments.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.ShowMinutes(arguments.Forum, arguments.Day);
    }

    /// <inheritdoc cref="Minutes"/>
    public static Result<ChatCommand> RollCall(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeAll(MeetingTense.Held);
        if (arguments.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.RollCall(arguments.Forum, arguments.Day);
    }

    public static Result<ChatCommand> WhoComes(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command);
        while (arguments.TakeAll(MeetingTense.Any) is { AtEnd: false, Refusal: null } && arguments.Words[arguments.Position].Folded is "der" or "med" or "ikke" or "op")
            arguments.Skip(1);
        if (arguments.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.WhoComes(arguments.Forum, arguments.Day);
    }

    public static Result<ChatCommand> Meetings(string rest, ParserContext context, CommandDescription command)
    {
        // The list shows whether there is one "i januar", "i 2027".
        var arguments = new ArgumentReader(rest, context, command);
        while (!arguments.AtEnd && (arguments.TakeForum() || arguments.TakeAnotherDate() is not null || arguments.TakeFiller()))
        {
        }

        if (arguments.Leftover() is { } refusal)
            return refusal;
        return new ChatCommand.ListMeetings(arguments.Forum);
    }

    /// <summary>Everything is the question, with its lines; a text that is too long is for the form to say.</summary>
    public static Result<ChatCommand> AskChairs(string rest)
    {
        var text = DanishText.CleanLines(rest.TrimStart(CommandMarks.Leading));
        return new ChatCommand.AskChairs(text.Length == 0 ? null : text);
    }

    public static Result<ChatCommand> Case(string rest, CommandDescription command)
    {
        var words = DanishText.Clean(rest.Trim(CommandMarks.Around), new TextLimit(Texts.Search, CommandLimits.MaxSearch, Optional: true));
        return !words.TryGet(out var found, out var refusal) ? refusal : found.Length == 0 ? new CaseWordsMissing(command) : new ChatCommand.ShowCase(found);
    }

    /// <summary>»overlevering klyngen til sundhedsrådet«: the forum that ends, and behind »til« the one that follows.</summary>
    public static Result<ChatCommand> HandOver(string rest, ParserContext context, CommandDescription command)
    {
        var words = Word.Split(rest);
        var at = words.FindIndex(word => word.Folded == "til");
        var from = new ArgumentReader(at < 0 ? rest : rest[..words[at].Start], context, command);
        var to = new ArgumentReader(at < 0 ? string.Empty : rest[words[at].End..], context, command);
        foreach (var reader in new[] { from, to })
        {
            while (!reader.AtEnd && (reader.TakeForum() || reader.TakeFiller()))
            {
            }

            if (reader.Leftover() is { } refusal)
                return refusal;
        }

        return new ChatCommand.HandOver(from.Forum, to.Forum);
    }

    /// <summary>Everything is the case in one line; the decision and its reason are for the form.</summary>
    public static Result<ChatCommand> DecideAsChair(string rest)
    {
        var title = DanishText.Clean(rest.TrimStart(CommandMarks.Leading));
        return new ChatCommand.DecideAsChair(title.Length == 0 ? null : title);
    }

    public static Result<ChatCommand> Search(string rest, CommandDescription command)
    {
        var words = DanishText.Clean(rest, new TextLimit(Texts.Search, CommandLimits.MaxSearch, Optional: true));
        if (!words.TryGet(out var found, out var refusal))
            return refusal;
        if (found.Length == 0)
            return new SearchWordsMissing(command);
        return new ChatCommand.Search(found);
    }
}
