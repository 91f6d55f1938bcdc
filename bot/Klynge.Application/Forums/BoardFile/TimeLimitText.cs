using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>
/// A time limit as a secretary writes it: »5 hverdage«, »11 dage kl. 24.00«, »2 uger«, »4 hverdage (lørdag talt med)«. What
/// <see cref="TimeLimit.ToString"/> says is read back as the same limit.
/// </summary>
internal static partial class TimeLimitText
{
    internal static bool TryParse(string text, out Result<TimeLimit> limit)
    {
        limit = default;
        var match = Pattern().Match(DanishText.Clean(text));
        if (!match.Success || !int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;

        ClockTime? at = null;
        if (match.Groups["at"] is { Success: true, Value: var clock })
        {
            if (!ClockTime.TryParse(Padded(clock), out var time))
                return false;
            at = time;
        }

        var isWeeks = match.Groups["unit"].Value.StartsWith('u');
        limit = TimeLimit.Create(isWeeks ? Math.Min(count, TimeLimit.MaxCount) * 7 : count, UnitOf(match), at);
        return true;
    }

    private static TimeLimitUnit UnitOf(Match match) => match.Groups["unit"].Value[0] switch
    {
        'h' when match.Groups["saturday"].Success => TimeLimitUnit.WorkdaysWithSaturday,
        'h' => TimeLimitUnit.Workdays,
        _ => TimeLimitUnit.Days,
    };

    /// <summary>»12« and »9.30« as <see cref="ClockTime"/> wants them.</summary>
    private static string Padded(string clock)
    {
        var whole = clock.Contains('.', StringComparison.Ordinal) || clock.Contains(':', StringComparison.Ordinal) ? clock : clock + ".00";
        return whole.PadLeft(5, '0');
    }

    [GeneratedRegex(
        @"^(?<count>[0-9]{1,6}) (?<unit>dage?|uger?|hverdage?)(?<saturday>(?<=hverdage?) \(lørdag talt med\))?( kl\. ?(?<at>[0-9]{1,2}([.:][0-9]{2})?))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
