using Klynge.Application.Data;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Search;

/// <summary>The index follows the items, whatever becomes of them and however many they are.</summary>
public abstract class SearchIndexTests(TestStore store) : SearchScenario(store)
{
    public sealed class OnSqlite() : SearchIndexTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SearchIndexTests(TestStore.Postgres);

    [Fact]
    public async Task Search_FollowsWhatBecomesOfAnItem()
    {
        var proposal = AgendaItem.Propose(Meeting, new AgendaItemContent { Title = "Forslag" }, Board.Member.Id, Board.Clock.GetCurrentInstant());
        await AddAsync(proposal);
        Assert.Empty((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, now) => item.Accept(Meeting, 1, null, now));
        Assert.Single((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, now) => item.Decide("Besluttet enstemmigt", item.Version, now));
        Assert.Equal("Besluttet enstemmigt", Assert.Single((await FindAsync("enstemmigt")).Hits).Decision);

        await ChangeAsync(proposal.Id, (item, now) => item.Decide("Ændret", item.Version, now));
        Assert.Empty((await FindAsync("enstemmigt")).Hits);

        await ChangeAsync(proposal.Id, (item, _) => item.Remove(Board.Clock.GetCurrentInstant()));
        Assert.Empty((await FindAsync("forslag")).Hits);

        await ChangeAsync(proposal.Id, (item, _) => item.Restore(1));
        Assert.Single((await FindAsync("forslag")).Hits);
    }

    [Fact]
    public async Task Search_NeverFindsWhatWasRolledBack()
    {
        await Board.Writer.WriteAsync<Done>(Caller.System, "Test", forum: null, scope =>
        {
            scope.Db.AgendaItems.Add(Item("Fortrudt"));
            return Task.FromResult<Result<Done>>(new ItemNotFound());
        });

        await using var db = Board.Open();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS integer) AS "Value" FROM "SearchIndex" """).SingleAsync());
    }

    [Fact]
    public async Task Rebuild_FillsAnEmptyIndexOnce()
    {
        await Board.AddAsync(Item("Gammelt punkt", number: 1), Item("Andet punkt", number: 2));
        Assert.Empty((await FindAsync("punkt")).Hits);

        Assert.Equal(2, await SearchIndex.RebuildIfEmptyAsync(Board.Writer, default));
        Assert.Equal(2, (await FindAsync("punkt")).Total);
        Assert.Equal(0, await SearchIndex.RebuildIfEmptyAsync(Board.Writer, default));
    }

    [Fact]
    public async Task Search_AmongFiveThousand_PagesThroughAllThatMatch()
    {
        await AddAsync([.. Enumerable.Range(1, 5_000).Select(number => Item(
            number % 100 == 0 ? $"Budget {number}" : $"Punkt {number}", number, text: string.Concat(Enumerable.Repeat($"tekst {number} om drift ", 20))))]);

        var seen = new HashSet<AgendaItemId>();
        for (var skip = 0; ; skip += SearchItems.PageSize)
        {
            var page = (await SearchAsync(Board.Member, "budget", skip)).Value;
            Assert.All(page.Hits, hit => Assert.True(seen.Add(hit.ItemId)));
            if (!page.HasMore)
                break;
        }

        Assert.Equal(50, seen.Count);
        Assert.Equal(5_000, (await FindAsync("drift")).Total);
    }
}
