using System.Text.Json;
using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Seats;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Forms of a body that is too large for lists in a card: people are searched for while somebody types, or named in the field beside it.
/// Who may not fill in the form finds nobody, and a name that is not clear changes nothing.
/// </summary>
public sealed class PeopleSearchTests(ManySeats body) : IClassFixture<ManySeats>, IDisposable
{
    private static readonly string[] Kinds = [PeopleSource.Seats, PeopleSource.People, PeopleSource.Roll, PeopleSource.Participants, PeopleSource.Contributors];

    private readonly RightsBoard _board = body.Board;
    private readonly RightsChat _chat = body.Chat;

    public void Dispose() => _board.PutBack();

    [Fact]
    public async Task Search_FindsThoseWhoseNamesOrOrganisationsBeginSo_InDanishOrder_FifteenAtATime()
    {
        var source = Source(PeopleSource.People);

        string[] middle = ["Bøgelund", "Damsgaard", "Hjorth", "Kirkeby", "Lund", "Nordentoft", "Søgaard", "Vestergaard", "Ærø", "Østergaard"];
        Assert.Equal(
            [.. middle.Select(name => $"Anne-Margrethe {name} Abildtrup"), "Bodil Kirkeby Abildtrup", "Bodil Søgaard Abildtrup"],
            (await HitsAsync(source, "abild")).Select(Name));
        Assert.Equal(["Mads Holt"], (await HitsAsync(source, "holt mads")).Select(Name));
        Assert.Equal(["Mads Holt"], (await HitsAsync(source, "birkelse")).Select(Name));
        Assert.Equal(15, (await HitsAsync(source, string.Empty, top: 5_000)).Count);
        Assert.Empty((await HitsAsync(source, "anne", top: 15)).Intersect(await HitsAsync(source, "anne", top: 15, skip: 15)));
        Assert.Empty(await HitsAsync(source, "ingen hedder sådan"));
    }

    [Fact]
    public async Task Search_BySomebodyWhoHasNoSuchForm_IsAnsweredAsAListThatIsNotThere()
    {
        var nothing = await _chat.SearchAsync(Actors.Secretariat, Query($"roll/{Guid.NewGuid():N}/{Guid.NewGuid():N}", "a"));
        Assert.Equal(200, nothing.Status);
        var allowed = new Dictionary<string, Actors>(StringComparer.Ordinal)
        {
            [PeopleSource.Seats] = AgendaVerbs.Send.Who | Who.Leaders,
            [PeopleSource.People] = Who.Leaders,
            [PeopleSource.Contributors] = ContributionVerbs.AskForm.Who,
            [PeopleSource.Roll] = Verbs.RecordForm.Who,
            [PeopleSource.Participants] = MeetingVerbs.RollCallForm.Who,
        };
        foreach (var kind in Kinds)
        {
            foreach (var actor in RightsPeople.Columns)
            {
                var answer = await _chat.SearchAsync(actor, Query(Source(kind).Dataset, "a"));
                Assert.True(allowed[kind].HasFlag(actor) == (answer != nothing), $"{kind} by {actor}: {answer.Body}");
            }
        }
    }

    [Fact]
    public async Task Search_InAnotherForum_OrForARecordThatIsNotTheForums_FindsNobody()
    {
        var nothing = await _chat.SearchAsync(Actors.Secretariat, Query("people/x/y", "a"));
        foreach (var kind in Kinds)
        {
            var own = Source(kind);
            foreach (var foreign in new[]
            {
                own with { Forum = _board.Board.OtherForum.Id }, own with { Forum = _board.Third.Id }, own with { Record = new ListedId(Guid.NewGuid()) }, own with { Kind = "hvad" },
            })
            {
                Assert.Equal(nothing, await _chat.SearchAsync(Actors.Secretariat, Query(foreign.Dataset, "a")));
            }
        }

        Assert.Equal(nothing, await _chat.SearchAsync(Actors.Secretariat, Query(Source(PeopleSource.Roll) with { Record = ListedId.Of(_board.Draft) }, "a")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[[[]]]")]
    [InlineData("""{"dataset":7,"queryText":{},"queryOptions":[]}""")]
    [InlineData("""{"dataset":"people//","queryText":"\ud800","queryOptions":{"skip":-5,"top":"x"}}""")]
    [InlineData("""{"dataset":"people/../..","queryText":"%_*","queryOptions":{"skip":2147483647,"top":0}}""")]
    public async Task Search_ThatIsNone_FindsNobody(string value)
    {
        var (status, body) = await _chat.SearchAsync(Actors.Secretariat, JsonDocument.Parse(value).RootElement);

        Assert.Equal(200, status);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""", body);
    }

    /// <summary>Each key that somebody presses is a search; a flood of them writes nothing and is answered to the last.</summary>
    [Fact]
    public async Task Search_AThousandTimesAtOnce_IsAnsweredEachTime_AndLeavesNothingBehind()
    {
        await using var db = _board.Board.Open();
        var before = (_board.Contents(), await db.Audit.CountAsync());
        var actors = new[] { Actors.Secretariat, Actors.Chair, Actors.Guest, Actors.OtherForum };

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number =>
            _chat.SearchAsync(actors[number % actors.Length], Query(Source(Kinds[number / 4 % Kinds.Length]), "a"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(actors.Length * Kinds.Length, answers.Select((answer, number) => (number % actors.Length, number / 4 % Kinds.Length, answer.Body)).Distinct().Count());
        Assert.Equal(before, (_board.Contents(), await db.Audit.CountAsync()));
    }

    [Fact]
    public async Task RollCall_OfMoreThanAPage_SavesTheAnsweredPageAlone_AndGoesOnToTheNext()
    {
        var first = await body.PressAsync(MeetingVerbs.RollCallForm);
        Assert.Contains("Side 1 af 2", first, StringComparison.Ordinal);
        Assert.DoesNotContain(LargeBody.NameOf(ManySeats.More - 1), first, StringComparison.Ordinal);

        var second = await body.PressAsync(MeetingVerbs.RollCall, ("page", 0));

        Assert.Contains("Side 1 af 2 er gemt", second, StringComparison.Ordinal);
        Assert.Contains(LargeBody.NameOf(ManySeats.More - 1), second, StringComparison.Ordinal);
        Assert.Equal(RollCallCard.PageSize, await AnsweredAsync());
        Assert.Contains("Fremmødet er gemt", await body.PressAsync(MeetingVerbs.RollCall, ("page", 1)), StringComparison.Ordinal);
        await using var db = _board.Board.Open();
        Assert.Equal(await db.Participants.CountAsync(one => one.MeetingId == _board.Held), await AnsweredAsync());
    }

    [Fact]
    public async Task Names_OfThoseWhoHaveNotAnswered_AreAllThere_PageByPage()
    {
        var pages = new List<string>();
        for (var page = 0; page <= ManySeats.More / SeatNames.PageSize + 1; page++)
            pages.Add(await body.PressAsync(Verbs.View, ("page", page)));

        Assert.Contains("andre", pages[0], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, ManySeats.More), number => Assert.Single(pages.Take(3), page => page.Contains(LargeBody.NameOf(number), StringComparison.Ordinal)));
    }

    private Task<int> AnsweredAsync()
    {
        using var db = _board.Board.Open();
        return Task.FromResult(db.Participants.Count(one => one.MeetingId == _board.Held && one.Attended != null));
    }

    private PeopleSource Source(string kind) => new(kind, _board.Forum.Id, kind switch
    {
        PeopleSource.Contributors => ListedId.Of(_board.Item),
        PeopleSource.Roll => ListedId.Of(_board.Open),
        PeopleSource.Participants => ListedId.Of(_board.Held),
        _ => ListedId.Of(_board.Ahead),
    });

    private static JsonElement Query(PeopleSource source, string text) => Query(source.Dataset, text);

    private static JsonElement Query(string dataset, string text, int top = 15, int skip = 0) =>
        JsonSerializer.SerializeToElement(new { queryText = text, queryOptions = new { skip, top }, dataset });

    private async Task<List<string>> HitsAsync(PeopleSource source, string text, int top = 15, int skip = 0)
    {
        var (_, body) = await _chat.SearchAsync(Actors.Secretariat, Query(source.Dataset, text, top, skip));
        using var answer = JsonDocument.Parse(body);
        return [.. answer.RootElement.GetProperty("value").GetProperty("results").EnumerateArray().Select(hit => hit.GetProperty("title").GetString()!)];
    }

    private static string Name(string title) => title.Split(',')[0];
}
