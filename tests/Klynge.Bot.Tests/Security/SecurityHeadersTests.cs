using System.Text.RegularExpressions;
using Klynge.Bot.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Bot.Tests.Security;

/// <summary>Whatever somebody calls, known or not, carries the headers that keep a browser from doing harm with it.</summary>
public sealed partial class SecurityHeadersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryEndpoint_WithoutATenant_CarriesTheHeaders()
    {
        await using var host = await RunningHost.StartLocalAsync();

        var seen = await CallAllAsync(host);

        Assert.Contains("/api/messages", seen);
        Assert.Contains("/healthz/ready", seen);
        Assert.Contains("/workbench/events", seen);
        Assert.Contains("/documents/x/x/x", seen);
    }

    [Fact]
    public async Task EveryEndpoint_InATenant_CarriesTheHeaders_AndInsistsOnHttps()
    {
        await using var host = await RunningHost.StartInTenantAsync("--Microsoft365=tenant", "--Klynge:RunJobs=false");

        var seen = await CallAllAsync(host);
        using var answer = await host.Client.GetAsync("/healthz/live", Ct);

        Assert.Contains("/api/messages", seen);
        Assert.Contains("/api/graph/notifications", seen);
        Assert.DoesNotContain(seen, path => path.StartsWith("/workbench", StringComparison.Ordinal));
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/api/messages")] // Only POST is mapped.
    public async Task WhatNobodyMapped_CarriesTheHeaders(string path)
    {
        await using var host = await RunningHost.StartLocalAsync();

        using var answer = await host.Client.GetAsync(path, Ct);

        AssertSafe(path, answer);
    }

    private static async Task<List<string>> CallAllAsync(RunningHost host)
    {
        var seen = new List<string>();
        foreach (var endpoint in host.Endpoints)
        {
            var path = "/" + Parameter().Replace(endpoint.RoutePattern.RawText!, "x").TrimStart('/');
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
            AssertSafe($"{method} {path}", answer);
            seen.Add(path);
        }

        return seen;
    }

    private static void AssertSafe(string what, HttpResponseMessage answer)
    {
        var policy = Header("Content-Security-Policy");
        Assert.Matches("default-src '(none|self)'", policy);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        if (IsOfTheWorkspace(policy))
        {
            // Its own page's forms name their origin; who frames it is tried with its own tests.
            Assert.Equal("same-origin", Header("Referrer-Policy"));
        }
        else
        {
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
        }

        Assert.NotEqual(policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal), !answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Matches("no-(store|cache)", Header("Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"), $"{what} tells which server it is.");

        string Header(string name) =>
            answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : throw new Xunit.Sdk.XunitException($"{what} has no {name}.");
    }

    private static bool IsOfTheWorkspace(string policy) => policy.Contains("form-action 'self'", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
