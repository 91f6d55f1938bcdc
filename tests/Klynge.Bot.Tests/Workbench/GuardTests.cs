using System.Net;
using System.Net.Http.Json;

namespace Klynge.Bot.Tests.Workbench;

public sealed class GuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("klynge.attacker.example")]
    [InlineData("localhost.attacker.example")]
    [InlineData("192.168.1.10")]
    public async Task Get_WithAForeignHostHeader_IsRefused(string name)
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/workbench/api/board");
        request.Headers.Host = $"{name}:{host.Address.Port}";

        var answer = await host.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("på den maskine", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Get_WithALoopbackHostHeader_IsAnswered(string name)
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"{name}:{host.Address.Port}";

        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "tunnel.example")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 tunnel.example")]
    [InlineData("CF-Ray", "8a1")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "file://")]
    [InlineData("Origin", "https://attacker.example")]
    public async Task Get_ThroughATunnelOrProxy_IsRefused(string header, string value)
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://attacker.example")]
    [InlineData("null")]
    [InlineData("file://")]
    public async Task Post_ToThePagesApiFromElsewhere_IsRefusedAndReachesNoBot(string? origin)
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/messages")
        {
            Content = JsonContent.Create(new { person = SampleBoard.Member.Id, chat = SampleBoard.ForumChat, text = "dagsorden" }),
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        var answer = await host.Client.SendAsync(request, Token);
        await host.WriteAsync(SampleBoard.Secretary, SampleBoard.ForumChat, "hjælp", Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("<at>Klynge</at> hjælp", (string?)(await host.Bot.ReceivedAsync(Token))["text"]);
    }

    [Fact]
    public async Task Post_ToTheConnectorFromABrowser_IsRefused()
    {
        await using var host = await WorkbenchHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/teams/v3/conversations");
        request.Content = JsonContent.Create(new { });
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task Messages_InAChatThatThePersonIsNotIn_AreNotFound()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var person = Uri.EscapeDataString(SampleBoard.Elsewhere.Id);
        var address = $"/workbench/api/transcript?person={person}&chat={Uri.EscapeDataString(SampleBoard.ForumChat)}";

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri(address, UriKind.Relative), Token)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/workbench/api/board")]
    [InlineData("/workbench/page/workbench.js")]
    public async Task Get_OutsideDevelopment_FindsNothing(string path)
    {
        await using var host = await WorkbenchHost.StartAsync(environment: "Production");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri(path, UriKind.Relative), Token)).StatusCode);
    }
}
