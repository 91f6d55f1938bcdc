using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Meetings.Naming;

namespace Klynge.Application.Chat.Commands;

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
