using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Meetings.Naming;

/// <summary>What is asked about the words that name a meeting.</summary>
internal static class NamingTexts
{
    internal static string WhichOf(IReadOnlyList<LocalDate> dates) => $"Hvilket møde mener du: {Either(dates)}?";

    internal static string NoneThen(string words) =>
        $"Der er ikke noget møde, der passer til {DanishFormat.Quote(words)}. Skriv »møder« for at se de kommende møder.";

    internal static string NotThatDay(string words, IReadOnlyList<LocalDate> dates) =>
        $"Der er ikke noget møde {words.Trim()}. Mener du {Either(dates)}?";

    internal static string OnlySome(IReadOnlyList<LocalDate> without, IReadOnlyList<LocalDate> held) =>
        $"Der er ikke noget møde {DanishFormat.List(without.Select(DanishFormat.Date), "eller")}. Mener du kun {Either(held)}?";

    internal static string NoneFits(string words, IReadOnlyList<LocalDate> dates, MeetingTense tense)
    {
        var none = $"Jeg kan ikke finde det møde, du mener med {DanishFormat.Quote(words)}.";
        var others = (dates.Count, tense == MeetingTense.Held) switch
        {
            (0, true) => "Der er ikke holdt noget møde endnu.",
            (0, false) => "Der er ingen kommende møder.",
            (1, true) => $"Det seneste møde var {DanishFormat.Date(dates[0])}.",
            (1, false) => $"Det eneste kommende møde er {DanishFormat.Date(dates[0])}.",
            _ => $"Mener du {Either(dates)}?",
        };
        return $"{none} {others}";
    }

    private static string Either(IEnumerable<LocalDate> dates) => DanishFormat.List(dates.Select(DanishFormat.Date), "eller");
}
