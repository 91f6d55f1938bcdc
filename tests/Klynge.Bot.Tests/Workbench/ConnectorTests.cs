using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Microsoft.Extensions.DependencyInjection;
using static Klynge.Bot.Tests.Workbench.ConnectorCalls;

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
    public async Task Send_BeyondTheBound_ForgetsTheOldest()
    {
        await using var host = await WorkbenchHost.StartAsync(configure: services =>
            services.Configure<WorkbenchOptions>(options => options.MessagesPerChat = 3));
        for (var n = 1; n <= 5; n++)
        {
            var message = new JsonObject { ["type"] = "message", ["text"] = $"{n}" };
            await host.Client.PostAsJsonAsync(Activities(SampleBoard.ForumChat), message, Token);
        }

        var kept = await TranscriptAsync(host, SampleBoard.Member, SampleBoard.ForumChat);

        Assert.Equal(["3", "4", "5"], kept.Select(message => (string)message!["content"]!["text"]!));
    }
}
