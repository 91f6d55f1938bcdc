using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using static Klynge.Bot.Tests.Workbench.ConnectorCalls;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>Finding conversations, members and meetings, as Teams lets a bot find them.</summary>
public sealed class RosterTests
{
    private static readonly JsonObject Hello = new() { ["type"] = "message", ["text"] = "Goddag" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateConversation_WithAPerson_GivesTheSameChatEveryTimeAndDeliversWhatCameAlong()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = SampleBoard.Secretary.Id }),
            ["activity"] = Hello.DeepClone(),
        };

        var first = await CreateAsync(host, body);
        var second = await CreateAsync(host, body);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.StartsWith("a:1", (string?)first.Body["id"], StringComparison.Ordinal);
        Assert.False(first.Body.ContainsKey("activityId"));
        Assert.Equal((string?)first.Body["id"], (string?)second.Body["id"]);
        Assert.Equal(2, (await TranscriptAsync(host, SampleBoard.Secretary, (string)first.Body["id"]!)).Count);
    }

    [Fact]
    public async Task CreateConversation_InAChannel_StartsAThread()
    {
        await using var host = await WorkbenchHost.StartAsync();

        var (status, body) = await CreateAsync(host, new JsonObject
        {
            ["isGroup"] = true,
            ["activity"] = Hello.DeepClone(),
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = SampleBoard.ChannelChat } },
        });

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal($"{SampleBoard.ChannelChat};messageid={body["activityId"]}", (string?)body["id"]);
        var reply = await host.Client.PostAsJsonAsync(Activities((string)body["id"]!), Hello, Token);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
    }

    [Theory]
    [InlineData("""{"isGroup":true,"members":[{"id":"29:1person1"},{"id":"29:1person2"}]}""")]
    [InlineData("""{"isGroup":false,"members":[]}""")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:stranger"}]}""")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:1person1"}],"tenantId":"another"}""")]
    public async Task CreateConversation_ThatTeamsWouldRefuse_IsBadSyntax(string body)
    {
        await using var host = await WorkbenchHost.StartAsync();

        var (status, answer) = await CreateAsync(host, JsonNode.Parse(body)!.AsObject());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("BadSyntax", (string?)answer["error"]!["code"]);
    }

    [Fact]
    public async Task PagedMembers_OfALargeForum_ComesInPagesWithEveryoneOnce()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var people = Enumerable.Range(100, 120)
            .Select(n => SampleBoard.Member with { Id = $"29:{n}", Name = $"Medlem {n}", AadObjectId = $"{n}" })
            .ToList();
        var seats = people.Select(one => new WorkbenchSeat(one.Id, WorkbenchRole.Member)).ToList();
        host.Directory.Board = host.Directory.Board with
        {
            People = people,
            Forums = [new("stort", "Stort forum", SampleBoard.ForumChat, seats)],
        };

        var seen = new List<string>();
        string? next = null;
        var pages = 0;
        do
        {
            var token = next is null ? string.Empty : $"&continuationToken={next}";
            var address = $"{Conversation(SampleBoard.ForumChat)}/pagedmembers?pageSize=50{token}";
            var page = (await host.Client.GetFromJsonAsync<JsonObject>(address, Token))!;
            seen.AddRange(page["members"]!.AsArray().Select(member => (string)member!["id"]!));
            next = (string?)page["continuationToken"];
            pages++;
        }
        while (next is not null);

        Assert.Equal(3, pages);
        Assert.Equal(people.Select(one => one.Id), seen);
    }

    [Fact]
    public async Task Member_ByTeamsIdOrEntraId_IsToldWithBoth_AndAStrangerIsNotFound()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var members = Conversation(SampleBoard.ForumChat) + "/members/";

        var byId = await host.Client.GetFromJsonAsync<JsonObject>(members + Uri.EscapeDataString(SampleBoard.Member.Id), Token);
        var byEntra = await host.Client.GetFromJsonAsync<JsonObject>(members + SampleBoard.Member.AadObjectId, Token);
        var elsewhere = new Uri(members + Uri.EscapeDataString(SampleBoard.Elsewhere.Id), UriKind.Relative);
        var stranger = await host.Client.GetAsync(elsewhere, Token);

        Assert.Equal(SampleBoard.Member.AadObjectId, (string?)byId!["aadObjectId"]);
        Assert.Equal(SampleBoard.Member.Id, (string?)byEntra!["id"]);
        Assert.Equal("Østergaard", (string?)byId["surname"]);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Meeting_ByTheIdOfItsEvent_HasItsTimesAndParticipants()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var start = new { person = SampleBoard.Secretary.Id, chat = SampleBoard.ForumChat, started = true };
        await host.PostAsync("/workbench/api/meeting", start, Token);
        var started = await host.Bot.ReceivedAsync(Token);
        var meeting = "/workbench/teams/v1/meetings/" + Uri.EscapeDataString((string)started["channelData"]!["meeting"]!["id"]!);

        var details = await host.Client.GetFromJsonAsync<JsonObject>(meeting, Token);
        var secretary = $"{meeting}/participants/{SampleBoard.Secretary.AadObjectId}?tenantId=t";
        var participant = await host.Client.GetFromJsonAsync<JsonObject>(secretary, Token);
        var unknown = await host.Client.GetAsync(new Uri("/workbench/teams/v1/meetings/x", UriKind.Relative), Token);

        Assert.Equal("2027-02-02T13:00:00Z", (string?)details!["details"]!["scheduledStartTime"]);
        Assert.Equal(SampleBoard.ForumChat, (string?)details["conversation"]!["id"]);
        Assert.Equal("Organizer", (string?)participant!["meeting"]!["role"]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> CreateAsync(WorkbenchHost host, JsonObject body)
    {
        var answer = await host.Client.PostAsJsonAsync("/workbench/teams/v3/conversations", body, Token);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!);
    }
}
