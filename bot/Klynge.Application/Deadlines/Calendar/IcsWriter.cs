using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>
/// Writes a calendar by RFC 5545: lines end with CRLF and are folded at 75 octets, never through a letter (section 3.1); text is escaped
/// (3.3.11). Events are whole days (<c>VALUE=DATE</c>), so no time zone is needed and summer time changes nothing. There is no
/// <c>METHOD</c>: the calendar is fetched, not sent to anybody (RFC 5546 would want an organizer), so <c>DTSTAMP</c> is the last change
/// (3.8.7.2), and the calendar is the same, letter for letter, until something changes. It is whole each time it is fetched: what was
/// removed is not in it any more.
/// </summary>
internal static class IcsWriter
{
    private const int MaxLineLength = 75;
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    internal static string Write(string name, IReadOnlyList<IcsEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Klynge.Bot//Frister//DA");
        Line(text, "CALSCALE:GREGORIAN");
        // The name as RFC 7986 has it, and as Outlook reads it.
        Line(text, $"NAME:{Escape(name)}");
        Line(text, $"X-WR-CALNAME:{Escape(name)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Line(text, "X-PUBLISHED-TTL:PT1H");
        foreach (var one in events)
            Event(text, one);

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, IcsEvent one)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{one.Uid}");
        Line(text, $"DTSTAMP:{Moment.Format(one.ChangedAt)}");
        Line(text, $"LAST-MODIFIED:{Moment.Format(one.ChangedAt)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{one.Sequence}"));
        Line(text, $"DTSTART;VALUE=DATE:{Day.Format(one.Date)}");

        // The end is exclusive.
        Line(text, $"DTEND;VALUE=DATE:{Day.Format(one.Date.PlusDays(1))}");
        Line(text, $"SUMMARY:{Escape(one.Summary)}");
        Line(text, $"DESCRIPTION:{Escape(one.Description)}");

        // A deadline takes up nobody's time.
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MaxLineLength)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

/// <summary>An all-day event.</summary>
/// <param name="Uid">The same for the same deadline for good.</param>
/// <param name="Sequence">Counts up with every change, from 0.</param>
/// <param name="ChangedAt">The last change.</param>
internal sealed record IcsEvent(string Uid, LocalDate Date, string Summary, string Description, int Sequence, Instant ChangedAt);
