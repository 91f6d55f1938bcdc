using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.Members;

/// <summary>What is to be different in one forum: several edits are one change, previewed together and written in one go.</summary>
/// <param name="Seats">In the order in which they are made.</param>
/// <param name="Rules">Rules of procedure, one by one; empty for none.</param>
public sealed record ForumChange(IReadOnlyList<SeatEdit> Seats, IReadOnlyList<RuleEdit> Rules)
{
    public static ForumChange Of(params IReadOnlyList<SeatEdit> seats) => new(seats, []);

    public static ForumChange Of(RuleEdit rule) => new([], [rule]);
}

/// <summary>One seat that comes, changes or ends. Nothing is ever taken away: a seat that ends keeps its past.</summary>
public abstract record SeatEdit
{
    private SeatEdit()
    {
    }

    /// <summary>Somebody gets a seat.</summary>
    /// <param name="Facts">Role and organisation are needed; the vote follows the role where it says nothing.</param>
    public sealed record Add(PersonName Who, SeatFacts Facts) : SeatEdit;

    /// <summary>A seat that is there gets other facts; what they do not mention stays.</summary>
    public sealed record Change(MemberId Seat, SeatFacts Facts) : SeatEdit;

    /// <summary>A seat gets its last day, itself included. One that is to begin later than that never does.</summary>
    public sealed record End(MemberId Seat, LocalDate LastDay) : SeatEdit;
}

/// <summary>The facts of a seat as far as somebody says them; null says nothing.</summary>
public sealed record SeatFacts
{
    public Role? Role { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Empty for the organisation's own.</summary>
    public string? Sector { get; init; }

    /// <summary>Empty for none.</summary>
    public string? Party { get; init; }

    public bool? HasVote { get; init; }

    /// <summary>In their order; empty for none.</summary>
    public IReadOnlyList<PersonName>? Substitutes { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    /// <summary>The seat has no last day any more.</summary>
    public bool HasNoEnd { get; init; }
}

/// <summary>A person as somebody writes them. Who is meant is found by the address or the key, by the name alone only within the forum, and never guessed.</summary>
/// <param name="Key">The key of a person on record; null where there is none to say.</param>
/// <param name="IsAnother">The writer has been asked: somebody else who has the same name.</param>
public sealed record PersonName(string Name, string? Email = null, string? Title = null, string? Key = null, bool IsAnother = false)
{
    /// <summary>Somebody on record whom the writer was shown and has chosen, wherever they sit; null where the words decide.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The Entra object id of somebody new, as the channel has proven it; null where nobody has.</summary>
    public string? Account { get; init; }
}

/// <summary>One rule of procedure by its name in the board file, and what it is to be, as the file writes it.</summary>
/// <param name="Name">»agendaOut«, or with a dot for one of a group: »quorum.share«.</param>
/// <param name="Value">»5 hverdage«, »0.5«, »true«; empty takes the rule away, so that the usual one holds.</param>
public sealed record RuleEdit(string Name, string Value);
