using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.People;

/// <summary>Somebody on a forum's list, with everything that words can name them by.</summary>
/// <param name="Organisations">Of the seats held or stood in for; the first tells two people of one name apart.</param>
public sealed record ListedPerson(PersonId Id, string Name, IReadOnlyList<string> Organisations)
{
    public string? Title { get; init; }

    public string? Email { get; init; }

    /// <summary>The channel's id of the account (<c>29:…</c>).</summary>
    public string? TeamsUserId { get; init; }

    public string? EntraObjectId { get; init; }

    public static ListedPerson Of(Person person, IEnumerable<string> organisations)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new ListedPerson(person.Id, person.Name, [.. organisations.Distinct(StringComparer.OrdinalIgnoreCase)])
        {
            Title = person.Title,
            Email = person.Email,
            TeamsUserId = person.TeamsUserId,
            EntraObjectId = person.EntraObjectId,
        };
    }
}
