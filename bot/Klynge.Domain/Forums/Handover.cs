using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Forums;

/// <summary>
/// Overlevering: a forum that ends has given what it had open to the one that follows. It is done once, and what was given is kept as it stood,
/// so that the same package can be made again years later. The clusters end with 2026, and the health councils follow (L 214, 2024-25).
/// </summary>
public sealed class Handover
{
    public HandoverId Id { get; init; } = HandoverId.New();

    /// <summary>The forum that ends; it is handed over once.</summary>
    public required ForumId FromForumId { get; init; }

    public required ForumId ToForumId { get; init; }

    /// <summary>The last day of the forum that ends, itself included: from the next it is history.</summary>
    public required LocalDate LastDay { get; init; }

    public required PersonId MadeById { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>What was given, as JSON.</summary>
    public required string Contents { get; init; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Contents"/> in UTF-8.</summary>
    public required string Sha256 { get; init; }
}

public readonly record struct HandoverId(Guid Value) : IRecordId
{
    public static HandoverId New() => new(Guid.CreateVersion7());
}

/// <summary>The forum has ended: it is read and searched, and nobody changes anything in it.</summary>
public sealed record ForumIsHistoric()
    : Error("Forummet er historisk. Det kan læses og søges, men intet i det kan ændres. Nye sager hører til i det forum, der følger efter.");

public sealed record HandoverToItself()
    : Error("Et forum kan ikke overleveres til sig selv. Vælg det forum, der følger efter.");

public sealed record SuccessorNotFound()
    : Error("Det forum, der skal overtage, findes ikke eller er nedlagt. Opret det først, og prøv igen.");

public sealed record LastDayIsPast()
    : Error("Den sidste dag er allerede gået. Vælg i dag eller en senere dag.");

public sealed record HandoverAlreadyDone(string To, string LastDay)
    : Error($"Forummet er allerede overleveret til {To} med sidste dag {LastDay}. En overlevering laves kun én gang.");

/// <summary>A vote that runs on after the last day would end in a forum that is history.</summary>
public sealed record ProceduresOutliveForum(string Titles)
    : Error($"Der er åbne sager i skriftlig behandling, som først slutter efter den sidste dag: {Titles}. Luk dem eller træk dem tilbage, eller vælg en senere sidste dag.");

public sealed record HandoverNotDone()
    : Error("Forummet er ikke overleveret til et andet. Skriv »overlevering« for at begynde.");

public sealed record HandoverChanged()
    : Error("Der er kommet noget nyt, siden du så forhåndsvisningen. Se den igen, og tryk så.");

public sealed record HandoverTooLarge(string To, int Room, int Count)
    : Error($"{To} har plads til {Room} kommende punkter mere, og her er {Count}. Ryd op i de kommende punkter først.");
