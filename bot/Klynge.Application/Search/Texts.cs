using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Search;

internal static class Texts
{
    internal const string More = "Vis flere";
    internal const string Open = "Åbn punktet";
    internal const string Back = "Tilbage til søgningen";
    internal const string Closed = "Lukket punkt";
    internal const string Decision = "Beslutning:";

    internal static string Heading(string words) => $"Søgning: {DanishFormat.Quote(words)}";

    internal static string Count(SearchResults results) => results.Total <= results.Hits.Count
        ? DanishFormat.Count(results.Total, "punkt fundet", "punkter fundet")
        : $"{DanishFormat.Number(results.Skip + 1)}–{DanishFormat.Number(results.Skip + results.Hits.Count)} af {DanishFormat.Count(results.Total, "punkt", "punkter")}";

    internal static string Nothing(string words) =>
        $"Jeg fandt intet om {DanishFormat.Quote(words)}. Prøv med færre eller andre ord; begyndelsen af et ord er nok.";

    internal static string Where(SearchHit hit) => $"{hit.Forum} · {DanishFormat.PlainDate(hit.Date)} · punkt {hit.Number}";

    internal static string PlainDate(LocalDate date) => DanishFormat.PlainDate(date);
}
