using System.Text.Json;
using System.Text.Json.Serialization;
using Klynge.Application.Data.Conversion;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>The list of everything in a package, with the hash of each file: <c>manifest.json</c> in the zip.</summary>
/// <param name="Format">Counts up when the layout of packages changes.</param>
/// <param name="Case">The id of the written procedure, or of what else the package is of.</param>
/// <param name="CreatedAt">UTC, ISO 8601.</param>
public sealed record EvidenceManifest(
    int Format, Guid Case, string Forum, string Title, string Result, string CreatedAt, IReadOnlyList<EvidenceFile> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>The case's rows of the audit log with their hashes.</summary>
    public const string AuditName = "revisionsspor.jsonl";

    public const int CurrentFormat = 2;

    /// <summary>A closed written procedure, from the rows of whose log everything can be made anew.</summary>
    public const string OfCase = "case";

    /// <summary>A forum that handed over to another.</summary>
    public const string OfHandover = "handover";

    /// <summary>Minutes that were approved.</summary>
    public const string OfMinutes = "minutes";

    internal const int FirstFormat = 1;

    /// <summary>Somebody may have written a second <c>"result"</c> for another reader than ours.</summary>
    private static readonly JsonSerializerOptions Strict =
        new(JsonColumn.Options) { AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>What the package is of; null in the first format, whose packages are of a case or a handover. Only a case is made anew from its log.</summary>
    public string? Kind { get; init; }

    /// <summary>Documents that were written once and were gone from the library when the package was made; null for none.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    internal bool IsOfCase => Kind is null ? Files.All(file => file.Path != "overlevering.json") : Kind == OfCase;

    /// <returns>Null for another kind of file.</returns>
    internal static async Task<EvidenceManifest?> ReadAsync(Stream text, CancellationToken cancellationToken)
    {
        var manifest = await JsonSerializer.DeserializeAsync<EvidenceManifest>(text, Strict, cancellationToken);
        return manifest is { Format: FirstFormat or CurrentFormat, Files: not null, Forum: not null, Title: not null, Result: not null, CreatedAt: not null }
            && manifest.Files.All(file => file is { Path: not null, Sha256: not null }) ? manifest : null;
    }
}

/// <param name="Path">Within the zip.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record EvidenceFile(string Path, string Sha256, long Size);
