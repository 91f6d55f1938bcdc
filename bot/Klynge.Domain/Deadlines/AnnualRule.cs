using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>When a deadline of the annual wheel (årshjul) comes round. As text it reads as a secretary writes it, and is read back so.</summary>
public abstract record AnnualRule
{
    private AnnualRule()
    {
    }

    /// <summary>A day of every year. 29 February is the 28th in the years that have none: never later than it says.</summary>
    public sealed record EveryYear(int Month, int Day) : AnnualRule
    {
        public override string ToString() => $"{Day}. {DanishNames.Month(Month)}";
    }

    /// <summary>The last Friday, or the last hverdag, of a month.</summary>
    /// <param name="Weekday">Null for the last hverdag.</param>
    /// <param name="Month">1 to 12; null for every month.</param>
    public sealed record LastOfMonth(IsoDayOfWeek? Weekday, int? Month) : AnnualRule
    {
        public override string ToString()
        {
            var day = Weekday is { } weekday ? DanishNames.Weekday(weekday) : "hverdag";
            return $"sidste {day} i {(Month is { } month ? DanishNames.Month(month) : "måneden")}";
        }
    }

    /// <summary>So long before each meeting of the forum.</summary>
    public sealed record BeforeMeetings(TimeLimit Limit) : AnnualRule
    {
        public override string ToString() => $"{Limit} før mødet";
    }
}
