using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary><c>nyt møde Chefforum 4. februar kl. 14 til 16 Teams</c>; forum and date in either order.</summary>
internal static class MeetingReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeForumAndDate();
        if (arguments.Refusal is { } refusal)
            return refusal;
        if (arguments.Date is not DateReading.Found date)
            return arguments.AtEnd ? new MeetingDateMissing(command) : arguments.Leftover() ?? new MeetingDateMissing(command);
        if (date.Time is not { } time)
            return new MeetingTimeMissing(date.Date, command);

        if (arguments.Forum is null && ForumReader.StrangeName([.. Word.Split($"i {arguments.Rest}")], context.Forums) is { } strange)
            return ForumUnknown.Of(strange, context);
        var place = DanishText.Clean(PlaceOf(arguments.Rest), new TextLimit(Texts.Place, CommandLimits.MaxPlace, Optional: true));
        if (!place.TryGet(out var where, out var tooLong))
            return tooLong;
        return new ChatCommand.ScheduleMeeting(arguments.Forum, date.Date, time.Start, time.End, where.Length == 0 ? null : where);
    }

    private static string PlaceOf(string rest)
    {
        var words = Word.Split(rest);
        return words.Count > 0 && words[0].Folded is ("sted" or "place") ? rest[words[0].End..].TrimStart() : rest;
    }
}

/// <summary><c>fortryd afbud [for Gitte] [dato]</c></summary>
internal static class WithdrawalReader
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "jeg", "kommer", "alligevel", "deltager", "komme", "deltage", "kan", "godt", "mit", "min", "mig", "vegne", "med", "afbud", "afbuddet", "er", "og", "op",
    };

    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command, bool isAsked = false)
    {
        var arguments = new ArgumentReader(rest, context, command) { TakesSeveralDays = true };
        string? who = null;
        while (arguments is { AtEnd: false, Refusal: null })
        {
            if (arguments.TakeForum() || arguments.TakeDate() || arguments.TakeFiller())
                continue;
            var (words, at) = (arguments.Words, arguments.Position);
            if (who is null && PersonReader.Read(words, at, context.People) is { } read)
            {
                who = read.Written;
                arguments.Skip(read.Words);
            }
            else if (who is null && at > 0 && words[at - 1].Folded is "for" or "fra" && SubstituteReader.EndOfName(words, at) is var end && end > at && words[at].IsCapitalised)
            {
                who = SubstituteReader.Name(words, at, end);
                arguments.Skip(end - at);
            }
            else if (Fillers.Contains(words[at].Folded))
            {
                arguments.Skip(1);
            }
            else
            {
                break;
            }
        }

        return arguments.Leftover() is { } refusal
            ? refusal
            : new ChatCommand.WithdrawApology(arguments.Day, arguments.Forum)
            {
                Who = who,
                AlsoOn = arguments.Days.Count > 1 ? [.. arguments.Days.Skip(1)] : Array.Empty<LocalDate>(),
                IsAsked = isAsked,
            };
    }
}
