using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Skriftlig behandling: a case that a forum decides in writing between meetings, by a deadline.</summary>
public sealed class WrittenProcedure
{
    private readonly List<RollEntry> _roll = [];

    public WrittenProcedureId Id { get; private init; } = WrittenProcedureId.New();

    public required ForumId ForumId { get; init; }

    /// <summary>The item that was sent to a written procedure; null for a case of its own.</summary>
    public AgendaItemId? AgendaItemId { get; init; }

    public required CaseText Case { get; set; }

    public ProcedureStatus Status { get; private set; } = ProcedureStatus.Draft;

    public Outcome? Outcome { get; private set; }

    /// <summary>The forum's rules as they were when the case opened.</summary>
    public WrittenProcedureRules? Rules { get; private set; }

    public QuorumRule? QuorumRule { get; private set; }

    public Instant? OpenedAt { get; private set; }

    public PersonId? OpenedById { get; private set; }

    /// <summary>Answers that reach the bot at or after this instant are too late.</summary>
    public required Instant Deadline { get; set; }

    public Instant? ClosedAt { get; private set; }

    public PersonId? ClosedById { get; private set; }

    /// <summary>Counts up when the case itself changes; an answer changes its seat's entry, not the case.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<RollEntry> Roll => _roll;

    public int Answered => _roll.Count(entry => entry.HasAnswered);

    /// <summary>Opens the case: freezes the rules and the roll of everybody who has a vote today.</summary>
    public Result<Done> Open(Forum forum, IEnumerable<ForumMember> seats, PersonId by, Instant now)
    {
        if (Status != ProcedureStatus.Draft)
        {
            return new AlreadyOpened();
        }

        if (!forum.Rules.WrittenProcedures.Allowed)
        {
            return new WrittenProcedureNotAllowed(forum.Name);
        }

        if (Deadline <= now)
        {
            return new DeadlineInThePast();
        }

        var voters = seats.Where(seat => seat.HasVote).OrderBy(seat => seat.Order).ToList();
        if (voters.Count == 0)
        {
            return new NobodyToAsk(forum.Name);
        }

        _roll.AddRange(voters.Select(ToEntry));
        (Rules, QuorumRule) = (forum.Rules.WrittenProcedures, forum.Rules.Quorum);
        (Status, OpenedAt, OpenedById) = (ProcedureStatus.Open, now, by);
        Version++;
        return default(Done);
    }

    /// <summary>Puts one seat's answer on record.</summary>
    /// <param name="entry">The seat, which is on this case's roll.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="remarks">Required with <see cref="Answer.ApproveWithRemarks"/> and <see cref="Answer.Reject"/>.</param>
    /// <param name="by">Who answers: the authenticated sender.</param>
    /// <param name="now">When it reached the bot.</param>
    public Result<Vote> Cast(RollEntry entry, Answer answer, string? remarks, PersonId by, Instant now)
    {
        if (Status != ProcedureStatus.Open)
        {
            return new VotingIsClosed();
        }

        if (now >= Deadline)
        {
            return new VotingDeadlinePassed(Deadline);
        }

        if (entry.ProcedureId != Id)
        {
            return new NotOnTheRoll();
        }

        if (answer is Answer.ApproveWithRemarks or Answer.Reject && string.IsNullOrWhiteSpace(remarks))
        {
            return new RemarksMissing(answer);
        }

        return entry.Set(answer, remarks, by, now);
    }

    /// <summary>Closes the case with the result that follows from the rule and the answers.</summary>
    public Result<Outcome> Close(PersonId by, Instant now)
    {
        if (Status != ProcedureStatus.Open)
        {
            return new VotingIsClosed();
        }

        var outcome = Tally.Of(_roll, Rules!, QuorumRule!).Outcome;
        (Status, Outcome, ClosedAt, ClosedById) = (ProcedureStatus.Closed, outcome, now, by);
        Version++;
        return outcome;
    }

    private RollEntry ToEntry(ForumMember seat) => new()
    {
        ProcedureId = Id,
        MemberId = seat.Id,
        PersonId = seat.PersonId,
        Name = seat.Person.Name,
        Organisation = seat.Organisation,
        Sector = seat.Sector,
        Order = seat.Order,
    };
}
