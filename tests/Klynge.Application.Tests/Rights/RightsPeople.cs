using Klynge.Application.Rights;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Rights;

/// <summary>One person for each column of the table, on a board that has them all.</summary>
internal sealed class RightsPeople
{
    private readonly Dictionary<Actors, Person> _people;

    private RightsPeople(Dictionary<Actors, Person> people) => _people = people;

    internal static IReadOnlyList<Actors> Columns { get; } = [.. Enum.GetValues<Actors>().Where(actor => actor != Actors.Nobody)];

    /// <summary>Nobody on record for <see cref="Actors.Stranger"/>: a name that the channel knows and the board does not.</summary>
    internal Person this[Actors actor] => _people[actor];

    /// <summary>Those of whom nobody may read what is closed, whoever can do most first.</summary>
    internal static IReadOnlyList<Actors> NotForClosed { get; } = [Actors.Observer, Actors.Guest, Actors.OtherForum, Actors.Stranger];

    /// <summary>Of those who may do it, whoever can do most.</summary>
    internal static Actors AnyOf(Right right) => Columns.First(actor => right.Who.HasFlag(actor));

    /// <summary>Whose seat it is that the table's substitute speaks for; null for everybody who has one.</summary>
    internal static string? StandsInFor(TestBoard board, Actors actor) => actor == Actors.Substitute ? board.OtherMember.Name : null;

    internal static async Task<RightsPeople> SeatAsync(TestBoard board)
    {
        var people = new Dictionary<Actors, Person>
        {
            [Actors.Secretariat] = board.Secretary,
            [Actors.Chair] = board.Chair,
            [Actors.Member] = board.Member,
            [Actors.Substitute] = Named("sten", "Sten Vikar"),
            [Actors.Observer] = Named("ditte", "Ditte Lytter"),
            [Actors.Administrative] = Named("asger", "Asger Kontor"),
            [Actors.Guest] = Named("gerda", "Gerda Besøg"),
            [Actors.OtherForum] = Named("frode", "Frode Fremmed"),
            [Actors.Stranger] = Named("nina", "Nina Ukendt"),
        };
        await board.AddAsync(people[Actors.Substitute], people[Actors.Observer], people[Actors.Administrative], people[Actors.Guest], people[Actors.OtherForum]);
        await board.AddAsync(
            Seat(board.Forum, people[Actors.Observer], Role.Observer, 11),
            Seat(board.Forum, people[Actors.Administrative], Role.Administrative, 12),
            Seat(board.Forum, people[Actors.Guest], Role.Guest, 13),
            Seat(board.OtherForum, people[Actors.OtherForum], Role.Member, 2));
        await NameSubstitutesAsync(board, people[Actors.Substitute]);
        return new RightsPeople(people);
    }

    /// <summary>One for the member who has given the seat up, others for the seats that can be given up yet.</summary>
    private static async Task NameSubstitutesAsync(TestBoard board, Person substitute)
    {
        await using var db = board.Open();
        foreach (var seat in db.Members.Where(seat => seat.ForumId == board.Forum.Id).ToList())
        {
            seat.SubstituteIds = seat.PersonId == board.OtherMember.Id ? [substitute.Id]
                : seat.PersonId == board.Member.Id ? [board.Stranger.Id]
                : seat.PersonId == board.Chair.Id ? [board.Observer.Id]
                : [];
        }

        await db.SaveChangesAsync();
    }

    private static Person Named(string key, string name) => new()
    {
        Key = key,
        Name = name,
        Email = $"{key}@fjordlandet.example",
        EntraObjectId = $"00000000-0000-4000-9000-{key.Sum(letter => letter * 7919L):000000000000}",
        TeamsUserId = $"29:{key}",
    };

    private static ForumMember Seat(Forum forum, Person person, Role role, int order) => new()
    {
        ForumId = forum.Id,
        PersonId = person.Id,
        Role = role,
        HasVote = role == Role.Member,
        Organisation = "Region Fjordlandet",
        Sector = "region",
        From = new LocalDate(2025, 1, 1),
        Order = order,
    };
}
