using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Forums;

/// <summary>A seat: who sits in a forum, for whom, in which role, from when to when.</summary>
public sealed class ForumMember
{
    private readonly List<SeatSubstitute> _substitutes = [];

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

    /// <summary>The letter or the name of the list that the member was elected on: »A«, »Borgerlisten«; null where it says nothing.</summary>
    public string? Party { get; set; }

    /// <summary>The substitutes (stedfortrædere) as they are stored, in no order: <see cref="SubstituteIds"/> has it.</summary>
    public IReadOnlyCollection<SeatSubstitute> Substitutes => _substitutes;

    /// <summary>
    /// Who takes the seat and the vote when the member gives them up for a meeting or a case, in order: the first who can is asked, the next
    /// when that one cannot. The same person may stand behind several seats, as the substitutes of one list do.
    /// </summary>
    public IReadOnlyList<PersonId> SubstituteIds
    {
        get => [.. _substitutes.OrderBy(one => one.Order).Select(one => one.PersonId)];
        set => SetSubstitutes(value);
    }

    /// <summary>The people of <see cref="SubstituteIds"/>, where they were loaded.</summary>
    public IReadOnlyList<Person> SubstitutePeople => [.. _substitutes.OrderBy(one => one.Order).Select(one => one.Person).Where(person => person is not null)];

    /// <summary>First day in the seat, Danish date.</summary>
    public required LocalDate From { get; set; }

    /// <summary>Last day in the seat, itself included; null while no end is known.</summary>
    public LocalDate? To { get; set; }

    /// <summary>Order within the forum as the board file lists it, which is the order that minutes print.</summary>
    public int Order { get; set; }

    public bool IsActive(LocalDate date) => From <= date && (To is null || date <= To);

    /// <summary>The person sits in it, or stands in for whoever does.</summary>
    public bool IsOf(PersonId? person) => person is { } id && (PersonId == id || HasSubstitute(id));

    /// <summary>The person is one of the seat's substitutes, whatever number in the order.</summary>
    public bool HasSubstitute(PersonId? person) => person is { } id && _substitutes.Exists(one => one.PersonId == id);

    private void SetSubstitutes(IReadOnlyList<PersonId> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var wanted = people.Distinct().ToList();
        _substitutes.RemoveAll(one => one.Order > wanted.Count);
        foreach (var (index, person) in wanted.Index())
        {
            if (_substitutes.Find(one => one.Order == index + 1) is not { } known)
                _substitutes.Add(new SeatSubstitute { Order = index + 1, PersonId = person });
            else if (known.PersonId != person)
                known.PersonId = person;
        }
    }
}

/// <summary>One of a seat's substitutes, with the place in their order.</summary>
public sealed class SeatSubstitute
{
    public MemberId MemberId { get; private init; }

    /// <summary>1 for who is asked first.</summary>
    public required int Order { get; init; }

    public required PersonId PersonId { get; set; }

    public Person Person { get; private init; } = null!;
}

/// <summary>One person's place in one forum: a seat. The same person has a <see cref="MemberId"/> per forum.</summary>
public readonly record struct MemberId(Guid Value) : IRecordId
{
    public static MemberId New() => new(Guid.CreateVersion7());
}
