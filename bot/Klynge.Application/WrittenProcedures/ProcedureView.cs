using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>A case as its cards and documents show it.</summary>
public sealed record ProcedureView
{
    public required WrittenProcedureId Id { get; init; }

    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required CaseText Case { get; init; }

    public required int Version { get; init; }

    /// <inheritdoc cref="WrittenProcedure.Revision"/>
    public int Revision { get; init; } = 1;

    public required ProcedureStatus Status { get; init; }

    public required Instant Deadline { get; init; }

    /// <inheritdoc cref="WrittenProcedure.OpensAt"/>
    public Instant? OpensAt { get; init; }

    /// <inheritdoc cref="WrittenProcedure.OpeningProblem"/>
    public string? OpeningProblem { get; init; }

    /// <summary>When the case closes because everybody has answered; null while somebody is missing.</summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>Until when answers can be changed, unless the case closes before.</summary>
    public Instant Ends => Voting.Ends;

    public VotingState Voting => new(Status, Outcome, Deadline, Version, ClosesAt, Separate);

    /// <summary>How many recommendations are answered each for itself, of a draft as it would be now; null where the case is answered as a whole.</summary>
    public int? Separate { get; init; }

    /// <summary>The frozen rules of an open case; the forum's own of a draft.</summary>
    public required WrittenProcedureRules Rules { get; init; }

    public required IReadOnlyList<SeatView> Seats { get; init; }

    /// <summary>The count as it stands; null for a draft.</summary>
    public Tally? Tally { get; init; }

    /// <summary>The count of each recommendation, where they are answered each for itself; else empty.</summary>
    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    public Outcome? Outcome { get; init; }

    /// <summary>What each recommendation came to, where they are answered each for itself; null while the case is not closed.</summary>
    public IReadOnlyList<Outcome>? Outcomes { get; init; }

    public ClosingReason? ClosedBecause { get; init; }

    public Instant? ClosedAt { get; init; }

    public string? WithdrawalReason { get; init; }

    public Instant? ConfirmedAt { get; init; }

    public string? ConfirmedBy { get; init; }

    public string? ChairNote { get; init; }

    /// <summary>What consulted forums had to say: »Bo Ørum, Patientforeningen: …«.</summary>
    public IReadOnlyList<string> ConsultationRemarks { get; init; } = [];

    /// <summary>The documents that are stored of a closed case.</summary>
    public IReadOnlyList<CaseLink> Links { get; init; } = [];

    /// <summary>How the secretariat is told which case somebody could not be asked about.</summary>
    public MessageSubject Subject => new(ForumId, Forum, NoticeTitle.ToString());

    public NoticeTitle NoticeTitle => NoticeTitle.Of(Case);

    public int Answered => Seats.Count(seat => seat.Answer is not null);

    /// <summary>Somebody has been asked; false of a draft, and of one that was thrown away.</summary>
    public bool WasSentOut { get; init; }

    public bool IsOpen => Status == ProcedureStatus.Open;

    /// <summary>Whether members may see what the others answered.</summary>
    public bool ShowsVotes => Status == ProcedureStatus.Closed || Rules.VotesShownWhileOpen;

    /// <summary>The seat that a person votes for now; null for somebody without a vote in the case.</summary>
    public SeatView? SeatOf(PersonId person) => Seats.FirstOrDefault(seat => seat.VoterId == person);

    /// <summary>As it will stand once the transaction that closes it is through.</summary>
    internal ProcedureView ClosedNow(Outcome outcome) => this with { Status = ProcedureStatus.Closed, Outcome = outcome };

    public static ProcedureView Of(WrittenProcedure procedure, Forum forum)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(forum);
        return new()
        {
            Id = procedure.Id,
            ForumId = forum.Id,
            Forum = forum.Name,
            Case = procedure.Case,
            Version = procedure.Version,
            Revision = procedure.Revision,
            Status = procedure.Status,
            WasSentOut = procedure.OpenedAt is not null,
            Deadline = procedure.Deadline,
            OpensAt = procedure.OpensAt,
            OpeningProblem = procedure.OpeningProblem,
            ClosesAt = procedure.ClosesAt,
            Rules = procedure.Rules ?? forum.Rules.WrittenProcedures,
            Separate = procedure.Status == ProcedureStatus.Draft
                ? SeparateAnswers.CountOf(procedure.Case, forum.Rules.WrittenProcedures)
                : procedure.SeparateRecommendations,
            Seats = [.. procedure.Roll.OrderBy(entry => entry.Order).Select(SeatView.Of)],
            Tally = procedure.Rules is null ? null : procedure.Tally(),
            Tallies = procedure.Tallies(),
            Outcome = procedure.Outcome,
            Outcomes = procedure.Outcomes,
            ClosedBecause = procedure.ClosedBecause,
            ClosedAt = procedure.ClosedAt,
            WithdrawalReason = procedure.WithdrawalReason,
            ConfirmedAt = procedure.ConfirmedAt,
            ChairNote = procedure.ChairNote,
        };
    }
}
