using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;

namespace Klynge.Bot.Tests.Workbench;

public sealed class ConnectorTests
{
    private static readonly JsonObject Hello = new() { ["type"] = "message", ["text"] = "Goddag" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ToAForumsChat_AnswersCreatedAndKeepsTheIdThroughAnUpdate()
    {
        await using var host = await WorkbenchHost.StartAsync();

        var sent = await host.Client.PostAsJsonAsync(Activities(SampleBoard.ForumChat), Hello, Token);
        var id = (string)(await sent.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!;
        var updated = await host.Client.PutAsJsonAsync(
            $"{Activities(SampleBoard.ForumChat)}/{id}", new JsonObject { ["type"] = "message", ["text"] = "Rettet" }, Token);

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        var message = Assert.Single(await TranscriptAsync(host, SampleBoard.Member, SampleBoard.ForumChat))!;
        Assert.Equal(id, (string?)message["id"]);
        Assert.Equal("Rettet", (string?)message["content"]!["text"]);
        Assert.Equal(2, (int)message["version"]!);
    }

    [Fact]
    public async Task Delete_ASentMessage_LeavesNothingOfItButItsPlace()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var sent = await host.Client.PostAsJsonAsync(Activities(SampleBoard.ForumChat), Hello, Token);
        var id = (string)(await sent.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!;

        var deleted = await host.Client.DeleteAsync(new Uri($"{Activities(SampleBoard.ForumChat)}/{id}", UriKind.Relative), Token);
        var again = await host.Client.DeleteAsync(new Uri($"{Activities(SampleBoard.ForumChat)}/{id}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var message = Assert.Single(await TranscriptAsync(host, SampleBoard.Member, SampleBoard.ForumChat))!;
        Assert.True((bool)message["deleted"]!);
        Assert.Empty(message["content"]!.AsObject());
    }

    [Fact]
    public async Task Update_OfAnUnknownActivity_IsNotFoundAsInTeams()
    {
        await using var host = await WorkbenchHost.StartAsync();

        var answer = await host.Client.PutAsJsonAsync(Activities(SampleBoard.ForumChat) + "/1700000000000", Hello, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ActivityNotFoundInConversation", await CodeAsync(answer));
    }

    [Fact]
    public async Task Update_OfAPersonsOwnMessage_IsNotFound()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var id = await host.WriteAsync(SampleBoard.Member, SampleBoard.ForumChat, "dagsorden", Token);

        var answer = await host.Client.PutAsJsonAsync($"{Activities(SampleBoard.ForumChat)}/{id}", Hello, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Send_ToAnUnknownConversation_IsNotFound()
    {
        await using var host = await WorkbenchHost.StartAsync();

        var answer = await host.Client.PostAsJsonAsync(Activities("19:nowhere@thread.v2"), Hello, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ConversationNotFound", await CodeAsync(answer));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"text\":\"uden type\"}")]
    [InlineData("{\"type\":7}")]
    public async Task Send_OfWhatIsNoActivity_IsBadSyntax(string body)
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await host.Client.PostAsync(new Uri(Activities(SampleBoard.ForumChat), UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BadSyntax", await CodeAsync(answer));
    }

    [Fact]
    public async Task Send_OfMoreThanAHundredKilobytes_IsTooBig()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var large = new JsonObject { ["type"] = "message", ["text"] = new string('x', 60_000) };

        var answer = await host.Client.PostAsJsonAsync(Activities(SampleBoard.ForumChat), large, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("MessageSizeTooBig", await CodeAsync(answer));
    }

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
            .Select(n => SampleBoard.Member with { Id = $"29:{n}", Name = $"Medlem {n}", AadObjectId = Guid.NewGuid().ToString() }).ToList();
        host.Directory.Board = host.Directory.Board with
        {
            People = people,
            Forums = [new("stort", "Stort forum", SampleBoard.ForumChat, [.. people.Select(one => new WorkbenchSeat(one.Id, WorkbenchRole.Member))])],
        };

        var seen = new List<string>();
        string? next = null;
        var pages = 0;
        do
        {
            var address = $"{Conversation(SampleBoard.ForumChat)}/pagedmembers?pageSize=50" + (next is null ? "" : $"&continuationToken={next}");
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
        var stranger = await host.Client.GetAsync(new Uri(members + Uri.EscapeDataString(SampleBoard.Elsewhere.Id), UriKind.Relative), Token);

        Assert.Equal(SampleBoard.Member.AadObjectId, (string?)byId!["aadObjectId"]);
        Assert.Equal(SampleBoard.Member.Id, (string?)byEntra!["id"]);
        Assert.Equal("Østergaard", (string?)byId["surname"]);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Meeting_ByTheIdOfItsEvent_HasItsTimesAndParticipants()
    {
        await using var host = await WorkbenchHost.StartAsync();
        await host.PostAsync("/workbench/api/meeting", new { person = SampleBoard.Secretary.Id, chat = SampleBoard.ForumChat, started = true }, Token);
        var started = await host.Bot.ReceivedAsync(Token);
        var meeting = "/workbench/teams/v1/meetings/" + Uri.EscapeDataString((string)started["channelData"]!["meeting"]!["id"]!);

        var details = await host.Client.GetFromJsonAsync<JsonObject>(meeting, Token);
        var participant = await host.Client.GetFromJsonAsync<JsonObject>($"{meeting}/participants/{SampleBoard.Secretary.AadObjectId}?tenantId=t", Token);
        var unknown = await host.Client.GetAsync(new Uri("/workbench/teams/v1/meetings/x", UriKind.Relative), Token);

        Assert.Equal("2027-02-02T13:00:00Z", (string?)details!["details"]!["scheduledStartTime"]);
        Assert.Equal(SampleBoard.ForumChat, (string?)details["conversation"]!["id"]);
        Assert.Equal("Organizer", (string?)participant!["meeting"]!["role"]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Send_BeyondTheBound_ForgetsTheOldest()
    {
        await using var host = await WorkbenchHost.StartAsync(configure: services =>
            Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<WorkbenchOptions>(services, options => options.MessagesPerChat = 3));
        for (var n = 1; n <= 5; n++)
            await host.Client.PostAsJsonAsync(Activities(SampleBoard.ForumChat), new JsonObject { ["type"] = "message", ["text"] = $"{n}" }, Token);

        var kept = (await TranscriptAsync(host, SampleBoard.Member, SampleBoard.ForumChat)).Select(message => (string)message!["content"]!["text"]!);

        Assert.Equal(["3", "4", "5"], kept);
    }

    private static string Conversation(string id) => "/workbench/teams/v3/conversations/" + Uri.EscapeDataString(id);

    private static string Activities(string id) => Conversation(id) + "/activities";

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["error"]!["code"];

    private static async Task<(HttpStatusCode Status, JsonObject Body)> CreateAsync(WorkbenchHost host, JsonObject body)
    {
        var answer = await host.Client.PostAsJsonAsync("/workbench/teams/v3/conversations", body, Token);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!);
    }

    private static async Task<JsonArray> TranscriptAsync(WorkbenchHost host, WorkbenchPerson person, string chat) =>
        (await host.Client.GetFromJsonAsync<JsonArray>(
            $"/workbench/api/transcript?person={Uri.EscapeDataString(person.Id)}&chat={Uri.EscapeDataString(chat)}", Token))!;
}
