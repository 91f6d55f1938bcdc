using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary>Reads a chat message as a command.</summary>
public static class CommandParser
{
    /// <summary>
    /// <paramref name="text"/> is the message without the mention of the bot. A refusal or a question back is an error whose Danish
    /// text is the answer; <see cref="DateAmbiguous"/> brings the dates to choose from.
    /// </summary>
    public static Result<ChatCommand> Parse(string text, ParserContext context)
    {
        var clean = DanishText.CleanLines(text).TrimStart('/', '!', ' ');
        if (clean.Trim(CommandMarks.Around).Length == 0)
            return new ChatCommand.Help();

        var words = Word.Split(clean);
        var phrase = CommandWords.All.FirstOrDefault(candidate => Begins(words, candidate));
        if (phrase is null)
        {
            var shown = DanishText.Shorten(DanishText.Clean(clean), CommandLimits.MaxName);
            return new ChatCommand.Unknown(shown, CommandSuggester.Nearest(words));
        }

        var rest = clean[words[phrase.Words.Count - 1].End..].TrimStart(CommandMarks.Leading);
        return Read(phrase, rest, context);
    }

    private static bool Begins(List<Word> words, CommandPhrase phrase)
    {
        if (words.Count < phrase.Words.Count)
            return false;
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            if (words[i].Folded != phrase.Words[i])
                return false;
        }

        return true;
    }

    private static Result<ChatCommand> Read(CommandPhrase phrase, string rest, ParserContext context) => phrase.Kind switch
    {
        CommandKind.Help => new ChatCommand.Help(),
        CommandKind.ShowMyCases => new ChatCommand.ShowMyCases(),
        CommandKind.ShowAgenda => SimpleReaders.Agenda(rest, context, phrase.Command),
        CommandKind.ShowMinutes => SimpleReaders.Minutes(rest, context, phrase.Command),
        CommandKind.ListMeetings => SimpleReaders.Meetings(rest, context, phrase.Command),
        CommandKind.WithdrawApology => SimpleReaders.Withdrawal(rest, context, phrase.Command),
        CommandKind.Search => SimpleReaders.Search(rest, phrase.Command),
        CommandKind.RollCall => SimpleReaders.RollCall(rest, context, phrase.Command),
        CommandKind.Decide => DecisionReader.Read(rest, phrase.Command),
        CommandKind.ScheduleMeeting => MeetingReader.Read(rest, context, phrase.Command),
        CommandKind.AddItem => ItemReader.Read(rest, context, phrase.Command),
        CommandKind.Apology => ApologyReader.Read(rest, context, phrase.Command),
        CommandKind.OpenWrittenProcedure => WrittenProcedureReader.Read(rest, context, phrase.Command),
        CommandKind.SetDeadline => DeadlineReaders.Set(rest, context),
        CommandKind.ShowDeadlines => DeadlineReaders.OfForum(rest, context, phrase.Command, forum => new ChatCommand.ShowDeadlines(forum)),
        CommandKind.ShowAnnualWheel => DeadlineReaders.OfForum(rest, context, phrase.Command, forum => new ChatCommand.ShowAnnualWheel(forum)),
        CommandKind.ShowCalendarLink => DeadlineReaders.OfForum(rest, context, phrase.Command, forum => new ChatCommand.ShowCalendarLink(forum)),
        _ => throw new InvalidOperationException($"The command {phrase.Kind} has no reader."),
    };
}
