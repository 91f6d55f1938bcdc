using Klynge.Application.Chat.Commands.Apologies;
using Klynge.Application.Chat.Commands.Readers;
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

        // What indentation says of lists and tables means nothing in a message.
        var lines = string.Join('\n', DanishText.CleanLines(text).Split('\n').Select(DanishText.Clean));
        var written = Courtesy.WithoutAnsweredMail(lines).TrimStart('/', '!', ' ', ',', ':');
        if (Courtesy.Of(written, context) is { } pleasantry)
            return new ChatCommand.Unknown(DanishText.Shorten(DanishText.Clean(written), CommandLimits.MaxName), []) { Said = pleasantry };
        var clean = Courtesy.WithoutGreeting(written, context);
        if (clean.Trim(CommandMarks.Around).Length == 0)
            return new ChatCommand.Help();

        var polite = Courtesy.WithoutSignature(clean, context);
        var isOthers = polite.Signature is { } signature && !SentenceReader.IsSenders(signature, context);
        if (Courtesy.Quoted(clean, context) is { } quoted && SentenceReader.OfAnother(quoted, context) is { } inQuotes)
            return inQuotes;
        var said = Word.Split(polite.Text);
        if (Lateness.IsAsked(said))
            return new ChatCommand.NotHere(NotHereKind.ComeLate);
        if (SentenceReader.IsNoOrder(said))
            return new ChatCommand.NotHere(NotHereKind.LeaveAsItIs);
        if (SentenceReader.SaysComing(said))
            return new ChatCommand.NotHere(NotHereKind.SayWhoComes);
        if (SentenceReader.IsOnCondition(said))
            return new ChatCommand.NotHere(NotHereKind.OnCondition);
        if (IsOrderOnCondition(said, context))
            return new ChatCommand.NotHere(NotHereKind.OrderOnCondition);
        if (ContrastedDays.OfAbsence(polite.Text, context) is { } absence)
            return isOthers ? SentenceReader.ApologyOf(absence, polite.Signature, context) : ApologyReader.Read(absence, context, CommandCatalogue.Apology, isAsked: true);
        if (Denial.Stands(said) && !BeginsWith(CommandCatalogue.WithdrawApology, polite.Text, context))
            return SentenceReader.OfNone(polite, isOthers, context);
        if (isOthers)
            return SentenceReader.OfAnother(polite, context) ?? Unknown(clean, context);
        if (ReadPhrase(clean, polite.Text, context) is { } read)
            return read;
        if (SendReader.OfSentence(clean, context) is { } sent)
            return sent;

        // "fotryd afbud" is a slip of a command, not a sentence about an apology.
        return CommandSuggester.IsSlip(Word.Split(clean), context.Vocabulary) ? Unknown(clean, context) : SentenceReader.Read(polite.Text, context) ?? Unknown(clean, context);
    }

    // A phrase at the front, or behind words that only wrap it: "kan du vise …".
    private static Result<ChatCommand>? ReadPhrase(string clean, string polite, ParserContext context)
    {
        var words = Word.Split(clean);
        for (var at = 0; at <= LeadWords.Max && at < words.Count; at++)
        {
            if (NotHereWords.At(words, at, isInfinitive: at > 0) is { } kind)
                return new ChatCommand.NotHere(kind);
            if (context.Vocabulary.Phrases.FirstOrDefault(candidate => CommandPhrase.Stands(words, at, candidate.Words, isInfinitive: at > 0)) is { } phrase)
            {
                // The polite text is the beginning of the whole one; a phrase that ends with »tak« would reach beyond it.
                var end = words[at + phrase.Words.Count - 1].End;
                var whole = phrase.Command.EndsWithText || polite.Length < end ? clean : polite;
                var rest = whole[end..].TrimStart(CommandMarks.Leading);
                return phrase.Command.Read(rest, context, phrase, at > 0 && LeadWords.Ask(words, at));
            }

            if (!LeadWords.Contains(words[at]))
                return null;
        }

        return null;
    }

    // "hvis alle er enige: beslutning 2 Godkendt"
    private static bool IsOrderOnCondition(List<Word> words, ParserContext context) => DoubtWords.IsCondition(words[0])
        && context.Vocabulary.Phrases.Any(phrase => phrase.Command.Changes && Enumerable.Range(1, words.Count - 1).Any(at => CommandPhrase.Stands(words, at, phrase.Words, isInfinitive: true)));

    private static bool BeginsWith(CommandDescription command, string text, ParserContext context)
    {
        var words = Word.Split(text);
        return context.Vocabulary.Phrases.Any(phrase => phrase.Command == command && CommandPhrase.Stands(words, 0, phrase.Words, isInfinitive: false));
    }

    private static ChatCommand.Unknown Unknown(string clean, ParserContext context) => new(
        DanishText.Shorten(DanishText.Clean(clean), CommandLimits.MaxName), CommandSuggester.Nearest(Word.Split(clean), context.Vocabulary));
}
