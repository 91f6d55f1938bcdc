using Klynge.Domain.Calendar;

namespace Klynge.Application.Audit;

/// <summary>What a check of the audit log says about a row.</summary>
internal static class Texts
{
    internal const string HeadLost = "Oplysningen om, hvor langt revisionssporet er nået, er slettet. Om der mangler rækker til sidst, kan kun ses af en hash, der er gemt et andet sted.";

    internal static string Altered(AuditEntry entry) => $"Række {Name(entry)} er ændret, efter at den blev skrevet.";

    internal static string Replaced(AuditEntry entry) =>
        $"Række {Name(entry)} er skiftet ud: dens egen hash er regnet om, men kæden passer ikke længere til den.";

    internal static string Moved(AuditEntry entry, long from) => $"Række {Name(entry)} er flyttet: den blev skrevet som nummer {from}.";

    internal static string Unreadable(long number) => $"Række {number} er ændret, så den ikke kan læses.";

    internal static string UnreadableLine(long line) => $"Linje {line} er ændret, så den ikke kan læses.";

    internal static string Incomplete(long there, long? said) => said is { } rows
        ? $"Udtrækket siger, at det har {Count(rows)}, men det har {Count(there)}."
        : $"Udtrækket er ikke skrevet færdigt eller er skåret af efter {Count(there)}.";

    internal static string Removed(long from, long to, AuditEntry? before, AuditEntry after) => before is null
        ? $"{Rows(from, to)} er fjernet: {They(from, to)} stod før {Name(after)}."
        : $"{Rows(from, to)} er fjernet: {They(from, to)} stod mellem {Name(before)} og {Name(after)}.";

    internal static string RemovedAtEnd(long from, long to, AuditEntry? before) => before is null
        ? $"{Rows(from, to)} er fjernet: revisionssporet er tomt."
        : $"{Rows(from, to)} er fjernet sidst i revisionssporet: {They(from, to)} stod efter {Name(before)}.";

    internal static string Added(long from, long to) => $"{Rows(from, to)} er skrevet uden om programmet sidst i revisionssporet.";

    internal static string HeadUnreadable(string file) => $"{file} er ingen note om, hvor langt revisionssporet var nået.";

    internal static string HeadForged(string file, string why) => $"{file} er ændret: {why}";

    internal static string HeadElsewhere(long noted, long found) => $"Hashen, der er noteret for række {noted}, hører nu til række {found}. Revisionssporet er skrevet om.";

    internal static string AnchorLost(string hash) => $"Ingen hel række har den hash, der er gemt et andet sted: {hash}. Revisionssporet er skrevet om, eller hashen hører til et andet.";

    private static string Count(long rows) => rows == 1 ? "1 række" : $"{DanishFormat.Number(rows)} rækker";

    private static string Rows(long from, long to) => from == to ? $"Række {from}" : $"Rækkerne {from}–{to}";

    private static string They(long from, long to) => from == to ? "den" : "de";

    private static string Name(AuditEntry entry) => $"{entry.Sequence} ({DanishFormat.DateAndTime(entry.At)}, {entry.UseCase})";
}
