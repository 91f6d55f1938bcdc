using System.Text.Json;
using Klynge.Domain.Common;

namespace Klynge.Application.Audit;

/// <summary>
/// Checks an export without the database that it came from: every row against its hash, neighbours against each other, and for the
/// whole log that it is whole. That the hashes are the log's own is seen by holding one of them against <c>audit verify --expect</c>
/// where the log is.
/// </summary>
public static class VerifyAuditExport
{
    /// <returns><see cref="NoAuditExport"/> for another kind of file.</returns>
    public static async Task<Result<AuditReport>> HandleAsync(
        Stream file, IReadOnlyCollection<string> anchors, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        if (ReadHeader(await reader.ReadLineAsync(cancellationToken)) is not { } header)
            return new NoAuditExport();

        var isWhole = header.Scope == AuditExportHeader.All;
        var check = new ChainCheck([.. anchors.Select(anchor => anchor.Trim().ToLowerInvariant())], isWhole);
        long? rows = null;
        for (var number = 2; await reader.ReadLineAsync(cancellationToken) is { } text; number++)
        {
            using var line = Parse(text);
            if (line is { RootElement: { ValueKind: JsonValueKind.Object } end } && end.TryGetProperty("rows", out var count))
                rows = count.TryGetInt64(out var said) ? said : null;
            else if (line is { RootElement: { ValueKind: JsonValueKind.Object } row } && AuditLine.Read(row) is { } entry)
                check.Add(entry);
            else
                check.AddUnreadableLine(number);
        }

        check.CheckCount(rows);
        return isWhole ? check.Finish(new AuditHead { Sequence = header.HeadNumber, Hash = Convert.FromHexString(header.HeadHash) }) : check.Report();
    }

    private static AuditExportHeader? ReadHeader(string? line)
    {
        using var json = line is null ? null : Parse(line);
        try
        {
            return json?.Deserialize<AuditExportHeader>(JsonSerializerOptions.Web) is { Format: AuditHash.Format, HeadHash.Length: 64 } header
                && header.HeadHash.All(char.IsAsciiHexDigit) ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
