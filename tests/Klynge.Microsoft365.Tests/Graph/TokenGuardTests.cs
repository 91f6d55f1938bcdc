using System.Net.Http.Headers;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Tests.Support;

namespace Klynge.Microsoft365.Tests.Graph;

/// <summary>The token for Graph goes to Graph.</summary>
public sealed class TokenGuardTests
{
    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/users", true)]
    [InlineData("https://GRAPH.microsoft.com:443/beta", true)]
    [InlineData("http://graph.microsoft.com/v1.0/users", false)]
    [InlineData("https://graph.microsoft.com:444/v1.0/users", false)]
    [InlineData("https://graph.microsoft.com.example/v1.0/users", false)]
    [InlineData("https://graph.microsoft.com@example.org/v1.0/users", false)]
    [InlineData("https://eksempel.sharepoint.com/upload", false)]
    public void Host_IsGraph_OnlyWhenSchemeHostAndPortAre(string url, bool expected) =>
        Assert.Equal(expected, new GraphHosts(new Uri("https://graph.microsoft.com/v1.0")).IsGraph(new Uri(url)));

    [Fact]
    public async Task Request_WithATokenForAnotherHost_DoesNotLeave()
    {
        using var client = new HttpClient(new TokenGuard(new GraphHosts(new Uri("https://graph.microsoft.com/v1.0"))) { InnerHandler = new NeverReached() });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://eksempel.sharepoint.com/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "secret");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A link in an answer of Graph's, such as the next page's, that leads elsewhere.</summary>
    [Fact]
    public async Task Link_ToAnotherHost_IsFollowedWithoutAToken()
    {
        await using var fixture = await GraphFixture.StartAsync();
        await using var other = await GraphFixture.StartAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => fixture.Client.Users.WithUrl($"{other.StandIn.Url}/users").GetAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.All(other.StandIn.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys, StringComparer.OrdinalIgnoreCase));
    }

    private sealed class NeverReached : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("It left.");
    }
}
