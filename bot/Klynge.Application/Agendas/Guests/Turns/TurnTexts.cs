using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>What is said of guests who come by turns.</summary>
internal static class TurnTexts
{
    internal const string Heading = "Gæster efter tur";
    internal const string None = "Ingen kommer efter tur i forummet.";
    internal const string Explained = "Når det er deres tur, står det på dagsordenen. De kommer først på, når du trykker »Skriv på punktet«, og får først besked, når du inviterer dem.";
    internal const string New = "Ny gæst efter tur";
    internal const string ItemLabel = "Hvilket punkt skal de med til?";
    internal const string Use = "Skriv på punktet";
    internal const string Skip = "Ikke denne gang";
    internal const string Remove = "Fjern fra listen";
    internal const string EveryLabel = "Hvor tit kommer de?";
    internal const string NoItems = "Der er ingen punkter på dagsordenen at skrive dem på endnu.";

    private static readonly string[] Ordinals = ["møde", "andet møde", "tredje møde", "fjerde møde", "femte møde", "sjette møde"];

    internal static string InTurn(int guests) => $"{Heading} ({guests})";

    /// <summary>»hvert andet møde«</summary>
    internal static string Every(int every) => $"hvert {Ordinals[Math.Clamp(every, 1, Ordinals.Length) - 1]}";

    internal static string TheirTurn(GuestCadence cadence) => $"Kommer {Every(cadence.Every)}: det er deres tur til dette møde";

    internal static string NotTheirTurn(GuestCadence cadence) => $"Kommer {Every(cadence.Every)}, talt fra mødet d. {DanishFormat.PlainDate(cadence.CountsFrom)}";

    internal static string FirstIs(string when) => $"Første gang er dette møde: {when}.";

    internal static string Added(string name) => $"{name} er skrevet på listen.";

    internal static string Used(string name) => $"{name} er skrevet på punktet og har ikke fået besked endnu.";

    internal static string Skipped(string name) => $"{name} kommer ikke denne gang. Der tælles videre fra dette møde.";

    internal static string Removed(string name) => name.Length == 0 ? "De står ikke på listen længere." : $"{name} er fjernet fra listen. Møder, de allerede er gæster på, er ikke ændret.";
}
