using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands.Readers;

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
        var place = DanishText.Clean(arguments.Rest, new TextLimit(Texts.Place, CommandLimits.MaxPlace, Optional: true));
        if (!place.TryGet(out _, out var tooLong))
            return tooLong;

        var (where, left, whole) = PlaceOf(arguments, context);
        var meeting = new ChatCommand.ScheduleMeeting(arguments.Forum, date.Date, time.Start, time.End, where.Length == 0 ? null : DanishText.Clean(where));
        return left.Length == 0 ? meeting : Ask(meeting, left, whole, context, command);
    }

    /// <summary>The place behind the time, the words that are none, and both of them together.</summary>
    private static (string Place, string Left, string Whole) PlaceOf(ArgumentReader arguments, ParserContext context)
    {
        var (words, at) = (arguments.Words, arguments.Position);
        if (arguments.AtEnd)
            return (string.Empty, string.Empty, string.Empty);
        var isSaid = words[at].Folded is "sted" or "place";
        var start = isSaid ? at + 1 : at;
        var whole = start < words.Count ? words[start].Source[words[start].Start..].Trim() : string.Empty;
        if (isSaid && QuotedTitle.Read(whole) is { } quoted)
        {
            var behind = quoted.Tail.Trim(CommandMarks.Around).Trim();
            return (PlaceReader.Tidy(quoted.Title), behind, $"{quoted.Title} {behind}".Trim());
        }

        // "i", "på" and their like have been passed over; they belong to what follows them.
        while (!isSaid && start > 0 && PlaceReader.IsBefore(words[start - 1]))
            start--;
        var end = new PlaceReader(words, context).Read(start, isSaid);
        var first = start;
        while (first < end - 1 && PlaceReader.IsBefore(words[first]) && words[first].Folded != "hos")
            first++;
        if (end < words.Count && words[end].Folded is "eller" or "or")
            end = start; // "Teams eller Rådhuset": neither of them yet
        var left = end < words.Count ? words[end].Source[words[end == start ? Math.Min(at, start) : end].Start..].Trim(CommandMarks.Around).Trim() : string.Empty;
        var place = end == start ? string.Empty : words[first].Source[words[first].Start..words[end - 1].End];
        return (PlaceReader.Tidy(place), left, whole);
    }

    // Nothing is made before somebody has said what the words are.
    private static CommandUnclear Ask(ChatCommand.ScheduleMeeting meeting, string left, string whole, ParserContext context, CommandDescription command)
    {
        var forum = context.Forums.FirstOrDefault(one => one.Key == meeting.Forum)?.Name;
        var again = string.Join(' ', new[] { command.Name, forum, DanishFormat.PlainDate(meeting.Date), $"kl. {DanishFormat.Time(meeting.Start)}{(meeting.End is { } end ? $"-{DanishFormat.Time(end)}" : string.Empty)}" }.OfType<string>());
        var choices = new List<CommandChoice> { new(Texts.ScheduleWithout, meeting.Place is { } place ? $"{again} sted: {place}" : again) };
        if (!Word.Split(left).Exists(DoubtWords.Contains))
            choices.Add(new CommandChoice(Texts.ItIsThePlace, $"{again} sted: {DanishFormat.Quote(PlaceReader.Tidy(whole))}"));
        var when = DanishFormat.Meeting(meeting.Date, meeting.Start, meeting.End);
        return new CommandUnclear(Texts.ScheduleWithoutWords(left, meeting.Place is { } at ? $"{when} ({at})" : when), choices);
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

    /// <summary>"enten 21/12 eller 14/1", where a command takes several days but not one of two; "hverken 21/12 eller 14/1" is both.</summary>
    internal static DateAmbiguous? Either(string text, NodaTime.LocalDate today)
    {
        if (Word.Split(text).Exists(word => word.Folded is "hverken" or "ikke" or "ik") || In(text, today) is not { } which
            || !Word.Split(which.Written).Exists(word => word.Folded is "eller" or "el"))
        {
            return null;
        }
        var (start, end) = (text.IndexOf(which.Written, StringComparison.Ordinal), text.LastIndexOf("enten ", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && end + "enten ".Length == start ? which with { Written = text[end..(start + which.Written.Length)] } : which;
    }

    // The day that is chosen stands in place of the words; the time behind them is to stay.
    private static string WithoutTime(string text, int start, int end)
    {
        var time = Word.Split(text).Find(word => word.Start > start && word.End <= end && (word.Folded is "kl" || word.Text.Contains(':')));
        return text[start..(time.Source is null ? end : time.Start)].Trim();
    }
}
