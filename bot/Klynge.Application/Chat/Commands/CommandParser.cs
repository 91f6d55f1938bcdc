using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// Reads a chat message as a command. Each command's reader says what the command may hold; what stands there beside is asked about or
/// refused, never acted past.
/// </summary>
public static class CommandParser
{
    /// <summary>
    /// <paramref name="text"/> is the message without the mention of the bot. A refusal or a question back is an error whose Danish
    /// text is the answer; <see cref="DateAmbiguous"/> brings the dates to choose from.
    /// </summary>
    public static Result<ChatCommand> Parse(string text, ParserContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var written = DanishText.CleanLines(text).TrimStart('/', '!', ' ', ',', ':');
        if (Courtesy.Of(written, context) is { } said)
            return new ChatCommand.Unknown(DanishText.Shorten(DanishText.Clean(written), CommandLimits.MaxName), []) { Said = said };
        var clean = Courtesy.WithoutGreeting(written, context);
        if (clean.Trim(CommandMarks.Around).Length == 0)
            return new ChatCommand.Help();

        var polite = Courtesy.WithoutSignature(clean, context);
        var isOthers = polite.Signature is { } signature && !SentenceReader.IsSenders(signature, context);
        if (isOthers)
            return SentenceReader.OfAnother(polite, context) ?? Unknown(clean);
        if (ReadPhrase(clean, polite.Text, context) is { } read)
            return read;

        // "fotryd afbud" is a slip of a command, not a sentence about an apology.
        return CommandSuggester.IsSlip(Word.Split(clean)) ? Unknown(clean) : SentenceReader.Read(polite.Text, context) ?? Unknown(clean);
    }

    // A phrase at the front, or behind words that only wrap it: "kan du vise …".
    private static Result<ChatCommand>? ReadPhrase(string clean, string polite, ParserContext context)
    {
        var words = Word.Split(clean);
        for (var at = 0; at <= LeadWords.Max && at < words.Count; at++)
        {
            if (NotHereWords.At(words, at, isInfinitive: at > 0) is { } kind)
                return new ChatCommand.NotHere(kind);
            if (CommandWords.All.FirstOrDefault(candidate => CommandPhrase.Stands(words, at, candidate.Words, isInfinitive: at > 0)) is { } phrase)
            {
                // The polite text is the beginning of the whole one; a phrase that ends with »tak« would reach beyond it.
                var end = words[at + phrase.Words.Count - 1].End;
                var whole = phrase.Kind.EndsWithText() || polite.Length < end ? clean : polite;
                var rest = whole[end..].TrimStart(CommandMarks.Leading);
                return Read(phrase, rest, context, isAsked: at > 0 && LeadWords.Ask(words, at));
            }

            if (!LeadWords.Contains(words[at]))
                return null;
        }

        return null;
    }

    private static ChatCommand.Unknown Unknown(string clean) => new(
        DanishText.Shorten(DanishText.Clean(clean), CommandLimits.MaxName), CommandSuggester.Nearest(Word.Split(clean)));

    private static Result<ChatCommand> Read(CommandPhrase phrase, string rest, ParserContext context, bool isAsked) => phrase.Kind switch
    {
        CommandKind.Help => new ChatCommand.Help(),
        CommandKind.ShowMyCases => new ChatCommand.ShowMyCases(),
        CommandKind.ShowAgenda => SimpleReaders.Agenda(rest, context, phrase.Command),
        CommandKind.WhoComes => SimpleReaders.WhoComes(rest, context, phrase.Command),
        CommandKind.ShowMinutes => SimpleReaders.Minutes(rest, context, phrase.Command),
        CommandKind.ListMeetings => SimpleReaders.Meetings(rest, context, phrase.Command),
        CommandKind.WithdrawApology => WithdrawalReader.Read(rest, context, phrase.Command, isAsked),
        CommandKind.Search => SimpleReaders.Search(rest, phrase.Command),
        CommandKind.RollCall => SimpleReaders.RollCall(rest, context, phrase.Command),
        CommandKind.Decide => DecisionReader.Read(rest, phrase.Command),
        CommandKind.ScheduleMeeting => MeetingReader.Read(rest, context, phrase.Command),
        CommandKind.AddItem => ItemReader.Read(rest, context, phrase.Command),
        CommandKind.RemoveItem => DecisionReader.Removal(rest, context, phrase.Command),
        CommandKind.Apology => ApologyReader.Read(rest, context, phrase.Command, isAsked),
        CommandKind.OpenWrittenProcedure => WrittenProcedureReader.Read(rest, context, phrase.Command),
        CommandKind.SetDeadline => DeadlineReaders.Set(rest, context),
        CommandKind.ShowDeadlines => DeadlineReaders.OfForum(
            rest, context, phrase.Command, forum => new ChatCommand.ShowDeadlines(forum) { AreOwn = phrase.Words.Contains("mine", StringComparer.Ordinal) }),
        CommandKind.ShowAnnualWheel => DeadlineReaders.OfForum(rest, context, phrase.Command, forum => new ChatCommand.ShowAnnualWheel(forum)),
        CommandKind.ShowCalendarLink => DeadlineReaders.OfForum(rest, context, phrase.Command, forum => new ChatCommand.ShowCalendarLink(forum)),
        _ => throw new InvalidOperationException($"The command {phrase.Kind} has no reader."),
    };
}
