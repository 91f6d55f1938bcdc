using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Rows of the record as the evidence package writes them: plain names and values that need no code of ours to be read.</summary>
internal static class EvidenceRows
{
    internal static object Of(Vote vote) => new
    {
        id = vote.Id,
        seat = vote.RollEntryId,
        version = vote.Version,
        answer = Texts.Name(vote.Answer),
        remarks = vote.Remarks,
        by = vote.CastById.Value,
        at = vote.CastAt.ToString(),
        source = vote.Source,
        recordedBy = vote.RecordedById?.Value,
    };

    internal static object Of(CaseVersion version) => new
    {
        version = version.Version,
        text = version.Case,
        deadline = version.Deadline.ToString(),
        frozenAt = version.FrozenAt.ToString(),
        frozenBy = version.FrozenById.Value,
        reason = version.Reason,
    };

    internal static object Of(AuditEntry entry)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        return new
        {
            sequence = entry.Sequence,
            at = entry.At.ToString(),
            useCase = entry.UseCase,
            actor = entry.ActorId?.Value,
            activity = entry.ActivityKey,
            refusal = entry.Refusal,
            changes = changes.RootElement.Clone(),
            hash = Convert.ToHexStringLower(entry.Hash),
        };
    }
}
