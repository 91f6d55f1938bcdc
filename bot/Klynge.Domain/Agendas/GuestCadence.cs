using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>
/// Gæst efter tur: somebody who comes to every so-manieth meeting of a forum, »formandskaberne for driftsforaene hvert andet møde«. It says whose
/// turn it is; that they come is the secretariat's to say, each time.
/// </summary>
public sealed class GuestCadence
{
    /// <summary>More would be members.</summary>
    public const int MaxOfForum = 10;

    public const int MaxEvery = 6;

    public GuestCadenceId Id { get; init; } = GuestCadenceId.New();

    public required ForumId ForumId { get; init; }

    public required string Name { get; init; }

    public string? Organisation { get; init; }

    public string? Title { get; init; }

    /// <summary>Null for one whom the secretariat tells itself.</summary>
    public string? Email { get; init; }

    /// <summary>1 for every meeting, 2 for every second; at most <see cref="MaxEvery"/>.</summary>
    public required int Every { get; init; }

    /// <summary>The day of the meeting that was their turn last, or will be first: that meeting counts as number one.</summary>
    public required LocalDate CountsFrom { get; set; }

    /// <summary>The meeting that they do not come to although it is their turn; null for none.</summary>
    public MeetingId? SkippedId { get; set; }

    /// <summary>»Formandskaberne, Driftsfora«</summary>
    public string Label => string.Join(", ", new[] { Name, Title, Organisation }.OfType<string>());

    public GuestDetails Details => new(Name, Organisation, Title, Email);
}

public readonly record struct GuestCadenceId(Guid Value) : IRecordId
{
    public static GuestCadenceId New() => new(Guid.CreateVersion7());
}
