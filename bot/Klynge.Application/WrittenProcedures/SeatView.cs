using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>A seat on the roll as cards and documents show it.</summary>
public sealed record SeatView
{
    public required Guid MemberId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Sector { get; init; }

    public required Guid VoterId { get; init; }

    /// <summary>The substitute who has the seat in this case; null for the member.</summary>
    public string? Substitute { get; init; }

    public Answer? Answer { get; init; }

    public string? Remarks { get; init; }

    public Instant? AnsweredAt { get; init; }

    public VoteSource? Source { get; init; }

    /// <summary>»Mads Holt«, »Bo Friis (stedfortræder for Mads Holt)«.</summary>
    public string Voter => Substitute is null ? Name : Texts.StandsInFor(Substitute, Name);

    public static SeatView Of(RollEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            MemberId = entry.MemberId.Value,
            PersonId = entry.PersonId.Value,
            Name = entry.Name,
            Organisation = entry.Organisation,
            Sector = entry.Sector,
            VoterId = entry.VoterId.Value,
            Substitute = entry.SubstituteName,
            Answer = entry.Answer,
            Remarks = entry.Remarks,
            AnsweredAt = entry.AnsweredAt,
            Source = entry.Source,
        };
    }
}
