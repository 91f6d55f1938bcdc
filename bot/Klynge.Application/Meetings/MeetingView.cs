using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>The facts of one meeting as cards, pages and minutes head them.</summary>
public sealed record MeetingView
{
    public required MeetingId Id { get; init; }

    public required ForumId ForumId { get; init; }

    /// <summary>»Chefforum«</summary>
    public required string Forum { get; init; }

    /// <summary>»Sundhedsråd Limfjorden«</summary>
    public required string Board { get; init; }

    public required MeetingTime Time { get; init; }

    public required MeetingStatus Status { get; init; }

    public required int Version { get; init; }

    public string Place { get; init; } = string.Empty;

    public string? JoinUrl { get; init; }

    public PersonId? ChairId { get; init; }

    public string? Chair { get; init; }

    public PersonId? MinuteTakerId { get; init; }

    public string? MinuteTaker { get; init; }

    public string? CaseNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public Instant? AgendaSentAt { get; init; }

    public string? CancellationReason { get; init; }
}
