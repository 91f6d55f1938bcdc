using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Klynge.Bot.Workbench;

namespace Klynge.Bot.Tests.Workbench;

public sealed class EventsTests
{
    private static readonly JsonObject Hello = new() { ["type"] = "message", ["text"] = "Goddag" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_OfAMember_TellMessagesAndUpdatesOfTheForumsChat()
    {
        await using var host = await WorkbenchHost.StartAsync();
        await using var events = await ListenAsync(host, SampleBoard.Member);

        await host.WriteAsync(SampleBoard.Secretary, SampleBoard.ForumChat, "dagsorden", Token);
        var activity = await host.Bot.ReceivedAsync(Token);
        var id = await host.Bot.SendAsync(activity, Hello);
        await host.Bot.UpdateAsync(activity, id, Hello);

        Assert.Equal("dagsorden", (string?)(await events.NextAsync("message"))["message"]!["content"]!["text"]);
        Assert.Equal(id, (string?)(await events.NextAsync("message"))["message"]!["id"]);
        Assert.Equal(2, (int)(await events.NextAsync("updated"))["message"]!["version"]!);
    }

    [Fact]
    public async Task Events_OfSomeoneElse_TellTheUnreadCountButNotTheMessage()
    {
        await using var host = await WorkbenchHost.StartAsync();
        await using var events = await ListenAsync(host, SampleBoard.Member);
        var secretarysChat = await host.PersonalChatAsync(SampleBoard.Secretary, Token);

        await host.Bot.SendAsync($"{host.Address}workbench/teams", secretarysChat, Hello);
        await host.Bot.SendAsync($"{host.Address}workbench/teams", SampleBoard.ForumChat, Hello);

        var unread = await events.NextAsync("unread");
        Assert.Equal(SampleBoard.Secretary.Id, (string?)unread["person"]);
        Assert.Equal(1, (int)unread["unread"]!);
        Assert.Equal(SampleBoard.ForumChat, (string?)(await events.NextAsync("message"))["chat"]);
    }

    [Fact]
    public async Task Read_ThePersonalChat_ClearsTheUnreadCount()
    {
        await using var host = await WorkbenchHost.StartAsync();
        await host.Bot.SendAsync($"{host.Address}workbench/teams", await host.PersonalChatAsync(SampleBoard.Secretary, Token), Hello);
        Assert.Equal(1, await UnreadAsync(host, SampleBoard.Secretary));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/read");
        request.Content = JsonContent.Create(new { person = SampleBoard.Secretary.Id });
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        (await host.Client.SendAsync(request, Token)).EnsureSuccessStatusCode();

        Assert.Equal(0, await UnreadAsync(host, SampleBoard.Secretary));
    }

    [Fact]
    public async Task Typing_OfTheBot_FlashesAndLeavesNoMessage()
    {
        await using var host = await WorkbenchHost.StartAsync();
        await using var events = await ListenAsync(host, SampleBoard.Member);

        await host.Bot.SendAsync($"{host.Address}workbench/teams", SampleBoard.ForumChat, new JsonObject { ["type"] = "typing" });
        await host.Bot.SendAsync($"{host.Address}workbench/teams", SampleBoard.ForumChat, Hello);

        Assert.Equal(SampleBoard.ForumChat, (string?)(await events.NextAsync("typing"))["chat"]);
        Assert.Equal(1, (int)(await events.NextAsync("message"))["message"]!["sequence"]!);
    }

    [Fact]
    public async Task Shutdown_WithAnOpenPage_EndsTheEventsAtOnce()
    {
        var host = await WorkbenchHost.StartAsync();
        await using var events = await ListenAsync(host, SampleBoard.Member);

        var stopped = host.StopAsync(Token);

        Assert.False(await events.MoreAsync());
        await stopped.WaitAsync(TimeSpan.FromSeconds(10), Token);
        await host.DisposeAsync();
    }

    private static async Task<int> UnreadAsync(WorkbenchHost host, WorkbenchPerson person)
    {
        var board = await host.Client.GetFromJsonAsync<JsonObject>("/workbench/api/board", Token);
        return (int)board!["people"]!.AsArray().Single(one => (string?)one!["id"] == person.Id)!["unread"]!;
    }

    private static async Task<Listener> ListenAsync(WorkbenchHost host, WorkbenchPerson person)
    {
        var address = new Uri($"/workbench/events?person={Uri.EscapeDataString(person.Id)}", UriKind.Relative);
        var stream = await host.Client.GetStreamAsync(address, Token);
        var listener = new Listener(stream);
        await listener.NextAsync("hello");
        return listener;
    }

    private sealed class Listener(Stream stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> _items =
            SseParser.Create(stream).EnumerateAsync(Token).GetAsyncEnumerator(Token);

        public ValueTask<bool> MoreAsync() => _items.MoveNextAsync();

        public async Task<JsonObject> NextAsync(string kind)
        {
            Assert.True(await MoreAsync());
            Assert.Equal(kind, _items.Current.EventType);
            return JsonNode.Parse(_items.Current.Data)!.AsObject();
        }

        public async ValueTask DisposeAsync()
        {
            await _items.DisposeAsync();
            await stream.DisposeAsync();
        }
    }
}
