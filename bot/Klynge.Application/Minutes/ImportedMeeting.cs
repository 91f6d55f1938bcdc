using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Minutes;

public enum ImportOutcome
{
    Added,
    Replaced,

    /// <summary>The same document was read in before.</summary>
    Unchanged,
}

/// <summary>What an import came to.</summary>
public sealed record ImportedMeeting
{
    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required MeetingTime Time { get; init; }

    public required ImportOutcome Outcome { get; init; }

    /// <summary>The meeting was held, so that there are minutes of it.</summary>
    public required bool IsHeld { get; init; }

    public required int Items { get; init; }

    public required int Decisions { get; init; }

    /// <summary>Names that nobody in the forum answers to, or more than one: the secretariat decides.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>What does not add up, as Danish sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
