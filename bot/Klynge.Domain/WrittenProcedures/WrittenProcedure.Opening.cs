using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed partial class WrittenProcedure
{
    /// <summary>Rewrites the draft. What has been sent out is changed by <see cref="Amend"/> instead.</summary>
    /// <param name="seenRevision">The <see cref="Revision"/> that the person had open; null for who had none.</param>
    public Result<Done> Edit(CaseText text, Instant deadline, int? seenRevision = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        if (Case.AsksTheSame(text) && Deadline == deadline)
            return default(Done);

        if (seenRevision is { } seen && seen != Revision)
            return new DraftChangedMeanwhile();

        (Case, Deadline) = (text, deadline);
        Revision++;
        return default(Done);
    }

    /// <summary>Makes it »Lukket sag«, whatever it has come to: the same words for the same people, and for nobody else from now on.</summary>
    public void CloseOff()
    {
        Case = Case with { IsClosed = true };
        Revision++;
    }

    /// <summary>Opens the case: freezes the text, the rules and the roll of everybody who has a vote today.</summary>
    /// <param name="forum">The case's forum.</param>
    /// <param name="seats">The seats that are active today, with their people.</param>
    /// <param name="frozen">The text as it is frozen: the draft's, its attachments with their hashes.</param>
    /// <param name="names">The names of those whose own name alone would not tell them apart; null where all do.</param>
    public Result<CaseVersion> Open(
        Forum forum, IEnumerable<ForumMember> seats, CaseText frozen, PersonId by, Instant now, IReadOnlyDictionary<PersonId, string>? names = null)
    {
        if (Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        if (OpeningRules.Check(forum, Deadline, now) is { } error)
            return error;

        // One person, one vote, also for somebody who sits in the forum twice.
        var voters = seats.Where(seat => seat.HasVote).OrderBy(seat => seat.Order).DistinctBy(seat => seat.PersonId).ToList();
        if (voters.Count == 0)
            return new NobodyToAsk(forum.Name);

        _roll.AddRange(voters.Select(seat => RollEntry.Of(Id, seat, names?.GetValueOrDefault(seat.PersonId) ?? seat.Person.Name)));
        (Rules, QuorumRule) = (forum.Rules.WrittenProcedures, forum.Rules.Quorum);
        (Status, OpenedAt, OpenedById) = (ProcedureStatus.Open, now, by);
        (OpensAt, PlannedOpening, OpeningProblem) = (null, null, null);
        return Freeze(frozen, by, reason: null, now);
    }

    /// <summary>Changes an open case: a new version, which everybody must answer afresh. The answers so far stay on record.</summary>
    /// <param name="reason">What was changed, as the voters are told.</param>
    public Result<CaseVersion> Amend(Forum forum, CaseText frozen, Instant deadline, string? reason, PersonId by, Instant now)
    {
        if (CheckOpen(now) is { } closed)
            return closed;

        if (string.IsNullOrWhiteSpace(reason))
            return new ReasonForChangeMissing();

        if (reason.Length > MaxNoteLength)
            return new NoteTooLong(reason.Length);

        if (OpeningRules.Check(forum, deadline, now) is { } error)
            return error;

        _roll.ForEach(entry => entry.Void());
        ClosesAt = null;
        Deadline = deadline;
        Version++;
        Revision++;
        return Freeze(frozen, by, reason, now);
    }

    /// <summary>
    /// Gives an open case another deadline and changes nothing else: the voters were asked the same, so every answer stands. More time is the
    /// usual reason; less is held to the forum's shortest time like any deadline.
    /// </summary>
    /// <param name="reason">What the voters are told; null for nothing.</param>
    public Result<Done> MoveDeadline(Forum forum, Instant deadline, string? reason, PersonId by, Instant now)
    {
        if (CheckOpen(now) is { } closed)
            return closed;

        if (reason?.Length > MaxNoteLength)
            return new NoteTooLong(reason.Length);

        if (OpeningRules.Check(forum, deadline, now) is { } error)
            return error;

        DeadlineMoves = [.. DeadlineMoves ?? [], DeadlineMove.Of(now, by, Deadline, deadline, reason)];
        Deadline = deadline;
        Revision++;
        return default(Done);
    }

    private CaseVersion Freeze(CaseText frozen, PersonId by, string? reason, Instant now)
    {
        Case = frozen;
        SeparateRecommendations = SeparateAnswers.CountOf(frozen, Rules!);
        return new CaseVersion
        {
            ProcedureId = Id,
            Version = Version,
            Case = frozen,
            Deadline = Deadline,
            FrozenAt = now,
            FrozenById = by,
            Reason = reason,
        };
    }

    private Common.Error? CheckOpen(Instant now) => Status switch
    {
        ProcedureStatus.Draft => new NotOpenYet(),
        ProcedureStatus.Closed when Outcome == WrittenProcedures.Outcome.Withdrawn => new ProcedureWithdrawn(),
        ProcedureStatus.Closed => new VotingIsClosed(),
        _ => now >= Voting.Ends ? new VotingDeadlinePassed(Voting.Ends) : null,
    };
}
