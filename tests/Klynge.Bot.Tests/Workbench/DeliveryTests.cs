using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workbench;

/// <summary>What the bot is sent has the shape of what Teams sends.</summary>
public sealed class DeliveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_InAForumsChat_MentionsTheBotInTextAndEntity()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await host.WriteAsync(SampleBoard.Member, SampleBoard.ForumChat, "tilføj punkt <b>A&B</b>", Token);
        var activity = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("<at>Klynge</at> tilføj punkt &lt;b&gt;A&amp;B&lt;/b&gt;", (string?)activity["text"]);
        var mention = activity["entities"]!.AsArray().Single(entity => (string?)entity!["type"] == "mention")!;
        Assert.Equal("<at>Klynge</at>", (string?)mention["text"]);
        Assert.Equal((string?)activity["recipient"]!["id"], (string?)mention["mentioned"]!["id"]);
        Assert.Equal("groupChat", (string?)activity["conversation"]!["conversationType"]);
        Assert.Equal(SampleBoard.ForumChat, (string?)activity["conversation"]!["id"]);
        Assert.Equal("msteams", (string?)activity["channelId"]);
        Assert.Equal($"http://localhost:{host.Address.Port}/workbench/teams", (string?)activity["serviceUrl"]);
        Assert.Equal(SampleBoard.Member.AadObjectId, (string?)activity["from"]!["aadObjectId"]);
        Assert.Equal((string?)activity["channelData"]!["tenant"]!["id"], (string?)activity["conversation"]!["tenantId"]);
    }

    [Fact]
    public async Task Message_InThePersonalChat_MentionsNobody()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await host.WriteAsync(SampleBoard.Member, await host.PersonalChatAsync(SampleBoard.Member, Token), "hjælp", Token);
        var activity = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("personal", (string?)activity["conversation"]!["conversationType"]);
        Assert.DoesNotContain("<at>", (string?)activity["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_InThePersonalChat_ComesWithAnAddressFromWhichTheBotFetchesIt()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await DropAsync(host, await host.PersonalChatAsync(SampleBoard.Member, Token), "Budget 2027.xlsx", new string('x', 2_000_000));
        var activity = await host.Bot.ReceivedAsync(Token);

        var file = activity["attachments"]!.AsArray().Single()!;
        Assert.Equal("application/vnd.microsoft.teams.file.download.info", (string?)file["contentType"]);
        Assert.Equal("Budget 2027.xlsx", (string?)file["name"]);
        Assert.Equal("xlsx", (string?)file["content"]!["fileType"]);
        Assert.Equal(2_000_000, (await host.Client.GetStringAsync((string?)file["content"]!["downloadUrl"], Token)).Length);
    }

    [Fact]
    public async Task File_InAForumsChat_IsAReferenceThatCannotBeFetched()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await DropAsync(host, SampleBoard.ForumChat, "Budget.xlsx", "x");
        var file = (await host.Bot.ReceivedAsync(Token))["attachments"]!.AsArray().Single()!;

        Assert.Equal("reference", (string?)file["contentType"]);
        Assert.Null(file["content"]);
    }

    private static async Task DropAsync(WorkbenchHost host, string chat, string name, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/workbench/api/files?person={SampleBoard.Member.Id}&chat={Uri.EscapeDataString(chat)}&name={Uri.EscapeDataString(name)}");
        request.Content = new StringContent(content);
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        using var response = await host.Client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Action_Executed_IsAnInvokeWhoseAnswerComesBackAsItIs()
    {
        await using var host = await WorkbenchHost.StartAsync();
        host.Bot.Answer = _ => Task.FromResult<IResult?>(FakeBot.Refusal("Punktet findes ikke længere."));

        var answer = await host.PostAsync(
            "/workbench/api/actions",
            new
            {
                person = SampleBoard.Member.Id,
                chat = SampleBoard.ForumChat,
                card = "17",
                verb = "vote",
                data = new { vote = "approve" },
                automatic = true,
            },
            Token);
        var activity = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("adaptiveCard/action", (string?)activity["name"]);
        Assert.Equal("17", (string?)activity["replyToId"]);
        Assert.Equal("automatic", (string?)activity["value"]!["trigger"]);
        Assert.Equal("vote", (string?)activity["value"]!["action"]!["verb"]);
        Assert.Equal("approve", (string?)activity["value"]!["action"]!["data"]!["vote"]);
        Assert.Equal(400, (int)answer["body"]!["statusCode"]!);
        Assert.Equal("Punktet findes ikke længere.", (string?)answer["body"]!["value"]!["message"]);
    }

    [Fact]
    public async Task Action_Submitted_IsAMessageWithAValue()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await host.PostAsync(
            "/workbench/api/actions",
            new { person = SampleBoard.Member.Id, chat = SampleBoard.ForumChat, card = "17", submit = true, data = new { verb = "vote" } },
            Token);
        var activity = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("message", (string?)activity["type"]);
        Assert.Equal("vote", (string?)activity["value"]!["verb"]);
        Assert.False(activity.ContainsKey("text"));
    }

    [Theory]
    [InlineData(true, "application/vnd.microsoft.meetingStart", "StartTime")]
    [InlineData(false, "application/vnd.microsoft.meetingEnd", "EndTime")]
    public async Task Meeting_StartsOrEnds_AsAnEventOfTeams(bool started, string name, string time)
    {
        await using var host = await WorkbenchHost.StartAsync();

        var meeting = new { person = SampleBoard.Secretary.Id, chat = SampleBoard.ForumChat, started };
        await host.PostAsync("/workbench/api/meeting", meeting, Token);
        var activity = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("event", (string?)activity["type"]);
        Assert.Equal(name, (string?)activity["name"]);
        Assert.Equal("Chefforum, ordinært møde", (string?)activity["value"]!["Title"]);
        Assert.NotNull(activity["value"]![time]);
        Assert.False(string.IsNullOrEmpty((string?)activity["channelData"]!["meeting"]!["id"]));
    }

    [Fact]
    public async Task Install_InAChat_TellsOfTheMemberAndOfTheApp()
    {
        await using var host = await WorkbenchHost.StartAsync();

        await host.PostAsync("/workbench/api/install", new { person = SampleBoard.Secretary.Id, chat = SampleBoard.ForumChat }, Token);
        var joined = await host.Bot.ReceivedAsync(Token);
        var installed = await host.Bot.ReceivedAsync(Token);

        Assert.Equal("conversationUpdate", (string?)joined["type"]);
        Assert.Equal((string?)joined["recipient"]!["id"], (string?)joined["membersAdded"]![0]!["id"]);
        Assert.Equal("installationUpdate", (string?)installed["type"]);
        Assert.Equal("add", (string?)installed["action"]);
    }

    [Fact]
    public async Task Message_ThatTheBotFailsOn_IsReportedAsNotDelivered()
    {
        await using var host = await WorkbenchHost.StartAsync();
        host.Bot.Answer = _ => Task.FromResult<IResult?>(Results.StatusCode(500));

        var answer = await host.PostAsync(
            "/workbench/api/messages", new { person = SampleBoard.Member.Id, chat = SampleBoard.ForumChat, text = "dagsorden" }, Token);

        Assert.False((bool)answer["accepted"]!);
        Assert.Equal(500, (int)answer["status"]!);
    }

    [Fact]
    public async Task Message_ThatTheBotIsTooSlowFor_IsGivenUpAsTeamsGivesUp()
    {
        await using var host = await WorkbenchHost.StartAsync(configure: services =>
            services.Configure<WorkbenchOptions>(options => options.AnswerWithin = TimeSpan.FromMilliseconds(50)));
        var forever = new TaskCompletionSource<IResult?>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Bot.Answer = _ => forever.Task;

        var answer = await host.PostAsync(
            "/workbench/api/messages", new { person = SampleBoard.Member.Id, chat = SampleBoard.ForumChat, text = "dagsorden" }, Token);
        forever.SetResult(null);

        Assert.Equal(504, (int)answer["status"]!);
    }

    [Fact]
    public async Task Ids_OfActivities_NeverRepeat()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var ids = new HashSet<string>(StringComparer.Ordinal);

        for (var n = 0; n < 20; n++)
            Assert.True(ids.Add(await host.WriteAsync(SampleBoard.Member, SampleBoard.ForumChat, "dagsorden", Token)));

        Assert.Equal("29:1person3", (string?)JsonNode.Parse((await host.Bot.ReceivedAsync(Token)).ToJsonString())!["from"]!["id"]);
    }
}
