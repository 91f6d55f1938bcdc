using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.Members.Tables;

public sealed record TableTooLarge()
    : Error($"Tabellen er for stor: højst {MemberTable.MaxRows} rækker og 50 kolonner, og højst 2.000 tegn i en celle. Er det den rigtige?");

public sealed record TableIsEmpty()
    : Error("Der er ingen rækker under overskrifterne, så der er intet at læse.");

/// <summary>A quotation mark without its other one, or with text behind that: where the cell ends nobody knows.</summary>
public sealed record TableQuotesOpen(int Line)
    : Error($"Anførselstegnene i linje {Line} går ikke op, så jeg kan ikke se, hvor cellen slutter. Slet dem, eller sæt dem om hele cellen.");

public sealed record TableHasNoHeads(string Heads)
    : Error($"Jeg kan ikke se, hvad kolonnerne er. Lad den første række være overskrifter, med mindst »Navn«. Jeg kender {Heads}.");

/// <summary>What is asked about a table, with the line.</summary>
internal static class TableTexts
{
    internal const string Head = "Kolonnen ";

    internal static string UnknownHead(string head, string? near) => near is null
        ? $"{Head}{Quote(head)} kender jeg ikke. Slet den, eller giv den en overskrift, jeg kender: {DanishFormat.List(TableColumns.Heads, "eller")}."
        : $"{Head}{Quote(head)} kender jeg ikke. Mener du »{near}«?";

    internal static string HeadTwice(string head) => $"{Head}{Quote(head)} siger det samme som en anden kolonne. Behold den ene.";

    internal static string CellWithoutHead(int line, string cell) => $"{At(line)}: {Quote(cell)} står i en kolonne uden overskrift.";

    internal static string NameMissing(int line) => $"{At(line)}: navnet mangler.";

    internal static string UnknownRole(int line, string written) =>
        $"{At(line)}: rollen {Quote(written)} kender jeg ikke. Skriv medlem, formand, næstformand, medformand, observatør, administrativ deltager, sekretariat eller gæst.";

    internal static string UnknownVote(int line, string written) => $"{At(line)}: skriv ja eller nej til stemmeret, ikke {Quote(written)}.";

    internal static string UnknownDate(int line, string written) => $"{At(line)}: {Quote(written)} er ingen dato, jeg kan læse. Skriv den som 31-01-2027, med hele årstallet.";

    internal static string NoName(int line, string written) =>
        $"{At(line)}: {Quote(written)} ligner ikke et navn. Skriv fornavn og efternavn uden tal og komma, eller slet det, hvis pladsen er tom.";

    internal static string Doubt(int line, string why) => $"{At(line)}: {why}";

    internal static string PersonTwice(int line, string name) => $"{At(line)}: {name} står i tabellen i forvejen med samme periode.";

    internal static string OtherPeriod(int line, string name, string from) =>
        $"{At(line)}: {name} har en plads fra {from}. Er det den, så skriv den dato; er det en ny plads, så afslut den anden først.";

    internal static string SeveralSeats(int line, string name) => $"{At(line)}: {name} har flere pladser. Skriv den første dag i kolonnen »Fra«, så ved jeg hvilken.";

    internal static string PersonStays(string name, string what)
    {
        var it = what.EndsWith("et", StringComparison.Ordinal) ? "det" : "den";
        return $"{name}: {what} ændres ikke her, for {it} hører til personen og ikke til pladsen. Ret {it} i rådets fil.";
    }

    internal static string NotInTable(IReadOnlyList<string> names) => $"Ikke i tabellen: {DanishFormat.List(names)}. De bliver, som de er.";

    private static string At(int line) => $"Linje {line}";

    private static string Quote(string text) => DanishFormat.Quote(DanishText.Shorten(DanishText.Clean(text), 40));
}
