using Klynge.Application.Forums;
using Klynge.Application.Search;
using Klynge.Application.Tests.Support;
using Klynge.Application.Workspace;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Search;

/// <summary>A search that is narrowed finds of what the reader may see what fits, on both databases, and never more than without.</summary>
public abstract class SearchFilterTests(TestStore store) : SearchScenario(store)
{
    public sealed class OnSqlite() : SearchFilterTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SearchFilterTests(TestStore.Postgres);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Period_TakesInBothItsDays()
    {
        var later = await Board.AddMeetingAsync(daysAhead: 60);
        await AddAsync(Item("Sag i tide"), Item("Sag senere", meeting: later));

        Assert.Equal(["Sag i tide"], await TitlesAsync(new() { To = Meeting.Date }));
        Assert.Equal(["Sag senere"], await TitlesAsync(new() { From = Meeting.Date.PlusDays(1) }));
        Assert.Equal(["Sag i tide"], await TitlesAsync(new() { From = Meeting.Date, To = Meeting.Date }));
        Assert.Equal(["Sag i tide", "Sag senere"], await TitlesAsync(new()));
        Assert.Empty(await TitlesAsync(new() { From = later.Date.PlusDays(1) }));
    }

    [Fact]
    public async Task Kind_IsWhatHasBecomeOfTheItem()
    {
        var (decided, agreed, plain) = (Item("Sag A"), Item("Sag B", 2), Item("Sag C", 3));
        var other = await Board.AddMeetingAsync(daysAhead: 30);
        var minuted = Item("Sag D", meeting: other);
        await AddAsync(decided, agreed, plain, minuted);
        await DecideAsync(decided, "Sagen blev godkendt.");
        var minutes = new MeetingMinutes { MeetingId = other.Id };
        await Board.AddAsync(
            Deadline.Set(new NewDeadline(Board.Forum.Id, "Frist", Board.Today.PlusDays(9), DeadlineKind.Own) { ItemId = agreed.Id }, Board.Secretary.Id, Board.Clock.GetCurrentInstant()),
            minutes);
        Assert.Empty(await TitlesAsync(new() { Kind = SearchKind.Minutes }));
        await using (var db = Board.Open())
            await db.Minutes.ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, MinutesStatus.Approved), Ct);

        Assert.Equal(["Sag A"], await TitlesAsync(new() { Kind = SearchKind.Decision }));
        Assert.Equal(["Sag B"], await TitlesAsync(new() { Kind = SearchKind.Agreement }));
        Assert.Equal(["Sag D"], await TitlesAsync(new() { Kind = SearchKind.Minutes }));
        Assert.Empty(await TitlesAsync(new() { Kind = SearchKind.Case }));
    }

    [Fact]
    public async Task Outcome_IsReadOutOfTheDecision_AndCountedAsItIsShown()
    {
        var items = Enumerable.Range(1, 13).Select(number => Item($"Sag {number:00}", number)).ToArray();
        await AddAsync(items);
        foreach (var item in items)
            await DecideAsync(item, item.Number == 7 ? "Punktet udsættes til næste møde." : "Indstillingen blev godkendt.");

        Assert.Equal(["Sag 07"], await TitlesAsync(new() { Outcome = RecommendationOutcome.Postponed }));
        var first = await FindAsync("sag", new() { Outcome = RecommendationOutcome.Approved });
        var rest = await FindAsync("sag", new() { Outcome = RecommendationOutcome.Approved }, skip: 10);
        Assert.Equal((12, 10, true), (first.Total, first.Hits.Count, first.HasMore));
        Assert.Equal((12, 2, false), (rest.Total, rest.Hits.Count, rest.HasMore));
        Assert.Equal(12, first.Hits.Concat(rest.Hits).Select(hit => hit.ItemId).Distinct().Count());
    }

    /// <summary>The name stands there word by word and together; with a name alone nothing else is needed.</summary>
    [Fact]
    public async Task Person_IsNamedInTheItem()
    {
        await AddAsync(Item("Sag med Karen", text: "Karen Ravn indleder punktet."), Item("Sag uden", 2, text: "Karen Holm og Bo Ravn indleder punktet."));

        Assert.Equal(["Sag med Karen"], await TitlesAsync(new() { Person = "karen ravn" }));
        Assert.Equal(["Sag med Karen"], (await FindAsync(string.Empty, new() { Person = "Karen Ravn" })).Hits.Select(hit => hit.Title));
        Assert.Equal(2, (await FindAsync("sag", new() { Person = "karen" })).Total);
        Assert.Empty(await TitlesAsync(new() { Person = "\") OR (\"Karen Holm Ravn" }));
    }

    /// <summary>Whatever the filter, nobody finds a closed item, or another forum's, that they would not find without it.</summary>
    [Fact]
    public async Task NoFilter_ShowsWhatIsNotForTheReader()
    {
        var closed = Item("Sag lukket", isClosed: true);
        var open = Item("Sag åben", 2);
        await AddAsync(closed, open);
        foreach (var item in new[] { closed, open })
            await DecideAsync(item, "Indstillingen blev godkendt.");

        SearchFilter[] filters =
        [
            new(), new() { Kind = SearchKind.Decision }, new() { From = Meeting.Date }, new() { Outcome = RecommendationOutcome.Approved }, new() { Person = "Tekst" },
        ];
        foreach (var filter in filters)
        {
            var found = await FindAsync("sag", filter, by: Board.Observer);
            Assert.Equal((1, "Sag åben"), (found.Total, Assert.Single(found.Hits).Title));
            Assert.Equal(2, (await FindAsync("sag", filter)).Total);
            Assert.Equal(0, (await FindAsync("sag", filter, by: Board.Stranger)).Total);
        }
    }

    [Theory]
    [InlineData("beslutning", "2026-01-31", "2026-02-28", "postponed", null)]
    [InlineData("alt", "", "", "", "»alt« kan jeg ikke søge efter.")]
    [InlineData("", "i går", "", "", "»i går« er ingen dag, jeg kan læse.")]
    [InlineData("", "", "2026-13-01", "", "»2026-13-01« er ingen dag, jeg kan læse.")]
    [InlineData("", "2026-02-01", "2026-01-01", "", "Perioden slutter, før den begynder.")]
    [InlineData("", "", "", "Postponed", "»Postponed« kan jeg ikke søge efter.")]
    public void Address_IsReadWhole_OrNotAtAll(string kind, string from, string to, string outcome, string? why)
    {
        var read = new SearchFields(kind, from, to, outcome, "Karen").Read();

        if (why is not null)
            Assert.StartsWith(why, read.Error!.Text, StringComparison.Ordinal);
        else
            Assert.Equal(new SearchFilter { Kind = SearchKind.Decision, From = new LocalDate(2026, 1, 31), To = new LocalDate(2026, 2, 28), Outcome = RecommendationOutcome.Postponed, Person = "Karen" }, read.Value);
    }

    private Task DecideAsync(AgendaItem item, string decision) => ChangeAsync(item.Id, (one, now) => one.Decide(decision, seenVersion: null, now));

    private async Task<IReadOnlyList<string>> TitlesAsync(SearchFilter filter) =>
        [.. (await FindAsync("sag", filter)).Hits.Select(hit => hit.Title).Order(StringComparer.Ordinal)];

    private async Task<SearchResults> FindAsync(string words, SearchFilter filter, int skip = 0, Person? by = null)
    {
        await using var db = Board.Open();
        var person = by ?? Board.Secretary;
        var visits = (await db.VisitsAsync(person.Id, Board.Today, closedToo: true)).FindAll(visit => visit.Access.May(Permission.ReadMinutes) && visit.Forum.Id == Board.Forum.Id);
        return (await Search.HandleAsync(new SearchRequest(visits, words, skip) { Filter = filter }, default)).Value;
    }
}
