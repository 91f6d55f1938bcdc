using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// A time of day from 00.00 to 24.00, both included. "Kl. 24" is what a deadline says that runs to the end of its day;
/// <see cref="LocalTime"/> has no such time, and 00.00 of the next day names the wrong date to the reader.
/// </summary>
public readonly record struct ClockTime : IComparable<ClockTime>
{
    private const int MinutesOfDay = 24 * 60;

    private ClockTime(int minutes) => Minutes = minutes;

    /// <summary>The end of the day, 24.00.</summary>
    public static ClockTime Midnight { get; } = new(MinutesOfDay);

    /// <summary>Minutes since the start of the day on the clock, 0 to 1440; the form to store.</summary>
    public int Minutes { get; }

    public static ClockTime Of(LocalTime time) => new((time.Hour * 60) + time.Minute);

    /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 1440.</exception>
    public static ClockTime FromMinutes(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesOfDay);
        return new ClockTime(minutes);
    }

    /// <summary>Reads the form of <c>board.json</c>, <c>HH:MM</c>, "24:00" included; a full stop will do for the colon.</summary>
    public static bool TryParse(string? text, out ClockTime time)
    {
        time = default;
        if (text is not { Length: 5 } || text[2] is not (':' or '.'))
            return false;
        if (!char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
            return false;

        var (hours, minutes) = (((text[0] - '0') * 10) + text[1] - '0', ((text[3] - '0') * 10) + text[4] - '0');
        if (minutes > 59 || (hours * 60) + minutes > MinutesOfDay)
            return false;

        time = new ClockTime((hours * 60) + minutes);
        return true;
    }

    /// <summary>The moment on a date; 24.00 is the first moment of the day after.</summary>
    public LocalDateTime On(LocalDate date) => date.AtMidnight().PlusMinutes(Minutes);

    public int CompareTo(ClockTime other) => Minutes.CompareTo(other.Minutes);

    public static bool operator <(ClockTime left, ClockTime right) => left.Minutes < right.Minutes;

    public static bool operator >(ClockTime left, ClockTime right) => left.Minutes > right.Minutes;

    public static bool operator <=(ClockTime left, ClockTime right) => left.Minutes <= right.Minutes;

    public static bool operator >=(ClockTime left, ClockTime right) => left.Minutes >= right.Minutes;

    /// <summary><c>HH:MM</c>, as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Create(null, $"{Minutes / 60:00}:{Minutes % 60:00}");
}
