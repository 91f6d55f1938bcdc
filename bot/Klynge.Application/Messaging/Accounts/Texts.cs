using Klynge.Domain.Calendar;

namespace Klynge.Application.Messaging.Accounts;

internal static class Texts
{
    internal const string Why =
        "De har skrevet til mig eller er med i en chat, og deres mailadresse står på medlemslisten. En adresse kan gå videre til en anden, så sig kun ja, hvis du ved, hvem det er.";

    internal const string ReplacesAnother = "Personen har allerede en konto. Siger du ja, gælder kun den nye.";
    internal const string Yes = "Ja, det er kontoen";
    internal const string No = "Nej";
    internal const string Known = "Sekretariatet har sagt god for din konto, så nu kender jeg dig. Skriv »hjælp« for at se, hvad du kan gøre.";

    internal static string Question(int count) => count == 1
        ? "Er det medlemmets konto?"
        : $"Er det medlemmernes konti? Der er {DanishFormat.Number(count)} nye";

    internal static string YesToAll(int count) => count switch
    {
        1 => Yes,
        2 => "Ja til begge",
        _ => $"Ja til alle {DanishFormat.Number(count)}",
    };

    internal static string More(int count) => $"{DanishFormat.Count(count, "konto", "konti")} mere kommer, når der er svaret på disse.";

    /// <summary>»Kontoen hører nu til Mads Holt. Signe Dahl kl. 09.14«</summary>
    internal static string Answered(IReadOnlyList<string> names, bool areTheirs, string by) => areTheirs
        ? $"{Subject(names)} hører nu til {DanishFormat.List(names)}. {by}"
        : $"{Subject(names)} hører ikke til {DanishFormat.List(names)} og får ingen adgang. {by}";

    private static string Subject(IReadOnlyList<string> names) => names.Count == 1 ? "Kontoen" : "Kontiene";
}
