using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>A seat on the roll as cards and documents show it.</summary>
public sealed record SeatView
{
    public required MemberId MemberId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Sector { get; init; }

    public required PersonId VoterId { get; init; }

    /// <summary>The substitute who has the seat in this case; null for the member.</summary>
    public string? Substitute { get; init; }

    /// <summary>There is somebody to leave the seat to today; false where nobody has looked.</summary>
    public bool HasSubstitute { get; init; }

    /// <summary>The substitute who has the seat in this case is none any more: neither asked nor told of it. False where nobody has looked.</summary>
    public bool IsFormer { get; init; }

    public Answer? Answer { get; init; }

    /// <inheritdoc cref="RollEntry.Answers"/>
    public IReadOnlyList<Answer>? Answers { get; init; }

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
            MemberId = entry.MemberId,
            PersonId = entry.PersonId,
            Name = entry.Name,
            Organisation = entry.Organisation,
            Sector = entry.Sector,
            VoterId = entry.VoterId,
            Substitute = entry.SubstituteName,
            Answer = entry.Answer,
            Answers = entry.Answers,
            Remarks = entry.Remarks,
            AnsweredAt = entry.AnsweredAt,
            Source = entry.Source,
        };
    }
}

/// <summary>Tells somebody without a vote in a case why.</summary>
internal static class SeatRefusals
{
    internal static async Task<Error> WhyAsync(KlyngeContext db, WrittenProcedureId procedure, PersonId person, LocalDate today)
    {
        if (await db.RollEntries.Where(entry => entry.ProcedureId == procedure && entry.PersonId == person)
            .Select(entry => entry.SubstituteName).SingleOrDefaultAsync() is { } substitute)
        {
            return new SeatGivenUp(substitute);
        }

        var standsInFor = await db.RollEntries
            .Where(entry => entry.ProcedureId == procedure && db.Members.Any(seat => seat.Id == entry.MemberId && seat.Substitutes.Any(one => one.PersonId == person)
                && seat.From <= today && (seat.To == null || seat.To >= today)))
            .OrderBy(entry => entry.Order)
            .Select(entry => entry.Name)
            .FirstOrDefaultAsync();
        return standsInFor is null ? new NotOnTheRoll() : new SeatNotGivenUp(standsInFor);
    }
}
