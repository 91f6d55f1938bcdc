using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed partial class WrittenProcedure
{
    /// <summary>Whether the case closes now without anybody asking for it, and why; null while it stays open.</summary>
    public ClosingReason? DueBecause(Instant now)
    {
        if (Status != ProcedureStatus.Open)
            return null;

        if (_roll.Exists(entry => entry.Answer == Answer.DemandMeeting))
            return ClosingReason.MeetingDemanded;

        if (ClosesAt <= now && ClosesAt < Deadline)
            return ClosingReason.AllAnswered;

        return now >= Deadline ? ClosingReason.Deadline : null;
    }

    /// <summary>
    /// Begins the wait before the case closes, once nobody is missing and the forum's rules let it close ahead of its deadline. Called
    /// after every answer; a change of mind during the wait does not move its end, which everybody has been told.
    /// </summary>
    public void AwaitClosing(Instant now)
    {
        if (Status == ProcedureStatus.Open && ClosesAt is null
            && Rules!.ClosesWhenAllHaveAnswered && _roll.TrueForAll(entry => entry.HasAnswered))
        {
            ClosesAt = Rules.ClosingDelayMinutes == 0 ? now : WholeMinute(now + Duration.FromMinutes(Rules.ClosingDelayMinutes));
        }
    }

    /// <summary>Closes the case that is due; the result follows from the rule and the answers.</summary>
    public Result<Outcome> CloseDue(Instant now)
    {
        if (Status != ProcedureStatus.Open)
            return new VotingIsClosed();

        return DueBecause(now) is { } because ? CloseWith(because, by: null, now) : new NotClosedYet();
    }

    /// <summary>Closes the case by hand. Ahead of the deadline nobody's silence is consent, whatever the forum's rules say.</summary>
    public Result<Outcome> Close(PersonId by, Instant now) =>
        Status != ProcedureStatus.Open ? new VotingIsClosed() : CloseWith(DueBecause(now) ?? ClosingReason.ByHand, by, now);

    /// <summary>Takes the case back: it has no result, and what was answered stays on record.</summary>
    public Result<Done> Withdraw(PersonId by, string? reason, Instant now)
    {
        if (Status == ProcedureStatus.Closed)
            return Outcome == WrittenProcedures.Outcome.Withdrawn ? new ProcedureWithdrawn() : new VotingIsClosed();

        if (Status == ProcedureStatus.Open && string.IsNullOrWhiteSpace(reason))
            return new ReasonForWithdrawalMissing();

        if (reason?.Length > MaxNoteLength)
            return new NoteTooLong(reason.Length);

        (Status, Outcome, ClosedBecause) = (ProcedureStatus.Closed, WrittenProcedures.Outcome.Withdrawn, ClosingReason.Withdrawn);
        (ClosedAt, ClosedById, WithdrawalReason) = (now, by, reason);
        (OpensAt, PlannedOpening, OpeningProblem) = (null, null, null);
        return default(Done);
    }

    /// <summary>The chair confirms the result and may add a sentence. The result itself cannot be altered.</summary>
    public Result<Done> Confirm(PersonId chair, string? note, Instant now)
    {
        if (Status != ProcedureStatus.Closed)
            return new NotClosedYet();

        if (Outcome == WrittenProcedures.Outcome.Withdrawn)
            return new NothingToConfirm();

        if (ConfirmedAt is not null)
            return new AlreadyConfirmed();

        if (note?.Length > MaxNoteLength)
            return new NoteTooLong(note.Length);

        (ConfirmedAt, ConfirmedById, ChairNote) = (now, chair, note);
        return default(Done);
    }

    private static Instant WholeMinute(Instant at)
    {
        var past = at.ToUnixTimeTicks() % NodaConstants.TicksPerMinute;
        return past == 0 ? at : at + Duration.FromTicks(NodaConstants.TicksPerMinute - past);
    }

    private Outcome CloseWith(ClosingReason because, PersonId? by, Instant now)
    {
        (Status, ClosedBecause, ClosedAt, ClosedById) = (ProcedureStatus.Closed, because, now, by);
        var count = Count();
        (Outcomes, Outcome) = (count.Outcomes, count.Whole.Outcome);
        return Outcome.Value;
    }
}
