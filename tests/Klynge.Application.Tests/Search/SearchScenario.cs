using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Search;

/// <summary>A board with two forums whose items are searched.</summary>
public abstract class SearchScenario(TestStore store) : IAsyncLifetime
{
    private protected TestStore Store => store;

    private protected TestBoard Board { get; private set; } = null!;

    private protected SearchItems Search { get; private set; } = null!;

    private protected Meeting Meeting { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync(store);
        Search = new SearchItems(Board.Contexts);
        Meeting = await Board.AddMeetingAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Board.DisposeAsync();
    }

    /// <param name="only">The forum whose chat it is said in; null for the personal chat.</param>
    private protected async Task<Result<SearchResults>> SearchAsync(Person person, string words, int skip = 0, ForumId? only = null)
    {
        await using var db = Board.Open();
        var visits = await db.VisitsAsync(person.Id, Board.Today, closedToo: true);
        var forums = visits.FindAll(visit => visit.Access.May(Permission.ReadMinutes) && (only is null || visit.Forum.Id == only));
        return await Search.HandleAsync(new SearchRequest(forums, words, skip, IsAlone: only is null), default);
    }

    private protected AgendaItem Item(string title, int number = 1, string text = "Tekst", bool isClosed = false, Meeting? meeting = null) => AgendaItem.Add(
        meeting ?? Meeting,
        number,
        new AgendaItemContent { Title = title, Sections = [new AgendaSection("Sagsfremstilling", text)], IsClosed = isClosed },
        Board.Clock.GetCurrentInstant());

    private protected async Task AddAsync(params AgendaItem[] items)
    {
        foreach (var some in items.Chunk(500))
        {
            await Board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
            {
                scope.Db.AgendaItems.AddRange(some);
                return Task.FromResult<Result<Done>>(default(Done));
            });
        }
    }

    private protected async Task ChangeAsync(AgendaItemId id, Func<AgendaItem, Instant, Result<Done>> change) =>
        Assert.True((await Board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, async scope =>
            change(await scope.Db.AgendaItems.SingleAsync(item => item.Id == id), scope.Now))).IsSuccess);

    private protected async Task<SearchResults> FindAsync(string words) =>
        (await SearchAsync(Board.Secretary, words)).Value;

    private protected async Task<IReadOnlyList<string>> TitlesAsync(Person person) =>
        [.. (await SearchAsync(person, "sag")).Value.Hits.Select(hit => hit.Title).Order(StringComparer.Ordinal)];
}
