using System.IO.Compression;
using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>
/// The audit rows of a case in its evidence package, as <c>audit export</c> writes them. Their first line carries the log's last hash
/// of that day, so that every package that leaves the house is an anchor for the whole log.
/// </summary>
internal static class EvidenceAudit
{
    private static readonly JsonDocumentOptions Unique = new() { AllowDuplicateProperties = false };

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "number", "at", "useCase", "actor", "forum", "subject", "activity", "refusal", "changes", "previousHash", "hash", "actorName", "forumName",
    };

    internal static async Task<byte[]> LinesAsync(
        KlyngeContext db, string title, IReadOnlyList<AuditEntry> rows, AuditNames names, Instant now, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var lines = new AuditLinesWriter(output, names);
        var head = await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        await lines.BeginAsync(AuditExportHeader.Of(title, head, now), cancellationToken);
        foreach (var row in rows)
            await lines.AddAsync(row, cancellationToken);

        await lines.EndAsync(cancellationToken);
        return output.ToArray();
    }

    /// <summary>Each row against its hash and its neighbours.</summary>
    /// <param name="expected">Hashes that were noted elsewhere.</param>
    /// <returns>A Danish sentence for each fault.</returns>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(ZipArchiveEntry file, IReadOnlyCollection<string> expected, CancellationToken cancellationToken)
    {
        await using var content = await file.OpenAsync(cancellationToken);
        var verified = await VerifyAuditExport.HandleAsync(content, expected, cancellationToken);
        return verified.TryGet(out var report, out var error) ? [.. report.Faults.Select(fault => fault.Text)] : [error.Text];
    }

    /// <summary>The rows themselves, once <see cref="FaultsAsync"/> has found each of them as it was written.</summary>
    internal static async Task<AuditTrail> ReadAsync(ZipArchiveEntry file, CancellationToken cancellationToken)
    {
        await using var content = await file.OpenAsync(cancellationToken);
        using var reader = new StreamReader(content);
        var (rows, names, faults) = (new List<AuditEntry>(), new Dictionary<PersonId, string>(), new List<string>());
        var title = Title(await reader.ReadLineAsync(cancellationToken));
        for (var number = 2; await reader.ReadLineAsync(cancellationToken) is { } text; number++)
        {
            try
            {
                using var line = JsonDocument.Parse(text, Unique);
                if (AuditLine.Read(line.RootElement) is not { } row)
                    continue; // The last line says how many there were.

                rows.Add(row);
                if (line.RootElement.EnumerateObject().Any(property => !Known.Contains(property.Name)))
                    faults.Add(Texts.AuditLineUnknown(number));

                if (row.ActorId is { } actor && line.RootElement.TryGetProperty("actorName", out var name) && name.GetString() is { } called)
                    names[actor] = called;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                faults.Add(Texts.AuditLineUnknown(number));
            }
        }

        return new AuditTrail(title, rows, names, faults);
    }

    private static string? Title(string? header)
    {
        try
        {
            return header is null ? null : JsonSerializer.Deserialize<AuditExportHeader>(header, JsonSerializerOptions.Web)?.Title;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Title">What the first line says that the case is called.</param>
/// <param name="Names">What those who acted are called, for the reader: names are not hashed with the rows.</param>
internal sealed record AuditTrail(string? Title, IReadOnlyList<AuditEntry> Rows, IReadOnlyDictionary<PersonId, string> Names, IReadOnlyList<string> Faults);
