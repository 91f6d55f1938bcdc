using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed partial class WrittenProcedure
{
    /// <summary>What is nearer than this is sent out by hand.</summary>
    public static readonly Duration ShortestPlan = Duration.FromMinutes(5);

    /// <summary>When a draft opens by itself; null for one that waits for somebody's press.</summary>
    public Instant? OpensAt { get; private set; }

    /// <summary>Who planned the opening, and what they accepted of its attachments; null where none is planned.</summary>
    public PlannedOpening? PlannedOpening { get; private set; }

    /// <summary>Why the opening that was planned last came to nothing, as its author is told; null for nothing wrong.</summary>
    public string? OpeningProblem { get; private set; }

    /// <summary>
    /// Lets a draft open by itself, or moves its opening. The deadline is held to the forum's rules as they will count then: a case that opens on
    /// Friday must leave as much time to answer as one that is sent out by hand on that Friday.
    /// </summary>
    public Result<Done> PlanOpening(Forum forum, Instant at, PlannedOpening plan, Instant now)
    {
        if (Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        if (OpensAt == at && PlannedOpening == plan)
            return default(Done);

        if (at < now + ShortestPlan)
            return new OpeningTooSoon();

        if (CheckOpening(forum, at) is { } error)
            return error;

        (OpensAt, PlannedOpening, OpeningProblem) = (at, plan, null);
        return default(Done);
    }

    /// <summary>The draft waits for somebody's press again. Called off twice, it is called off.</summary>
    public Result<Done> CallOffOpening()
    {
        if (Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        (OpensAt, PlannedOpening, OpeningProblem) = (null, null, null);
        return default(Done);
    }

    /// <summary>The draft could not open at its time and stays one.</summary>
    /// <param name="why">As its author is told.</param>
    public void MissOpening(string why) => (OpensAt, PlannedOpening, OpeningProblem) = (null, null, why);

    /// <summary>
    /// After a change of the draft: an opening that its deadline no longer allows is called off, and so is one whose attachments are others than
    /// those that its author looked at.
    /// </summary>
    public void ReviewPlan(Forum forum, CaseText before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (OpensAt is not { } at)
            return;

        var isOther = !Case.Attachments.Select(one => (one.Name, one.Url)).SequenceEqual(before.Attachments.Select(one => (one.Name, one.Url)));
        if ((isOther ? new AttachmentsOfPlanChanged() : CheckOpening(forum, at)) is { } error)
            MissOpening(error.Text);
    }

    private Common.Error? CheckOpening(Forum forum, Instant at) => at >= Deadline
        ? new OpeningAfterDeadline(Deadline)
        : OpeningRules.Check(forum, Deadline, at) switch
        {
            DeadlineTooSoon soon => new OpeningTooLate(soon.Forum, soon.Shortest, soon.Earliest),
            var error => error,
        };
}

/// <summary>An opening that somebody has ordered.</summary>
/// <param name="By">The one who is asked for at the opening: the attachments are read for them.</param>
/// <param name="AcceptedLinks">The links of which they were told that they are not frozen; null for none.</param>
/// <param name="AcceptedSources">The links that they said yes to fetching from elsewhere; null for none.</param>
public sealed record PlannedOpening(PersonId By, string? AcceptedLinks = null, string? AcceptedSources = null);
