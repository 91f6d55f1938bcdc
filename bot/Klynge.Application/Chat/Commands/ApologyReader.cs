using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary><c>afbud 4. februar stedfortræder Bo Friis, kursus</c>, in any order.</summary>
internal sealed class ApologyReader(ParserContext context, CommandDescription command)
{
    private const int MostDateWords = 6;

    // Behind these a date belongs to the reason: "ferie til og med 4. februar".
    private static readonly string[] OfReasons = ["til", "med", "indtil", "fra", "siden", "efter", "foer", "inden", "ca", "until", "from"];

    private readonly List<string> _reasons = [];
    private string? _forum;
    private LocalDate? _date;

    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var parts = SubstituteReader.Read(rest);
        if (parts.Name is "")
            return new SubstituteMissing(command);

        var reader = new ApologyReader(context, command);
        if ((reader.Take(parts.Before) ?? reader.Take(parts.After)) is { } refusal)
            return refusal;
        var reason = DanishText.Clean(string.Join('\n', reader._reasons), Limit(Texts.Reason, CommandLimits.MaxReason));
        if (!reason.TryGet(out var why, out var reasonTooLong))
            return reasonTooLong;
        if (!DanishText.Clean(parts.Name, Limit(Texts.Substitute, CommandLimits.MaxName)).TryGet(out var name, out var nameTooLong))
            return nameTooLong;
        return new ChatCommand.Apology(reader._date, NullIfEmpty(name), NullIfEmpty(why), reader._forum);
    }

    private static TextLimit Limit(string what, int length) => new(what, length, Optional: true, Multiline: true);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private Error? Take(string text)
    {
        var arguments = new ArgumentReader(text.TrimStart(CommandMarks.Leading), context, command).TakeAll();
        if (arguments.Refusal is not null)
            return arguments.Refusal;

        (_forum, _date) = (_forum ?? arguments.Forum, _date ?? arguments.Day);
        var reason = arguments.RestOfSentence.Trim(CommandMarks.Trailing);
        if (_date is null)
            reason = TakeDateAtEnd(reason);
        if (reason.Length > 0)
            _reasons.Add(reason);
        return null;
    }

    private string TakeDateAtEnd(string reason)
    {
        var words = Word.Split(reason);
        for (var i = Math.Max(1, words.Count - MostDateWords); i < words.Count; i++)
        {
            if (OfReasons.Contains(words[i - 1].Folded))
                continue;
            if (DanishDateParser.ParseWhole(reason[words[i].Start..], context.Today) is DateReading.Found found)
            {
                _date = found.Date;
                return reason[..words[i].Start].TrimEnd(CommandMarks.Trailing);
            }
        }

        return reason;
    }
}
