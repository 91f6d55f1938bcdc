using System.Text.Json;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Forums.People;

/// <summary>
/// Answers a field of people while somebody types in it: with those on the list whose name or organisation has words that begin so. A list
/// that the sender may not see, one that there is not, and one with nobody of that name are answered alike: with nobody.
/// </summary>
public sealed class PeopleSearch(SenderDirectory senders, PeopleLists lists, IClock clock, ILogger<PeopleSearch> logger) : IActivityModule
{
    public void Map(ActivityRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        router.OnInvoke(InvokeNames.Search, new StorageGuard(logger).Around(SearchAsync));
    }

    private async Task<InvokeResponse> SearchAsync(TurnContext turn, JsonElement value, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Read(value);
        var person = await senders.FindAsync(turn, cancellationToken);
        IReadOnlyList<PersonChoice> people = person is null
            ? []
            : await lists.ReadAsync(person.Id, PeopleSource.Parse(query.Dataset), DanishTime.Today(clock), cancellationToken);
        return SearchQuery.Answer(Find(people, query));
    }

    internal static IReadOnlyList<Choice> Find(IReadOnlyList<PersonChoice> people, SearchQuery query)
    {
        var words = PersonNames.Parts(query.Text);
        return
        [
            .. people.Where(IsMeant)
                .OrderBy(one => one.Title, DanishText.Comparer)
                .Skip(query.Skip)
                .Take(query.Top)
                .Select(one => new Choice(one.Title, one.Value)),
        ];

        bool IsMeant(PersonChoice person)
        {
            var parts = PersonNames.Parts(person.Title);
            return words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
        }
    }
}
