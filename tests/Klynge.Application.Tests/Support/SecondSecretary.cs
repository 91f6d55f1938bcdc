using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Support;

/// <summary>Another secretary of the board's forum, whose card still asks when the first has answered.</summary>
internal static class SecondSecretary
{
    internal static async Task<Person> AddAsync(TestBoard board)
    {
        var person = new Person { Key = "anne-lind", Name = "Anne Lind", Email = "anne@fjordlandet.example", EntraObjectId = "00000000-0000-4000-8000-00000000a11d", TeamsUserId = "29:anne" };
        await board.AddAsync(person, new ForumMember
        {
            ForumId = board.Forum.Id,
            PersonId = person.Id,
            Role = Role.Secretariat,
            HasVote = false,
            Organisation = "Region Fjordlandet",
            Sector = "region",
            From = new LocalDate(2025, 1, 1),
            Order = 7,
        });
        return person;
    }
}
