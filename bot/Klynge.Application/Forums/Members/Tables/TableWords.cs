using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>What stands in a column of names and is none: empty seats, numbers in front, the surname first.</summary>
internal static class TableNames
{
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create(",0123456789");

    private static readonly HashSet<string> Empty = new(
        new[] { "ikke udpeget", "ikke valgt", "ikke besat", "udpeges senere", "ny repræsentant", "navn følger", "følger senere", "afventer udpegning", "n n", "n. n.", "i alt" }.Select(DanishText.Fold), StringComparer.Ordinal);

    /// <summary>At least two words, as somebody is called.</summary>
    internal static bool IsName(string written) =>
        !written.AsSpan().ContainsAny(NotInNames) && !Empty.Contains(DanishText.Fold(written)) && written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) > 1;
}

/// <summary>What a person is in a forum, as tables write it: »Næstformand«, »1. næstformand« is asked about.</summary>
internal static class TableRoles
{
    private static readonly Dictionary<string, Role> Others = new(StringComparer.Ordinal)
    {
        ["forperson"] = Role.Chair,
        ["naestforperson"] = Role.DeputyChair,
        ["viceformand"] = Role.DeputyChair,
        ["medforperson"] = Role.CoChair,
        ["menigt medlem"] = Role.Member,
        ["observatoer"] = Role.Observer,
        ["sekretaer"] = Role.Secretariat,
        ["sekretariatet"] = Role.Secretariat,
        ["administrativ"] = Role.Administrative,
        ["forvaltning"] = Role.Administrative,
    };

    internal static Role? Find(string written)
    {
        var folded = DanishText.Fold(written);
        if (BoardVocabulary.DanishRoles.TryGetValue(folded, out var word))
            return BoardVocabulary.Roles[word];

        if (Others.TryGetValue(folded, out var other))
            return other;

        return BoardVocabulary.Roles.TryGetValue(written, out var role) ? role : null;
    }
}

/// <summary>Days as tables write them, always with the whole year: 2027-01-31, 31-01-2027, 31.1.2027, 31/1-2027, 31. januar 2027.</summary>
internal static partial class TableDates
{
    internal static LocalDate? Find(string written)
    {
        var match = Iso().Match(written);
        if (!match.Success)
            match = Numbers().Match(written);
        if (match.Success)
            return Of(Number(match, "year"), Number(match, "month"), Number(match, "day"));

        match = Words().Match(DanishText.Fold(written));
        if (!match.Success)
            return null;

        var name = match.Groups["month"].Value;
        var month = Enumerable.Range(1, 12).FirstOrDefault(number => DanishText.Fold(DanishNames.Month(number)) == name || DanishText.Fold(DanishNames.ShortMonth(number)).TrimEnd('.') == name);
        return month == 0 ? null : Of(Number(match, "year"), month, Number(match, "day"));
    }

    private static LocalDate? Of(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})[-./ ]{1,2}(?<month>[0-9]{1,2})[-./ ]{1,2}(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(d\.? ?)?(?<day>[0-9]{1,2})\.? (?<month>[a-z]{3,9})\.? (?<year>[0-9]{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
