using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>The board on record as a board file: forums from the lowest rung up, people by name in Danish order, seats that are over too.</summary>
public sealed class ExportBoard(IDbContextFactory<KlyngeContext> contexts)
{
    /// <returns>The board, or <see cref="NoBoard"/>.</returns>
    public async Task<Result<BoardDescription>> HandleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Boards.AsNoTracking().OrderBy(candidate => candidate.Id).FirstOrDefaultAsync(cancellationToken) is not { } board)
            return new NoBoard();

        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var forums = await db.Forums.AsNoTracking().ToListAsync(cancellationToken);
        var seats = await db.Members.AsNoTracking().OrderBy(seat => seat.Order).ThenBy(seat => seat.From).ToListAsync(cancellationToken);
        var personKeys = people.ToDictionary(person => person.Id, person => person.Key);
        var forumKeys = forums.ToDictionary(forum => forum.Id, forum => forum.Key);
        return new BoardDescription(
            board.Kind,
            board.Name,
            [.. forums
                .OrderBy(forum => forum.Level).ThenBy(forum => forum.Name, DanishText.Comparer)
                .Select(forum => Describe(forum, forumKeys, seats, personKeys))],
            [.. people.OrderBy(person => person.Name, DanishText.Comparer).ThenBy(person => person.Key, StringComparer.Ordinal).Select(Describe)]);
    }

    private static ForumDescription Describe(
        Forum forum, Dictionary<ForumId, string> forums, List<ForumMember> seats, Dictionary<PersonId, string> people) =>
        new(
            forum.Key,
            forum.Name,
            forum.Level,
            forum.AboveId is { } above ? forums[above] : null,
            forum.IsClosed,
            forum.Rules,
            [.. seats.Where(seat => seat.ForumId == forum.Id && HasBeen(seat)).Select(seat => Describe(seat, people))]);

    /// <summary>A seat that was taken away before it began has an empty period and is nobody's concern.</summary>
    internal static bool HasBeen(ForumMember seat) => seat.To is null || seat.To >= seat.From;

    internal static SeatDescription Describe(ForumMember seat, Dictionary<PersonId, string> people) => new(
        people[seat.PersonId],
        seat.Organisation,
        seat.Sector,
        seat.Role,
        seat.HasVote,
        [.. seat.SubstituteIds.Select(one => people[one])],
        seat.From,
        seat.To)
    {
        Party = seat.Party,
    };

    internal static PersonDescription Describe(Person person) =>
        new(person.Key, person.Name, person.Email, person.Title, person.EntraObjectId);
}

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
/// <param name="Substitutes">The keys of people in the order in which they are asked; empty where the seat has none.</param>
/// <param name="From">First day; null for »from the day that the file is applied«, or for what is on record already.</param>
/// <param name="To">Last day, itself included.</param>
public sealed record SeatDescription(
    string Person,
    string Organisation,
    string Sector,
    Role Role,
    bool HasVote,
    IReadOnlyList<string> Substitutes,
    LocalDate? From,
    LocalDate? To)
{
    /// <summary>The letter or name of a list; null where the seat has none.</summary>
    public string? Party { get; init; }
}
