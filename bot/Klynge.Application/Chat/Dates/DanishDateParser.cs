using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>Reads a date, with or without a time, as Danes (and some English aliases) write it.</summary>
public static class DanishDateParser
{
    /// <summary>Reads the date that <paramref name="text"/> begins with; blanks before it are skipped and what follows is left alone.</summary>
    public static DateReading Parse(string text, LocalDate today, DateLean lean = DateLean.Ahead) => new DateReading.NotADate();

    /// <summary>As <see cref="Parse"/>, but the whole text must be the date; for an input field.</summary>
    public static DateReading ParseWhole(string text, LocalDate today, DateLean lean = DateLean.Ahead) => new DateReading.NotADate();
}
