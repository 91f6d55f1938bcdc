using Klynge.Application.Audit;
using Klynge.Domain.Calendar;

namespace Klynge.Bot.CommandLine;

/// <summary>What the commands of the audit log say.</summary>
internal static class AuditTexts
{
    internal const string Verifying = "Kontrollerer revisionssporet";

    /// <summary>The findings on standard error, the verdict and the hash to note down on standard output.</summary>
    internal static async Task WriteAsync(AuditReport report)
    {
        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync(fault.Text);
        }

        foreach (var (hash, number) in report.Anchors)
        {
            await Console.Out.WriteLineAsync($"Fundet: {hash} er række {number}.");
        }

        await Console.Out.WriteLineAsync(Verdict(report));
        if (report.LastNumber > 0)
        {
            await Console.Out.WriteLineAsync($"Sidste hash, række {report.LastNumber}: {report.LastHash}");
        }
    }

    internal static string Exported(ExportedAudit exported, string? output)
    {
        var what = exported.Title is { } title ? DanishFormat.Quote(title) : "Hele revisionssporet";
        var rows = exported.Rows == 1 ? "1 række" : $"{DanishFormat.Number(exported.Rows)} rækker";
        return output is null ? $"{what}: {rows}." : $"{what}: {rows} skrevet til {output}";
    }

    private static string Verdict(AuditReport report)
    {
        var rows = report.Rows == 1 ? "1 række" : $"{DanishFormat.Number(report.Rows)} rækker";
        return report.IsWhole ? $"Revisionssporet er helt: {rows}."
            : report.FaultCount == 1 ? $"Revisionssporet er ikke helt: 1 fejl i {rows}."
            : $"Revisionssporet er ikke helt: {DanishFormat.Number(report.FaultCount)} fejl i {rows}.";
    }
}
