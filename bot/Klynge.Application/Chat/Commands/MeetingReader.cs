using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands;

/// <summary><c>nyt møde Chefforum 4. februar kl. 14 til 16 Teams</c>; forum and date in either order.</summary>
internal static class MeetingReader
{
    public static Result<ChatCommand> Read(string rest, ParserContext context, CommandDescription command)
    {
        var arguments = new ArgumentReader(rest, context, command).TakeForumAndDate();
        if (arguments.Refusal is { } refusal)
            return refusal;
        if (SeveralDays.In(rest, context.Today) is { } several)
            return several;
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

/// <summary>"9. eller 11. marts", "d. 4/3 og d. 8/4": where a command takes one day, which of them is asked.</summary>
internal static class SeveralDays
{
    internal static DateAmbiguous? In(string text, NodaTime.LocalDate today)
    {
        // "eller" joins days as "og" does; the blanks keep every other letter in its place.
        var joined = text.Replace(" eller ", "    og ", StringComparison.OrdinalIgnoreCase).Replace(" el. ", "  og ", StringComparison.OrdinalIgnoreCase);
        foreach (var word in Word.Split(joined))
        {
            if (MeetingMentionReader.Read(joined[word.Start..], today) is not { Parts.Count: > 1 } mention)
                continue;
            var days = mention.Parts.OfType<MeetingPart.Day>().Select(day => day.Ahead).OfType<DateReading.Found>().Select(found => found.Date).Distinct().Order().ToList();
            if (days.Count == mention.Parts.Count)
                return new DateAmbiguous(Texts.OneDayOnly(days), days) { Written = WithoutTime(text, word.Start + mention.Span.Start, word.Start + mention.Span.End) };
        }

        return null;
    }

    // The day that is chosen stands in place of the words; the time behind them is to stay.
    private static string WithoutTime(string text, int start, int end)
    {
        var time = Word.Split(text).Find(word => word.Start > start && word.End <= end && (word.Folded is "kl" || word.Text.Contains(':')));
        return text[start..(time.Source is null ? end : time.Start)].Trim();
    }
}
