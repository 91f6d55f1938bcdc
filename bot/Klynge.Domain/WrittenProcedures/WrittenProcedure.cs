using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// Skriftlig behandling: a case that a forum decides in writing between meetings, by a deadline. Kladde → åben → lukket; opening freezes
/// the text, the rules and the roll, and the result follows from them and the answers alone.
/// </summary>
public sealed partial class WrittenProcedure
{
    /// <summary>Of the chair's sentence, of the reason of a withdrawal or a change.</summary>
    public const int MaxNoteLength = 1_000;

    private readonly List<RollEntry> _roll = [];

    public WrittenProcedureId Id { get; init; } = WrittenProcedureId.New();

    public required ForumId ForumId { get; init; }

    /// <summary>The item that was sent to a written procedure; null for a case of its own.</summary>
    public AgendaItemId? AgendaItemId { get; init; }

    public required PersonId CreatedById { get; init; }

    public required Instant CreatedAt { get; init; }

    public required CaseText Case { get; set; }

    /// <summary>Answers that reach the bot at or after this instant are too late.</summary>
    public required Instant Deadline { get; set; }

    public ProcedureStatus Status { get; private set; } = ProcedureStatus.Draft;

    public Outcome? Outcome { get; private set; }

    /// <summary>How many recommendations are answered each for itself, as the rules said when the case opened; null where it is answered as a whole.</summary>
    public int? SeparateRecommendations { get; private set; }

    /// <summary>What each recommendation came to, where they are answered each for itself; null while the case is not closed.</summary>
    public IReadOnlyList<Outcome>? Outcomes { get; private set; }

    /// <summary>The version of the case that the voters are asked about: 1, and one more each time an open case is changed.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Counts up with every change of the text or the deadline, of a draft, too, so that two people who write on it notice each other.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The forum's rules as they were when the case opened.</summary>
    public WrittenProcedureRules? Rules { get; private set; }

    public QuorumRule? QuorumRule { get; private set; }

    public Instant? OpenedAt { get; private set; }

    public PersonId? OpenedById { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>Who closed it; null for one that closed by its deadline or its answers.</summary>
    public PersonId? ClosedById { get; private set; }

    public ClosingReason? ClosedBecause { get; private set; }

    /// <summary>Why it was withdrawn, as the voters were told.</summary>
    public string? WithdrawalReason { get; private set; }

    public Instant? ConfirmedAt { get; private set; }

    public PersonId? ConfirmedById { get; private set; }

    /// <summary>The sentence that the chair added when confirming the result.</summary>
    public string? ChairNote { get; private set; }

    /// <summary>
    /// When the case closes because everybody has answered; null while somebody is missing. A whole minute, so that what the cards say is
    /// exact: the last answer at 14.12.40 and a wait of 10 minutes close the case at 14.23.
    /// </summary>
    public Instant? ClosesAt { get; private set; }

    /// <summary>The item that tells the next meeting of it, or brings the case there; null until there is a next meeting.</summary>
    public AgendaItemId? FollowUpItemId { get; set; }

    /// <summary>The times that the deadline was moved while the case was open, the answers standing; null for never.</summary>
    public IReadOnlyList<DeadlineMove>? DeadlineMoves { get; private set; }

    public IReadOnlyList<RollEntry> Roll => _roll;

    public int Answered => _roll.Count(entry => entry.HasAnswered);

    public VotingState Voting => new(Status, Outcome, Deadline, Version, ClosesAt, SeparateRecommendations);

    /// <summary>Whether the next meeting takes the case up, or some of its recommendations.</summary>
    public bool GoesToMeeting => Outcome == WrittenProcedures.Outcome.SentToMeeting || Outcomes?.Contains(WrittenProcedures.Outcome.SentToMeeting) == true;

    /// <summary>
    /// The count as it stands. Only for a case that has been opened. Where the recommendations are answered each for itself it counts who said the
    /// same to all of them, and the result is that of <see cref="Tallies"/>.
    /// </summary>
    public Tally Tally() => Count().Whole;

    /// <summary>The count of each recommendation, in their order; empty for a case that is answered as a whole.</summary>
    public IReadOnlyList<Tally> Tallies() => SeparateRecommendations is null ? [] : Count().Each;

    private CaseCount Count() => CaseCount.Of(_roll, Rules!, QuorumRule!, SeparateRecommendations, ClosedBecause);
}

public readonly record struct WrittenProcedureId(Guid Value) : IRecordId
{
    public static WrittenProcedureId New() => new(Guid.CreateVersion7());
}

public enum ProcedureStatus
{
    /// <summary>Kladde.</summary>
    Draft = 1,

    /// <summary>Åben: text and roll are frozen, answers come in.</summary>
    Open = 2,

    /// <summary>Lukket, with an <see cref="Outcome"/>.</summary>
    Closed = 3,
}

/// <summary>A new deadline of an open case, with the answers standing: the protocol tells of it. Instants as ISO 8601 text, for the column that holds them.</summary>
/// <param name="At">When it was moved.</param>
/// <param name="By">Who moved it.</param>
/// <param name="Reason">What the voters were told; null for nothing.</param>
public sealed record DeadlineMove(string At, PersonId By, string From, string To, string? Reason)
{
    public Instant MovedAt => Read(At);

    public Instant FromDeadline => Read(From);

    public Instant ToDeadline => Read(To);

    internal static DeadlineMove Of(Instant at, PersonId by, Instant from, Instant to, string? reason) =>
        new(Write(at), by, Write(from), Write(to), reason);

    private static string Write(Instant instant) => NodaTime.Text.InstantPattern.ExtendedIso.Format(instant);

    private static Instant Read(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}

/// <summary>Why a case closed when it did.</summary>
public enum ClosingReason
{
    /// <summary>The deadline passed.</summary>
    Deadline = 1,

    /// <summary>Everybody had answered, and the forum's rules let the case close then.</summary>
    AllAnswered = 2,

    /// <summary>Somebody demanded that the case is taken at a meeting.</summary>
    MeetingDemanded = 3,

    /// <summary>The secretariat or a chair closed it by hand ahead of the deadline.</summary>
    ByHand = 4,

    /// <summary>Trukket tilbage.</summary>
    Withdrawn = 5,
}
