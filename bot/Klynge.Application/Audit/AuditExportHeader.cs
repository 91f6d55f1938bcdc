using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Audit;

/// <summary>The first line of an export: what the lines after it are.</summary>
/// <param name="Format">The canonical form of the hashes: <see cref="AuditHash.Format"/>.</param>
/// <param name="Scope"><see cref="All"/> or <see cref="Case"/>.</param>
/// <param name="Title">The case's title; null for the whole log.</param>
/// <param name="ExportedAt">UTC, ISO 8601.</param>
/// <param name="HeadNumber">How far the log had come.</param>
/// <param name="HeadHash">The last hash then, in lower-case hex: to be held against <c>audit verify</c> where the log is.</param>
public sealed record AuditExportHeader(string Format, string Scope, string? Title, string ExportedAt, long HeadNumber, string HeadHash)
{
    public const string All = "all";
    public const string Case = "case";

    /// <param name="title">The case's; null for the whole log.</param>
    /// <param name="head">Null when somebody has deleted it.</param>
    /// <param name="now">When the export is made.</param>
    internal static AuditExportHeader Of(string? title, AuditHead? head, Instant now) => new(
        AuditHash.Format,
        title is null ? All : Case,
        title,
        InstantPattern.General.Format(now),
        head?.Sequence ?? 0,
        Convert.ToHexStringLower(head is null ? AuditHash.Nothing.Span : head.Hash));
}
