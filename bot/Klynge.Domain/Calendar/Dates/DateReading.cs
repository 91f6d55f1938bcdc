using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>What <see cref="DanishDateParser"/> made of a text. Questions and sentences are in Danish, as the person reads them.</summary>
public abstract record DateReading
{
    private DateReading()
    {
    }

    /// <summary>What kind of words name the day, or the days to choose from.</summary>
    public DateForm Form { get; init; }

    /// <summary>One date, and a time when one was written.</summary>
    public sealed record Found(LocalDate Date, TimeSlot? Time, TextSpan Span) : DateReading
    {
        /// <summary>Whether the year was written: "30. april" may be meant of another year than the nearest.</summary>
        public bool HasYear { get; init; }
    }

    /// <summary>Several dates may be meant: "uge 17", "fredag" on a Friday, a weekday that does not match its date.</summary>
    /// <param name="Candidates">Never none, soonest first; one button each.</param>
    public sealed record Ambiguous(IReadOnlyList<LocalDate> Candidates, TimeSlot? Time, string Question, TextSpan Span) : DateReading
    {
        /// <summary>The weekday that was written and does not fit the date, "tirsdag den 21." of a Monday: it is asked even where a meeting is held that day.</summary>
        public IsoDayOfWeek? Contradicting { get; init; }
    }

    /// <summary>The text names a day before today and says so with its year (or "uge 17 2024").</summary>
    public sealed record Past(LocalDate Date, TimeSlot? Time, string Question, TextSpan Span) : DateReading;

    /// <summary>Clearly meant as a date, but there is no such day or time: 31 April, week 53 of 2027, 25.00.</summary>
    public sealed record Impossible(string Sentence, TextSpan Span) : DateReading;

    /// <summary>No date stands here. A misspelt month is no date either: we ask rather than guess.</summary>
    public sealed record NotADate : DateReading;
}

/// <summary>The time that a text names: a start, and an end when a range was written. The end is always later than the start.</summary>
public sealed record TimeSlot(LocalTime Start, LocalTime? End);
