using Klynge.Application.Audit;
using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>A case as the rows of its audit log tell it, from the draft to the confirmation, with the result counted anew.</summary>
internal sealed record CaseStory
{
    public required WrittenProcedureId Id { get; init; }

    /// <summary>The roll with the answers that stand, in the order of the seats.</summary>
    public required IReadOnlyList<RollEntry> Roll { get; init; }

    /// <summary>Every answer, changed ones among them, in the order of the rows.</summary>
    public required IReadOnlyList<RecordedVote> Votes { get; init; }

    public required IReadOnlyList<CaseVersion> Versions { get; init; }

    public required IReadOnlyList<DeadlineMove> DeadlineMoves { get; init; }

    /// <summary>The hashes that the log knows of each document, the last ones of it as it was stored and as it lies in the library.</summary>
    public required IReadOnlyDictionary<ProcedureDocumentKind, IReadOnlyList<string>> Documents { get; init; }

    /// <summary>The hash of the protocol's PDF; null where none was made, and in rows from before that was kept.</summary>
    public string? ProtocolPdf { get; init; }

    /// <summary>Null where no row says it.</summary>
    public RecordedOpening? Opening { get; init; }

    /// <summary>Null for a case that the rows do not close.</summary>
    public RecordedClosing? Closing { get; init; }

    public Instant? ConfirmedAt { get; init; }

    /// <summary>What does not fit, a Danish sentence each.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    public CaseText? Text => Versions.Count == 0 ? null : Versions[^1].Case;
}

/// <summary>An answer, and the row that tells of it.</summary>
/// <param name="Row">The row's number in the log.</param>
/// <param name="Known">How whoever gave it, or wrote it down, was known; null in rows from before that was kept.</param>
/// <param name="Channel">Where it came from: <c>msteams</c>; null where no activity of a channel asked for it.</param>
internal sealed record RecordedVote(Vote Vote, long Row, SignedInAs? Known, string? Channel);

/// <param name="Forum">What it was called; null in rows from before that was kept.</param>
internal sealed record RecordedOpening(long Row, Instant At, PersonId? By, WrittenProcedureRules Rules, QuorumRule Quorum, string? Forum);

/// <param name="Because">Why it closed.</param>
/// <param name="Outcome">As counted here.</param>
/// <param name="Outcomes">Of each recommendation; null for a case that is answered as a whole.</param>
/// <param name="Count">Null for a case that was withdrawn.</param>
internal sealed record RecordedClosing(
    long Row, Instant At, ClosingReason Because, Outcome Outcome, IReadOnlyList<Outcome>? Outcomes, CaseCount? Count)
{
    public string Result => Texts.Result(Outcome, Outcomes);

    public string? Why => Count is { } count
        ? Texts.IsSaidOfEach(Outcomes, count.Whole)
            ? string.Join(' ', Texts.EachResult(Outcomes!, count.Each).Select(line => $"{line}."))
            : Texts.Why(Outcome, Because, count.Whole)
        : null;
}

/// <summary>A row as the findings name it: »Række 12 (tirsdag d. 13. januar 2026 kl. 09.00, CastVote)«.</summary>
internal readonly record struct RowName(long Number, Instant At, string UseCase)
{
    internal static RowName Of(AuditEntry row) => new(row.Sequence, row.At, row.UseCase);

    public override string ToString() => $"Række {Number} ({Klynge.Domain.Calendar.DanishFormat.DateAndTime(At)}, {UseCase})";
}
