using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Chat.Commands;

/// <summary>Sentences that several refusals of commands share.</summary>
internal static class Texts
{
    public const string Title = "Titlen";
    public const string Presenter = "Navnet på den, der fremlægger punktet,";
    public const string Substitute = "Navnet på stedfortræderen";
    public const string Place = "Stedet";
    public const string Reason = "Begrundelsen";
    public const string Decision = "Beslutningen";
    public const string Responsible = "Navnet på den ansvarlige";
    public const string Search = "Søgningen";

    public static string OneMeetingOnly(IEnumerable<LocalDate> days) =>
        $"Det kan jeg kun gøre for ét møde ad gangen. Mener du {DanishFormat.List(days.Select(DanishFormat.Date), "eller")}?";

    public static string DestinationUnclear(string written) => $"Er {DanishFormat.Quote(written)} det forum, punktet skal til, eller hører det til titlen?";

    public static string OneDayOnly(IEnumerable<LocalDate> days) => $"Det kan kun være én dag. Mener du {DanishFormat.List(days.Select(DanishFormat.Date), "eller")}?";

    public const string ScheduleWithout = "Opret mødet uden";

    public const string ItIsThePlace = "Det er stedet";

    public static string ScheduleWithoutWords(string left, string when) =>
        $"Jeg forstår ikke {DanishFormat.Quote(DanishText.Shorten(left, CommandLimits.MaxName))}, så mødet er ikke oprettet. Skal jeg oprette det {when} uden?";

    public static string OneItemOnly(IEnumerable<int> numbers) =>
        $"Jeg skriver én beslutning ad gangen. Gælder den {DanishFormat.List(numbers.Select(number => $"punkt {number}"), "eller")}?";

    public static string OneRemovalOnly(IEnumerable<int> numbers) =>
        $"Jeg tager ét punkt af ad gangen. Skal det være {DanishFormat.List(numbers.Select(number => $"punkt {number}"), "eller")}?";

    public static string OneSendingOnly(IEnumerable<int> numbers) =>
        $"Jeg sender ét punkt ad gangen. Skal jeg begynde med {DanishFormat.List(numbers.Select(number => $"punkt {number}"), "eller")}?";

    public static string OnItem(int number) => $"Punkt {number}";

    public const string OneApologyAtATime = "Det er flere afbud. Hvilket skal jeg tage først?";

    public const string OneWithdrawalAtATime = "Det er flere afbud. Hvilket skal jeg trække tilbage først?";

    public const string NobodyInstead = "Ingen stedfortræder";

    public static string WhoInstead(string one, string other) => $"Hvem kommer i stedet: {one} eller {other}?";

    public static string ToForum(string name) => $"Til {name}";

    public const string OfTitle = "Det hører til titlen";

    public static string WriteAs(CommandDescription command) => $"Skriv fx {DanishFormat.Quote(command.Example)}.";

    public static string ForumUnknown(string written, IReadOnlyList<string> known)
    {
        var nearest = known.Where(name => DanishText.Distance(name, written) <= 3).MinBy(name => DanishText.Distance(name, written));
        var what = $"Jeg kender ikke noget forum, der hedder {DanishFormat.Quote(written)}.";
        if (nearest is not null)
            return $"{what} Mente du {DanishFormat.Quote(nearest)}?";
        return known.Count == 0 ? what : $"{what} Du kan skrive {DanishFormat.List(known.Select(DanishFormat.Quote), "eller")}.";
    }
}
