using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Cards;

public sealed class AdaptiveCardTests
{
    private static readonly JsonNode Everything = JsonNode.Parse(CardJson.Serialize(SampleCards.Everything))!;

    [Fact]
    public void Card_StatesWhatItIs()
    {
        Assert.Equal(("AdaptiveCard", "1.5"), ((string?)Everything["type"], (string?)Everything["version"]));
        Assert.Equal("Full", (string?)Everything["msteams"]!["width"]);
        Assert.NotNull(Everything["speak"]);
        Assert.NotNull(Everything["fallbackText"]);
    }

    [Fact]
    public void EveryExecute_HasASubmitWithTheSameDataAndTheVerbAsFallback()
    {
        var executes = Objects(Everything).Where(node => (string?)node["type"] == "Action.Execute").ToList();

        Assert.Equal(3, executes.Count);
        Assert.All(executes, execute =>
        {
            var fallback = execute["fallback"]!;
            Assert.Equal("Action.Submit", (string?)fallback["type"]);
            Assert.Equal((string?)execute["title"], (string?)fallback["title"]);
            var expected = execute["data"]?.DeepClone().AsObject() ?? [];
            expected["verb"] = (string?)execute["verb"];
            Assert.True(JsonNode.DeepEquals(expected, fallback["data"]));
        });
    }

    [Fact]
    public void Nothing_IsNull() => Assert.DoesNotContain("null", CardJson.Serialize(SampleCards.Everything), StringComparison.Ordinal);

    [Fact]
    public void EveryObject_BeginsWithItsType() => Assert.All(
        Objects(Everything).Where(node => node.ContainsKey("type")),
        node => Assert.Equal("type", node.First().Key));

    [Fact]
    public void EveryInput_HasAnIdAndALabel()
    {
        var inputs = Objects(Everything).Where(IsInput).ToList();

        Assert.Equal(6, inputs.Count);
        Assert.All(inputs, input => Assert.NotEmpty((string)input["label"]!));
        Assert.All(inputs, input => Assert.NotEmpty((string)input["id"]!));
        Assert.Throws<ArgumentException>(() => new TextInput("id", " "));
        Assert.Throws<ArgumentException>(() => new TextInput("", "Titel"));
    }

    [Fact]
    public void Enums_AreTheSchemasStrings()
    {
        var title = Everything["body"]![0]!;

        string[] names = ["size", "weight", "color", "style", "spacing"];
        Assert.Equal(["large", "bolder", "accent", "heading", "extraLarge"], names.Select(name => (string?)title[name]));
        var recuse = Everything["actions"]![1]!;
        Assert.Equal(("secondary", "none"), ((string?)recuse["mode"], (string?)recuse["associatedInputs"]));
    }

    [Fact]
    public void DanishLetters_AreNotEscaped() =>
        Assert.Contains("Bemærkninger", CardJson.Serialize(SampleCards.Everything), StringComparison.Ordinal);

    [Fact]
    public void Size_IsCountedAsUtf16() =>
        Assert.Equal(2 * CardJson.Serialize(SampleCards.Small).Length, CardJson.MeasureBytes(SampleCards.Small));

    [Fact]
    public void Refresh_TakesSixtyPeopleAtMost()
    {
        var action = new ExecuteAction("Opdatér", "show");

        Assert.Throws<ArgumentException>(() => new CardRefresh(action, [.. Enumerable.Range(0, 61).Select(i => $"29:{i}")]));
        Assert.Equal(60, new CardRefresh(action, [.. Enumerable.Range(0, 60).Select(i => $"29:{i}")]).UserIds!.Count);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Link_ToAnotherScheme_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new OpenUrlAction("Åbn", new Uri(address)));

    [Fact]
    public void Message_WithACard_CarriesItAsItsAttachment()
    {
        var message = JsonNode.Parse(ActivityJson.Serialize(Activity.Message(SampleCards.Everything)))!;

        Assert.True(JsonNode.DeepEquals(Everything, message["attachments"]![0]!["content"]));
        Assert.Equal(SampleCards.Everything.FallbackText, (string?)message["summary"]);
    }

    [Theory]
    [InlineData(400, "application/vnd.microsoft.error")]
    [InlineData(412, "application/vnd.microsoft.error.preconditionFailed")]
    [InlineData(500, "application/vnd.microsoft.error")]
    public void Refusal_HasACodeAndAText(int status, string type)
    {
        var response = status switch
        {
            400 => CardActionResponse.Error("Closed", "Afstemningen er lukket."),
            412 => CardActionResponse.PreconditionFailed("Closed", "Afstemningen er lukket."),
            _ => CardActionResponse.ServerError("Closed", "Afstemningen er lukket."),
        };

        var invoke = response.ToInvokeResponse();

        Assert.Equal(200, invoke.Status);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject
            {
                ["statusCode"] = status,
                ["type"] = type,
                ["value"] = new JsonObject { ["code"] = "Closed", ["message"] = "Afstemningen er lukket." },
            },
            JsonNode.Parse(invoke.Body.Span)));
    }

    [Fact]
    public void Activity_KeepsTheFieldsThatItDoesNotKnow()
    {
        const string wire = """
            {"type":"message","callerId":"x","from":{"id":"29:a","properties":{"p":[1]}},
             "channelData":{"source":{"name":"compose"},"tenant":{"id":"t"}}}
            """;

        var again = ActivityJson.Serialize(ActivityJson.DeserializeActivity(wire));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wire), JsonNode.Parse(again)));
    }

    [Fact]
    public void Reference_SurvivesBeingStored()
    {
        var reference = ConversationReference.From(ActivityJson.DeserializeActivity(Sample.Message(id: "5").ToJsonString()));

        var read = ActivityJson.DeserializeReference(ActivityJson.Serialize(reference));

        Assert.Equal(ActivityJson.Serialize(reference), ActivityJson.Serialize(read));
        Assert.Equal(("28:bot", "29:bodil", "5"), (read.Bot!.Id, read.User!.Id, read.ActivityId));
        Assert.Throws<JsonException>(() => ActivityJson.DeserializeReference("{}"));
    }

    private static bool IsInput(JsonObject node) => ((string?)node["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Objects(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
