using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Forums;

/// <summary>A seat: who sits in a forum, for whom, in which role, from when to when.</summary>
public sealed class ForumMember
{
    public MemberId Id { get; init; } = MemberId.New();

    public required ForumId ForumId { get; init; }

    public required PersonId PersonId { get; init; }

    public Person Person { get; private init; } = null!;

    public required Role Role { get; set; }

    /// <summary>Only members have a vote; a seat can be without (an observer, a secretary, a member the terms of reference name so).</summary>
    public required bool HasVote { get; set; }

    /// <summary>The organisation as minutes print it behind the name: »Birkelse Kommune«.</summary>
    public required string Organisation { get; set; }

    /// <summary>The sector that the seat counts for where quorum asks for every sector: »region«, »Birkelse Kommune«, »almen praksis«.</summary>
    public required string Sector { get; set; }

    /// <summary>The substitute (stedfortræder) who takes the seat and the vote when the member gives them up for a meeting or a case.</summary>
    public PersonId? SubstituteId { get; set; }

    public Person? Substitute { get; private init; }

    /// <summary>First day in the seat, Danish date.</summary>
    public required LocalDate From { get; set; }

    /// <summary>Last day in the seat, itself included; null while no end is known.</summary>
    public LocalDate? To { get; set; }

    /// <summary>Order within the forum as the board file lists it, which is the order that minutes print.</summary>
    public int Order { get; set; }

    public bool IsActive(LocalDate date) => From <= date && (To is null || date <= To);

    /// <summary>The person sits in it, or stands in for whoever does.</summary>
    public bool IsOf(PersonId? person) => person is { } id && (PersonId == id || SubstituteId == id);
}

/// <summary>One person's place in one forum: a seat. The same person has a <see cref="MemberId"/> per forum.</summary>
public readonly record struct MemberId(Guid Value) : IRecordId
{
    public static MemberId New() => new(Guid.CreateVersion7());
}
