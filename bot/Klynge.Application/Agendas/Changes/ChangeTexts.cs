using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Changes;

/// <summary>The Danish texts about what changed after an agenda went out.</summary>
internal static class ChangeTexts
{
    internal const string Heading = "Dagsordenen er ændret";
    internal const string Meanwhile = "Der er kommet flere ændringer, siden du spurgte. Her er de alle.";

    internal static string Open(int count) => $"Fortæl om ændringer ({count})";

    internal static string Question(int people) => people == 0
        ? "Der er ingen at fortælle om ændringerne endnu."
        : $"Skal {DanishFormat.Count(people, "person", "personer")} have besked om ændringerne?";

    internal static string Tell(int people) => people == 0 ? "Send besked" : $"Send besked til {DanishFormat.Count(people, "person", "personer")}";

    internal static string Told(int people) => people == 0
        ? "Der var ingen at fortælle om ændringerne."
        : $"{DanishFormat.Count(people, "person", "personer")} har fået besked om ændringerne.";

    internal static string Line(AgendaChange change)
    {
        var title = DanishFormat.Quote(change.Title.ToString());
        var what = change.Kind switch
        {
            AgendaChangeKind.New => $"Nyt punkt {change.Number}: {title}.",
            AgendaChangeKind.Changed => $"Punkt {change.Number} er ændret: {title}.",
            _ => $"Taget af dagsordenen: {title}.",
        };
        return change.Reason is { } reason ? $"{what} {DanishFormat.Capitalised(reason.TrimEnd('.'))}." : what;
    }

    internal static string More(int count) => $"… og {count} mere. Se dagsordenen.";
}
