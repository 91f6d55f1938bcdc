using System.Net;
using Klynge.Bot.Security;
using Klynge.Bot.Tests.Support;

namespace Klynge.Bot.Tests.Security;

public sealed class AddressLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    public async Task Address_OverTheLimit_Gets429AndADanishSentence(string path)
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RequestsPerAddress=3");
        for (var call = 0; call < 3; call++)
        {
            using var fine = await host.Client.GetAsync(path, Ct);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, fine.StatusCode);
        }

        using var refused = await host.Client.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.RetryAfter?.ToString());
        Assert.Equal("text/plain; charset=utf-8", refused.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("Det går for stærkt", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("GET", "/healthz/live")]
    [InlineData("GET", "/healthz/ready")]
    [InlineData("POST", "/api/messages")]
    public async Task Address_OverTheLimit_StillReachesHealthAndTheBot(string method, string path)
    {
        await using var host = await RunningHost.StartInTenantAsync("--Klynge:RequestsPerAddress=1");
        using var first = await host.Client.GetAsync("/", Ct);
        using var second = await host.Client.GetAsync("/", Ct);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await host.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task Address_WithoutATenant_HasNoLimit()
    {
        await using var host = await RunningHost.StartLocalAsync();
        for (var call = 0; call < 1300; call++)
        {
            using var fine = await host.Client.GetAsync("/nothing-here", Ct);
            Assert.Equal(HttpStatusCode.NotFound, fine.StatusCode);
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData(null, "255.255.255.255")]
    public void Key_IsTheAddress_OrTheNetworkOfAnIpv6Address(string? address, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), AddressLimit.Key(address is null ? null : IPAddress.Parse(address)));
}
