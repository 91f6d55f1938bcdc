using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Journeys;

/// <summary>What is said of a case's way from forum to forum.</summary>
internal static class Texts
{
    internal const string Button = "Sagens gang";
    internal const string Closed = "Lukket punkt";
    internal const string News = "Orientering";
    internal const string OnlyOwn = "Kun de stop, du kan se.";
    internal const string WhichCase = "Hvilken sag mener du?";
    internal const string Votes = "Afstemning";

    internal static string Heading(JourneyView view) => $"Sag {view.Key}";

    internal static string Count(int stops) => DanishFormat.Count(stops, "stop", "stop");

    internal static string StopOf(JourneyStop stop) =>
        stop.Day is { } day ? $"{stop.Forum} d. {DanishFormat.PlainDate(day)}, punkt {stop.Number}"
        : stop.Waits == ComingState.Proposed ? $"{stop.Forum}: foreslået, ikke taget imod endnu"
        : $"{stop.Forum}: venter på et møde";

    internal static string? WantedOf(JourneyStop stop) => stop.Wanted is { } words ? $"Ønskes {words}" : null;

    internal static string Sent(JourneyStop stop) => stop.IsSentBack ? $"Sendt tilbage til {stop.SentTo}" : $"Sendt videre til {stop.SentTo}";

    internal static string NoDecision => "Ingen beslutning endnu";

    /// <summary>Of one that there is not as well as of one that the person may see nothing of.</summary>
    internal static string None(string words) => $"Jeg finder ingen sag med {DanishFormat.Quote(words)} i de fora, du er med i.";

    internal const string NoneMore = "Skriv sagens nummer, fx »sag 2026-14«, eller ord fra titlen.";

    internal static string More(int count) => $"Og {DanishFormat.Count(count, "sag", "sager")} mere. Skriv flere ord.";
}
