using System.Net;
using System.Text.RegularExpressions;

namespace Klynge.Bot.Tests.Workbench;

public sealed partial class PageFilesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ThePage_CarriesTheSecurityHeaders()
    {
        await using var host = await WorkbenchHost.StartAsync();

        var answer = await host.Client.GetAsync(new Uri("/", UriKind.Relative), Token);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Get_EveryFileThatThePageNames_IsThere()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token);
        var waiting = new Queue<string>(Named().Matches(page).Select(match => match.Groups[1].Value));
        var seen = new HashSet<string>(StringComparer.Ordinal);

        while (waiting.TryDequeue(out var file))
        {
            if (!seen.Add(file) || file.StartsWith("modules/", StringComparison.Ordinal))
                continue;
            var answer = await host.Client.GetAsync(new Uri("/workbench/page/" + file, UriKind.Relative), Token);
            Assert.True(answer.IsSuccessStatusCode, file);
            foreach (Match import in Imported().Matches(await answer.Content.ReadAsStringAsync(Token)))
                waiting.Enqueue(import.Groups[1].Value);
        }

        Assert.Contains("guide.js", seen);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AFileThatIsUnchanged_IsAnsweredNotModified()
    {
        await using var host = await WorkbenchHost.StartAsync();
        var first = await host.Client.GetAsync(new Uri("/workbench/page/workbench.js", UriKind.Relative), Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/workbench/page/workbench.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await host.Client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("/workbench/page/../../appsettings.json")]
    [InlineData("/workbench/page/package.json")]
    [InlineData("/workbench/page/restore.mjs")]
    public async Task Get_WhatIsNoFileOfThePage_IsNotFound(string path)
    {
        await using var host = await WorkbenchHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri(path, UriKind.Relative), Token)).StatusCode);
    }

    [GeneratedRegex("(?:src|href)=\"/workbench/page/([^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("from '\\./([^']+)'")]
    private static partial Regex Imported();
}
