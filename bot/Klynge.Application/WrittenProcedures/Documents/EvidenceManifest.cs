namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>The list of everything in an evidence package, with the hash of each file: <c>manifest.json</c> in the zip.</summary>
/// <param name="Format">Counts up when the layout of packages changes.</param>
/// <param name="CreatedAt">UTC, ISO 8601.</param>
public sealed record EvidenceManifest(
    int Format, Guid Case, string Forum, string Title, string Result, string CreatedAt, IReadOnlyList<EvidenceFile> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>The case's rows of the audit log with their hashes; packages from before the chain have none.</summary>
    public const string AuditName = "revisionsspor.jsonl";

    public const int CurrentFormat = 1;
}

/// <param name="Path">Within the zip.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record EvidenceFile(string Path, string Sha256, long Size);
