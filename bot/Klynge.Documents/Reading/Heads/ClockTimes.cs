using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Klynge.Documents.Reading.Heads;

/// <summary>Times of day as minutes print them: "kl. 9.55 – 10.15", "kl. 13:30-15:00", "fra kl. 9 til 11.30", "14.00".</summary>
internal sealed partial record ClockTimes(LocalTime Start, LocalTime? End, int Position, int Length)
{
    /// <summary>The first time, or span of times, in the text.</summary>
    public static ClockTimes? Find(string text)
    {
        if (text.Length > 2000)
            return null;

        var match = Span().Match(text);
        match = match.Success ? match : Single().Match(text);
        return match.Success ? From(match) : null;
    }

    /// <summary>Only a span of times, or a single one that is marked with "kl.": a bare "14.00" in a title may be anything.</summary>
    public static ClockTimes? FindSlot(string text)
    {
        var match = text.Length > 2000 ? Match.Empty : Span().Match(text);
        match = match.Success || text.Length > 2000 ? match : Marked().Match(text);
        return match.Success ? From(match) : null;
    }

    private static ClockTimes? From(Match match)
    {
        var start = Time(match.Groups["h1"], match.Groups["m1"]);
        var end = match.Groups["h2"].Success ? Time(match.Groups["h2"], match.Groups["m2"]) : null;
        return start is { } from && (end is not null || !match.Groups["h2"].Success)
            ? new ClockTimes(from, end, match.Index, match.Length)
            : null;
    }

    private static LocalTime? Time(Group hours, Group minutes)
    {
        var hour = int.Parse(hours.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = minutes.Success ? int.Parse(minutes.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    [GeneratedRegex(@"(fra\s+)?(kl\.?\s*)?(?<![\d.:/-])(?<h1>\d{1,2})[.:](?<m1>\d{2})\s*(-|–|—|til)\s*(kl\.?\s*)?(?<h2>\d{1,2})([.:](?<m2>\d{2}))?(?![\d/])|(fra\s+)?kl\.?\s*(?<h1>\d{1,2})\s*(-|–|—|til)\s*(kl\.?\s*)?(?<h2>\d{1,2})([.:](?<m2>\d{2}))?(?![\d/])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"kl\.?\s*(?<h1>\d{1,2})([.:](?<m1>\d{2}))?(?!\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"kl\.?\s*(?<h1>\d{1,2})([.:](?<m1>\d{2}))?(?!\d)|(?<![\d.:/-])(?<h1>\d{1,2})[.:](?<m1>\d{2})(:\d{2})?(?![\d./:-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Single();
}
