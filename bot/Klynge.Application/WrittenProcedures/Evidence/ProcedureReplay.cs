using Klynge.Application.Audit;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Evidence;

/// <summary>The case itself through the rows: sent out under which rules, changed, closed with which result, confirmed.</summary>
internal static class ProcedureReplay
{
    /// <summary>What decides; the rest of the record is changed for other reasons, such as a file that was moved, by rows of other cases.</summary>
    private static readonly HashSet<string> Decisive = new(StringComparer.Ordinal)
    {
        "status", "outcome", "outcomes", "version", "rules", "quorumRule", "separateRecommendations", "openedAt", "openedById", "closedAt", "closedById",
        "closedBecause", "closesAt", "deadlineMoves", "withdrawalReason", "confirmedAt", "confirmedById", "chairNote",
    };

    internal static bool Opens(RecordedChange change) => IsTo(change, ProcedureStatus.Open);

    internal static IEnumerable<string> Apply(CaseRecordOf record, AuditEntry row, RowName name, RecordedChange change, IReadOnlyList<RecordedChange> changes)
    {
        var faults = new List<string>();
        if (record.Procedure.Contradiction(change.Before, Decisive) is { } other)
            faults.Add(Texts.Contradicts(name, other.Row, whose: null, other.Name));

        var before = record.Status;
        var rulesBefore = record.Opening;
        record.Procedure.Merge(change.After, name.Number);
        if (record.Status != ProcedureStatus.Draft && change.Sets("deadline"))
            record.Deadline = record.Procedure.At("deadline")!.Value;

        if (rulesBefore is not null && (change.Sets("rules") || change.Sets("quorumRule")))
            faults.Add(Texts.RulesChanged(name));

        if (Opens(change))
            faults.AddRange(Open(record, row, name, before, changes));
        else if (IsTo(change, ProcedureStatus.Closed))
            faults.AddRange(Close(record, row, name, before));
        else if (change.Sets("outcome") || change.Sets("outcomes") || change.Sets("closedBecause"))
            faults.Add(Texts.ResultChanged(name));

        if (change.Sets("confirmedAt") && (record.Status != ProcedureStatus.Closed || record.Procedure.At("confirmedAt") != row.At))
            faults.Add(Texts.ConfirmedWrongly(name));

        if (record.Procedure.Number("version") is { } version && record.Versions.Count > 0 && version != record.Versions.Count)
            faults.Add(Texts.VersionOutOfOrder(name, version));

        return faults;
    }

    private static bool IsTo(RecordedChange change, ProcedureStatus status) =>
        change.Sets("status") && change.After!.Value.GetProperty("status").GetInt32() == (int)status;

    private static IEnumerable<string> Open(CaseRecordOf record, AuditEntry row, RowName name, ProcedureStatus before, IReadOnlyList<RecordedChange> changes)
    {
        var (values, facts) = (record.Procedure, new RecordedValues());
        facts.Merge(changes.FirstOrDefault(change => change.Entity == CaseFacts.Entity)?.After, name.Number);
        var rules = values.Json<WrittenProcedureRules>("rules") ?? throw new FormatException("A case that opened without rules.");
        var quorum = values.Json<QuorumRule>("quorumRule") ?? throw new FormatException("A case that opened without a quorum.");
        record.Opening = new RecordedOpening(name.Number, row.At, values.Id("openedById") is { } by ? new PersonId(by) : null, rules, quorum, facts.Text(CaseFacts.Forum));
        if (before != ProcedureStatus.Draft || record.Seats.Count == 0 || record.Versions.Count != 1 || values.At("openedAt") != row.At)
            yield return Texts.OpenedWrongly(name);

        if (record.Versions is [.., var version] && SeparateAnswers.CountOf(version.Case, rules) != values.Number("separateRecommendations"))
            yield return Texts.SeparateWrongly(name);
    }

    /// <summary>Counts anew, by the rules that were frozen, what the row says the case came to.</summary>
    private static IEnumerable<string> Close(CaseRecordOf record, AuditEntry row, RowName name, ProcedureStatus before)
    {
        var values = record.Procedure;
        var because = (ClosingReason)values.Number("closedBecause")!.Value;
        var (said, saidEach) = ((Outcome)values.Number("outcome")!.Value, values.Json<List<Outcome>>("outcomes"));
        var count = because == ClosingReason.Withdrawn || record.Opening is not { } opening
            ? null
            : CaseCount.Of(record.Roll(), opening.Rules, opening.Quorum, values.Number("separateRecommendations"), because);
        var closing = new RecordedClosing(name.Number, row.At, because, count?.Whole.Outcome ?? Outcome.Withdrawn, count?.Outcomes, count);
        record.Closing = closing;
        if (before != ProcedureStatus.Open || record.Opening is null || values.At("closedAt") != row.At || !IsReason(record, row, because))
            yield return Texts.ClosedWrongly(name);

        if (said != closing.Outcome || !(saidEach ?? []).SequenceEqual(closing.Outcomes ?? []))
            yield return Texts.ResultDoesNotFollow(name, Texts.Result(said, saidEach), closing.Result, closing.Why);
    }

    private static bool IsReason(CaseRecordOf record, AuditEntry row, ClosingReason because) => because switch
    {
        ClosingReason.Deadline => row.At >= record.Deadline,
        ClosingReason.AllAnswered => record.Opening!.Rules.ClosesWhenAllHaveAnswered && record.Voting.ClosesAt <= row.At && record.Roll().All(seat => seat.HasAnswered),
        ClosingReason.MeetingDemanded => record.Roll().Any(seat => seat.Answer == Klynge.Domain.WrittenProcedures.Answer.DemandMeeting),
        ClosingReason.ByHand => row.At < record.Deadline,
        _ => because == ClosingReason.Withdrawn,
    };
}
