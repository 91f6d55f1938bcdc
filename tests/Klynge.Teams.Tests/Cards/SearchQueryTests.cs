using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;

namespace Klynge.Teams.Tests.Cards;

public sealed class SearchQueryTests
{
    [Fact]
    public void Query_IsReadAsTeamsSendsIt() => Assert.Equal(
        new SearchQuery("people/1/2", "mads", 15, 15),
        Read("""{"queryText":"mads","queryOptions":{"skip":15,"top":15},"dataset":"people/1/2"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"queryText":7,"queryOptions":"x","dataset":{}}""")]
    [InlineData("""{"queryText":null,"queryOptions":{"skip":-1,"top":"many"}}""")]
    public void Query_OfAnotherShape_AsksForTheFirstOfNothing(string value) =>
        Assert.Equal(new SearchQuery(string.Empty, string.Empty, 0, SearchQuery.MaxTop), Read(value));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(5_000, 15)]
    public void Top_IsBetweenOneAndWhatTeamsShows(int asked, int given) =>
        Assert.Equal(given, Read($$$"""{"queryOptions":{"top":{{{asked}}}}}""").Top);

    [Fact]
    public void Answer_IsAsTeamsReadsIt()
    {
        var answer = SearchQuery.Answer([new Choice("Mads Holt, Birkelse Kommune", "7")]);

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Mads Holt, Birkelse Kommune","value":"7"}]}}""",
            Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public void ChoiceSet_ThatIsSearchedIn_SaysWhere()
    {
        var input = new ChoiceSetInput("who", "Hvem?") { Search = new DataQuery("people/1/2"), Style = ChoiceInputStyle.Filtered };
        var card = new AdaptiveCard { Speak = "a", FallbackText = "a", Body = [input] };

        var json = JsonNode.Parse(CardJson.Serialize(card))!["body"]![0]!;

        Assert.Equal("""{"type":"Data.Query","dataset":"people/1/2"}""", json["choices.data"]!.ToJsonString());
        Assert.Equal("filtered", (string?)json["style"]);
    }

    private static SearchQuery Read(string value) => SearchQuery.Read(JsonDocument.Parse(value).RootElement);
}
