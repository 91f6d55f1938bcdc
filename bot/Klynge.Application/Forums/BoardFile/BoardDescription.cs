using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What a board file says, read and cleaned: defaults filled in, e-mail and object ids in lower case, weeks as days.</summary>
/// <param name="Kind">What a person calls such a body, in Danish: »Sundhedsråd«.</param>
public sealed record BoardDescription(
    string Kind, string Name, IReadOnlyList<ForumDescription> Forums, IReadOnlyList<PersonDescription> People);

/// <param name="Above">The key of the forum that items are sent on to; null at the top.</param>
/// <param name="Members">In the order that minutes print.</param>
public sealed record ForumDescription(
    string Key, string Name, int Level, string? Above, bool IsClosed, RulesOfProcedure Rules, IReadOnlyList<SeatDescription> Members)
{
    /// <summary>
    /// Stands for an annual wheel that the file does not mention: the secretariat keeps it in chat, and an older file must not empty it.
    /// Known by its identity; an empty list in the file is another.
    /// </summary>
    internal static IReadOnlyList<AnnualEntry> WheelAsItIs { get; } = new List<AnnualEntry>();
}

/// <param name="EntraObjectId">Null also for an account that the file does not state: one that was learnt in chat is kept.</param>
public sealed record PersonDescription(string Key, string Name, string? Email, string? Title, string? EntraObjectId);

/// <param name="Person">The key of a person.</param>
/// <param name="Substitute">The key of a person; null where the seat has none.</param>
/// <param name="From">First day; null for »from the day that the file is applied«, or for what is on record already.</param>
/// <param name="To">Last day, itself included.</param>
public sealed record SeatDescription(
    string Person,
    string Organisation,
    string Sector,
    Role Role,
    bool HasVote,
    string? Substitute,
    LocalDate? From,
    LocalDate? To);
