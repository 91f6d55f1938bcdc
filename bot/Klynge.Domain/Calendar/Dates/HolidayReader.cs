using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>A holiday by its name, with or without a year: "2. påskedag", "grundlovsdag 2027", "dagen før Kristi himmelfartsdag".</summary>
internal static class HolidayReader
{
    /// <summary>"grundlvosdag" can be nothing else; shorter names are near to other words.</summary>
    private const int MinMisspelt = 8;

    // Folded, words apart; "2. påskedag" has lost its full stop. The longer name stands before the one that it begins with.
    private static readonly (string[] Words, Func<int, LocalDate> Of)[] Holidays =
    [
        .. Named(year => new LocalDate(year, 1, 1), "nytaarsdag"),
        .. Named(year => new LocalDate(year, 6, 5), "grundlovsdag"),
        .. Named(year => new LocalDate(year, 6, 23), "sankthansaften", "sankt hans aften", "sankthans", "sankt hans"),
        .. Named(year => new LocalDate(year, 12, 23), "lillejuleaften", "lille juleaften"),
        .. Named(year => new LocalDate(year, 12, 24), "juleaftensdag", "juleaften"),
        .. Named(year => new LocalDate(year, 12, 26), "2 juledag", "anden juledag"),
        .. Named(year => new LocalDate(year, 12, 25), "1 juledag", "foerste juledag", "juledag"),
        .. Named(year => new LocalDate(year, 12, 31), "nytaarsaftensdag", "nytaarsaften"),
        .. Movable(-49, "fastelavnssoendag", "fastelavn"),
        .. Movable(-7, "palmesoendag"),
        .. Movable(-3, "skaertorsdag"),
        .. Movable(-2, "langfredag"),
        .. Movable(1, "2 paaskedag", "anden paaskedag"),
        .. Movable(0, "1 paaskedag", "foerste paaskedag", "paaskedag", "paaskesoendag"),
        .. Movable(39, "kristi himmelfartsdag", "kr himmelfartsdag", "kristi himmelfart", "kr himmelfart"),
        .. Movable(50, "2 pinsedag", "anden pinsedag"),
        .. Movable(49, "1 pinsedag", "foerste pinsedag", "pinsedag", "pinsesoendag"),
    ];

    // "hverdagen efter påske" is the Tuesday: these end with their last day.
    private static readonly (string[] Words, Func<int, LocalDate> First, Func<int, LocalDate> Last)[] Seasons =
    [
        (["paaske"], year => DanishHolidays.Easter(year).PlusDays(-3), year => DanishHolidays.Easter(year).PlusDays(1)),
        (["pinse"], year => DanishHolidays.Easter(year).PlusDays(49), year => DanishHolidays.Easter(year).PlusDays(50)),
        (["jul"], year => new LocalDate(year, 12, 24), year => new LocalDate(year, 12, 26)),
        (["nytaar"], year => new LocalDate(year, 12, 31), year => new LocalDate(year, 1, 1)),
    ];

    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        cursor.TryAny("paa");
        if (TryStep(cursor) is not { } step)
            return TryHoliday(cursor) is { } holiday ? scope.Yearly(year => holiday(year), TryYear(cursor), DateForm.Holiday) : null;
        if (TryBounds(cursor) is not { } bounds)
            return null;

        var year = TryYear(cursor);
        return scope.Yearly(of => Moved(step.Before ? bounds.First(of) : bounds.Last(of), step), year, DateForm.Holiday);
    }

    /// <summary>"dagen før", "hverdagen efter", "sidste hverdag før".</summary>
    private static (bool Before, bool Workday)? TryStep(DateCursor cursor)
    {
        var start = cursor.Position;
        cursor.TryAny("den");
        cursor.TryAny("foerste", "sidste");
        var workday = cursor.TryAny("hverdag", "hverdagen", "arbejdsdag");
        if ((workday || cursor.TryAny("dagen")) && cursor.TryAny("foer", "inden", "efter"))
            return (cursor.Peek(-1).Text != "efter", workday);

        cursor.Position = start;
        return null;
    }

    private static (Func<int, LocalDate> First, Func<int, LocalDate> Last)? TryBounds(DateCursor cursor)
    {
        if (TryHoliday(cursor) is { } day)
            return (day, day);
        foreach (var season in Seasons)
        {
            if (TryWords(cursor, season.Words))
                return (season.First, season.Last);
        }

        return null;
    }

    private static Func<int, LocalDate>? TryHoliday(DateCursor cursor)
    {
        foreach (var (words, of) in Holidays)
        {
            if (TryWords(cursor, words))
                return of;
        }

        return null;
    }

    private static bool TryWords(DateCursor cursor, string[] words)
    {
        var start = cursor.Position;
        foreach (var word in words)
        {
            var isTaken = char.IsAsciiDigit(word[0]) ? cursor.TryNumber(1, out var number) && number == word[0] - '0' : cursor.TryAny(word) || TrySlip(cursor, word);
            if (!isTaken)
            {
                cursor.Position = start;
                return false;
            }

            if (word.Length <= 2)
                cursor.TryGluedSign('.');
        }

        return true;
    }

    private static bool TrySlip(DateCursor cursor, string word)
    {
        if (word.Length < MinMisspelt || !cursor.Current.IsWord || !DateSlips.IsSlipOf(cursor.Current.Text, word))
            return false;
        cursor.Position++;
        return true;
    }

    private static int? TryYear(DateCursor cursor)
    {
        cursor.TryAny("i");
        if (cursor.TryYear(out var year))
            return year;
        if (cursor.Peek(-1).Text == "i")
            cursor.Position--;
        return null;
    }

    private static LocalDate Moved(LocalDate date, (bool Before, bool Workday) step)
    {
        var days = step.Before ? -1 : 1;
        return step.Workday ? Workdays.Add(date, days) : date.PlusDays(days);
    }

    private static IEnumerable<(string[] Words, Func<int, LocalDate> Of)> Movable(int fromEaster, params string[] names) =>
        Named(year => DanishHolidays.Easter(year).PlusDays(fromEaster), names);

    private static IEnumerable<(string[] Words, Func<int, LocalDate> Of)> Named(Func<int, LocalDate> of, params string[] names) =>
        names.Select(name => (name.Split(' '), of));
}
