using System.Net;
using Klynge.Application.Rights;
using Klynge.Bot.Tests.Support;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>What another site's page can make somebody's browser do with the workspace: nothing.</summary>
public sealed class ForgeryTests
{
    private const string Framed = "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Generated from what the host maps, so that a post that is added later is tried, too.</summary>
    [Fact]
    public async Task EveryPost_WithoutAnAntiforgeryToken_IsRefused()
    {
        await using var browser = await TenantBrowser.StartAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience));
        var token = await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience);
        var posts = browser.Host.Endpoints.Where(endpoint => IsOfTheWorkspace(endpoint) && MethodsOf(endpoint).Any(method => method != "GET")).ToList();

        Assert.NotEmpty(posts);
        foreach (var post in posts)
        {
            var (address, method) = (post.RoutePattern.RawText!, new HttpMethod(MethodsOf(post)[0]));
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(address, token, method: method)).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(address, token, "made-up", method)).Status);
        }
    }

    /// <summary>A page's token is worth nothing in another's session.</summary>
    [Fact]
    public async Task AntiforgeryToken_OfSomebodyElse_IsRefused()
    {
        await using var browser = await TenantBrowser.StartAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience));
        var others = (await browser.GetAsync("/arbejdsbord")).Antiforgery;
        browser.Cookies.Remove("__Host-Klynge");
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(1), TenantBrowser.Audience));

        Assert.NotNull(others);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/arbejdsbord/log-ud", antiforgery: others)).Status);
    }

    [Fact]
    public async Task EveryPage_InATenant_IsFramedByTeamsAlone_AndRunsNothingOfOthers()
    {
        await using var browser = await TenantBrowser.StartAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience));
        foreach (var address in new[] { "/arbejdsbord", "/frister", "/soeg", "/drift", "/arbejdsbord/teams", "/arbejdsbord/filer/workspace.css", "/fora/no-such" })
        {
            var headers = (await browser.GetAsync(address)).Headers;
            var policy = headers["Content-Security-Policy"];
            Assert.EndsWith(Framed, policy, StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("X-Frame-Options"), address);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        }
    }

    [Fact]
    public async Task EveryPage_InLocalMode_IsFramedByNobody_AndAnswersThisMachineAlone()
    {
        await using var host = await RunningHost.StartLocalAsync();
        foreach (var address in new[] { "/arbejdsbord", "/frister", "/arbejdsbord/filer/workspace.css" })
        {
            using var own = await host.Client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            Assert.Contains("frame-ancestors 'none'", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("DENY", own.Headers.GetValues("X-Frame-Options").Single());

            foreach (var (name, value) in new[] { ("Host", "evil.example"), ("X-Forwarded-For", "203.0.113.9"), ("Origin", "https://evil.example") })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation(name, value);
                using var refused = await host.Client.SendAsync(request, Ct);
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }
    }

    /// <summary>Nobody is signed in: every page sends to the sign-in, and shows nothing.</summary>
    [Fact]
    public async Task EveryPage_WithoutASession_SendsToTheSignIn()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var pages = browser.Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageRight>() is not null).ToList();

        Assert.Equal(RightsTable.All.OfType<PageRight>().Count(), pages.Count);
        foreach (var page in pages)
        {
            Assert.NotNull(page.Metadata.GetMetadata<IAuthorizeData>());
            var address = page.RoutePattern.RawText!.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("{key}", "chefforum", StringComparison.Ordinal);
            var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.StartsWith("/arbejdsbord/log-ind?til=", answer.Location, StringComparison.Ordinal);
            Assert.Empty(answer.Body);

            // A frame cannot show Entra's sign-in; Teams stands around it.
            Assert.StartsWith("/arbejdsbord/teams?til=", (await browser.GetAsync(address, dest: "iframe")).Location, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/moeder/7?a=b", "/moeder/7?a=b")]
    [InlineData("//evil.example", "/arbejdsbord")]
    [InlineData("/\\evil.example", "/arbejdsbord")]
    [InlineData("https://evil.example", "/arbejdsbord")]
    [InlineData("/a\nSet-Cookie: x", "/arbejdsbord")]
    [InlineData("", "/arbejdsbord")]
    [InlineData(null, "/arbejdsbord")]
    public void WayBack_StaysWithinTheWorkspace(string? wanted, string led) => Assert.Equal(led, SignInEndpoints.Within(wanted));

    private static bool IsOfTheWorkspace(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<WorkspaceRight>() is not null || endpoint.RoutePattern.RawText!.StartsWith("/arbejdsbord", StringComparison.Ordinal);

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
