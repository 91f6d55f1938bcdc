using System.Text;

namespace Klynge.Domain.Meetings;

/// <summary>Where a meeting is held, for paper: »Teams (møde-id 365 124 644 791 2)«. The code that lets one in is never printed.</summary>
public static class OnlinePlace
{
    private const string ShortLink = "/meet/";
    private const int FewestDigits = 9;
    private const int MostDigits = 20;

    /// <param name="place">As the secretariat or the calendar wrote it; empty for none.</param>
    /// <param name="number">The number that one joins by, in any grouping; null for none.</param>
    /// <returns>The place alone where there is no number, what is one is none, or the place names it already.</returns>
    public static string Of(string place, string? number)
    {
        ArgumentNullException.ThrowIfNull(place);
        var digits = Digits(number);
        if (digits.Length is < FewestDigits or > MostDigits || Digits(place).Contains(digits, StringComparison.Ordinal))
            return place;

        var grouped = string.Join(' ', digits.Chunk(3).Select(group => new string(group)));
        return $"{(place.Length > 0 ? place : "Teams")} (møde-id {grouped})";
    }

    /// <summary>The number in a short link of Teams, "https://teams.microsoft.com/meet/3651246447912?p=…"; null in every other link.</summary>
    public static string? NumberIn(string? joinUrl) =>
        Uri.TryCreate(joinUrl, UriKind.Absolute, out var url) && url.AbsolutePath.StartsWith(ShortLink, StringComparison.OrdinalIgnoreCase)
            && url.AbsolutePath[ShortLink.Length..].TrimEnd('/') is var number && number.Length is >= FewestDigits and <= MostDigits && number.All(char.IsAsciiDigit)
            ? number
            : null;

    private static string Digits(string? text)
    {
        var digits = new StringBuilder();
        foreach (var letter in text ?? "")
        {
            if (char.IsAsciiDigit(letter))
                digits.Append(letter);
        }

        return digits.ToString();
    }
}
