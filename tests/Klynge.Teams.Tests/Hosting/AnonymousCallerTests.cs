using System.Net;
using System.Text;
using Klynge.Teams.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Klynge.Teams.Tests.Hosting;

public abstract class AnonymousCallerTests(Door door)
{
    public sealed class ByProtocol() : AnonymousCallerTests(Door.Protocol);

    public sealed class ByBotBuilder() : AnonymousCallerTests(Door.BotBuilder);

    private const string Local = "http://127.0.0.1:56150/_connector";

    [Fact]
    public async Task Caller_OnThisMachine_IsAcceptedInDevelopmentWithTheSetting() => await AssertStatusAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData("Production", "true")]
    [InlineData("Staging", "true")]
    [InlineData("Development", "false")]
    [InlineData("Development", null)]
    public async Task Caller_WithoutTheSettingOrOutsideDevelopment_IsRefused(string environment, string? setting)
    {
        await using var bot = await BotHost.StartAsync(new() { ["Klynge:AllowAnonymous"] = setting }, environment: environment, door: door);

        using var response = await bot.PostAsync(Sample.Message(serviceUrl: Local));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("2001:db8::1")]
    public async Task Caller_FromAnotherMachine_IsRefused(string address) => await AssertStatusAsync(
        HttpStatusCode.Unauthorized,
        pipeline: app => app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return next(http);
        }));

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:3978", HttpStatusCode.OK)]
    [InlineData("[::1]:3978", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1.rebound.example", HttpStatusCode.Unauthorized)]
    [InlineData("localhost.rebound.example", HttpStatusCode.Unauthorized)]
    public async Task Host_MustBeLoopbackToo_AgainstDnsRebinding(string host, HttpStatusCode expected) =>
        await AssertStatusAsync(expected, request => request.Headers.Host = host);

    [Theory]
    [InlineData("http://localhost:3978", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    [InlineData("file://", HttpStatusCode.Unauthorized)]
    [InlineData("file:///", HttpStatusCode.Unauthorized)]
    [InlineData("ftp://localhost", HttpStatusCode.Unauthorized)]
    [InlineData("localhost", HttpStatusCode.Unauthorized)]
    public async Task Page_OfAForeignOrigin_IsRefused(string origin, HttpStatusCode expected) =>
        await AssertStatusAsync(expected, request => request.Headers.TryAddWithoutValidation("Origin", origin));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("x-forwarded-port")]
    [InlineData("X-Forwarded-Client-Cert")]
    [InlineData("X-Original-For")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Real-IP")]
    [InlineData("Via")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("True-Client-IP")]
    [InlineData("CDN-Loop")]
    [InlineData("Tailscale-User-Login")]
    public async Task Tunnel_ThatBringsStrangersToLoopback_IsRefused(string header) =>
        await AssertStatusAsync(HttpStatusCode.Unauthorized, request => request.Headers.TryAddWithoutValidation(header, "203.0.113.9"));

    [Fact]
    public async Task Form_ThatABrowserSendsWithoutAsking_IsRefused() =>
        await AssertStatusAsync(HttpStatusCode.Unauthorized, request => request.Content!.Headers.ContentType = new("text/plain"));

    [Fact]
    public async Task Caller_WithoutToken_CannotMakeTheBotTalkElsewhere() =>
        await AssertStatusAsync(HttpStatusCode.Forbidden, serviceUrl: Sample.ServiceUrl);

    [Fact]
    public async Task Caller_WithATokenThatCannotBeChecked_IsRefused() =>
        await AssertStatusAsync(
            HttpStatusCode.Unauthorized, request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer x"));

    private async Task AssertStatusAsync(
        HttpStatusCode expected,
        Action<HttpRequestMessage>? change = null,
        Action<WebApplication>? pipeline = null,
        string serviceUrl = Local)
    {
        await using var bot = await BotHost.StartAsync(new() { ["Klynge:AllowAnonymous"] = "true" }, pipeline: pipeline, door: door);
        using var content = new StringContent(Sample.Message(serviceUrl: serviceUrl).ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await bot.SendAsync(content, change: change);

        Assert.Equal(expected, response.StatusCode);
    }
}
