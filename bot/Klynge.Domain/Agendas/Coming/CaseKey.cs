using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Agendas.Coming;

/// <summary>
/// The number of a case among a body's cases of one year, as people write it: »2026-14«. It says which stops belong together, in whatever
/// forum of the body they are; the records system has a number of its own.
/// </summary>
/// <param name="Year">That of the meeting where the case first was decided or sent on.</param>
/// <param name="Number">From 1.</param>
public readonly partial record struct CaseKey(int Year, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number}");

    /// <summary>Reads »2026-14«, »14/2026« and »14«, which is one of this year.</summary>
    /// <returns>Null for what is no number of a case.</returns>
    public static CaseKey? Read(string? written, int thisYear)
    {
        var match = Written().Match(written?.Trim() ?? string.Empty);
        if (!match.Success)
            return null;

        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var year = match.Groups["year"] is { Success: true } named ? int.Parse(named.ValueSpan, CultureInfo.InvariantCulture) : thisYear;
        return number == 0 ? null : new CaseKey(year, number);
    }

    [GeneratedRegex(@"^(nr\.?\s*)?((?<year>20[0-9]{2})\s?[-/–]\s?(?<number>[0-9]{1,5})|(?<number>[0-9]{1,5})\s?[-/]\s?(?<year>20[0-9]{2})|(?<number>[0-9]{1,4}))\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Written();
}

/// <summary>The last number that a body has given in a year; it counts up in one statement of the database.</summary>
public sealed class CaseSeries
{
    public required BoardId BoardId { get; init; }

    public required int Year { get; init; }

    public int Last { get; init; }
}
