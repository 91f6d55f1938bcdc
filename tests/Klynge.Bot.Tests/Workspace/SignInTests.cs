using System.Net;
using System.Security.Cryptography;
using Klynge.Application.Data;
using Klynge.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>Signing in to the workspace of a tenant, against a real OpenID Connect server: who is let in, and what is kept of it.</summary>
public sealed class SignInTests
{
    private const string Session = "__Host-Klynge";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TokenOfTeams_OpensASession_ThatShowsThePersonsBoard()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var account = await browser.AccountAsync();

        var signedIn = await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(account, TenantBrowser.Audience));

        Assert.Equal(HttpStatusCode.NoContent, signedIn.Status);
        var board = await browser.GetAsync("/arbejdsbord");
        Assert.Equal(HttpStatusCode.OK, board.Status);
        Assert.Contains($"Du er {await NameAsync(browser, account)}", board.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionCookie_IsForTheFrameOfTeamsAlone_AndOutOfReachOfScripts()
    {
        await using var browser = await TenantBrowser.StartAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience));

        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith($"{Session}=", StringComparison.Ordinal));
        Assert.All(browser.SetCookies, cookie =>
        {
            var parts = cookie.ToLowerInvariant().Split("; ");
            Assert.StartsWith("__host-", parts[0], StringComparison.Ordinal);
            Assert.Superset(new HashSet<string>(["path=/", "secure", "samesite=none", "httponly", "partitioned"], StringComparer.Ordinal), parts.ToHashSet(StringComparer.Ordinal));
            Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task TokenOfAnotherAudience_OpensNothing()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var account = await browser.AccountAsync();
        foreach (var audience in new[] { "api://other.example/botid-11111111-1111-1111-1111-111111111111", "11111111-1111-1111-1111-111111111111", OpenIdServer.Client })
            await IsRefusedAsync(browser, await browser.Server.TokenAsync(account, audience), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task TokenOfAnotherIssuer_OpensNothing_EvenWithTheSameKey()
    {
        using var key = RSA.Create(2048);
        await using var trusted = await OpenIdServer.StartAsync(key);
        await using var other = await OpenIdServer.StartAsync(key);
        await using var stranger = await OpenIdServer.StartAsync();
        await using var browser = await TenantBrowser.StartAsync($"--Klynge:Workspace:Authority={trusted.Url}");
        var account = await browser.AccountAsync();

        await IsRefusedAsync(browser, await other.TokenAsync(account, TenantBrowser.Audience), HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, await stranger.TokenAsync(account, TenantBrowser.Audience), HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SignInFromTeamsAsync(await trusted.TokenAsync(account, TenantBrowser.Audience))).Status);
    }

    [Fact]
    public async Task TokenOfAnotherTenant_OpensNothing_UnlessItIsOnTheList()
    {
        const string Guest = "33333333-3333-3333-3333-333333333333";
        await using var browser = await TenantBrowser.StartAsync();
        var account = (await browser.AccountAsync()) with { Tenant = Guest };
        await IsRefusedAsync(browser, await browser.Server.TokenAsync(account, TenantBrowser.Audience), HttpStatusCode.Forbidden);

        await using var open = await TenantBrowser.StartAsync($"--Klynge:AllowedTenants={TenantBrowser.Tenant},{Guest}");
        Assert.Equal(HttpStatusCode.NoContent, (await open.SignInFromTeamsAsync(await open.Server.TokenAsync(account, TenantBrowser.Audience))).Status);
    }

    [Fact]
    public async Task TokenThatHasExpired_OrOfAProgram_OrOfNobody_OpensNothing()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var account = await browser.AccountAsync();
        await IsRefusedAsync(browser, await browser.Server.TokenAsync(account, TenantBrowser.Audience, lifetime: TimeSpan.FromMinutes(-10)), HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, await browser.Server.TokenAsync(account, TenantBrowser.Audience, scp: "something_else"), HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, await browser.Server.TokenAsync(account, TenantBrowser.Audience, scp: null), HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, await browser.Server.TokenAsync(new Account("nobody", TenantBrowser.Tenant), TenantBrowser.Audience), HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, (await browser.Server.TokenAsync(account, TenantBrowser.Audience))[..^8] + "AAAAAAAA", HttpStatusCode.Unauthorized);
        await IsRefusedAsync(browser, token: null, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task PersonOnNoList_IsToldSo_SeesNothing_AndIsOnRecord()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var stranger = new Account(Guid.NewGuid().ToString(), TenantBrowser.Tenant);
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(stranger, TenantBrowser.Audience));

        var answer = await browser.GetAsync("/frister");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("du står ikke på listen i noget forum", answer.Body, StringComparison.Ordinal);
        await using var db = await browser.Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var entry = await db.Audit.OrderByDescending(one => one.Sequence).FirstAsync(Ct);
        Assert.Equal(("RefuseStranger/frister", "UnknownPerson", null), (entry.UseCase, entry.Refusal, entry.ActorId));
    }

    [Fact]
    public async Task Browser_SignsInByOpenIdConnect_AndComesBackToThePage()
    {
        await using var browser = await TenantBrowser.StartAsync();
        browser.Server.SignsIn = await browser.AccountAsync(1);

        var page = await browser.SignInAsync("/frister");

        Assert.Equal("/frister", page.Location);
        var shown = await browser.GetAsync("/frister");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains($"Du er {await NameAsync(browser, browser.Server.SignsIn)}", shown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_OfAnotherTenant_IsTurnedAway()
    {
        await using var browser = await TenantBrowser.StartAsync();
        browser.Server.SignsIn = (await browser.AccountAsync()) with { Tenant = Guid.NewGuid().ToString() };

        var answer = await browser.SignInAsync("/frister");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain(Session, browser.Cookies.Keys);
    }

    /// <summary>A session that was planted beforehand is worth nothing after the sign-in, and each sign-in makes another.</summary>
    [Fact]
    public async Task SignIn_MakesASessionOfItsOwn_EachTime()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var token = await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience);
        browser.Cookies[Session] = "planted";
        await browser.SignInFromTeamsAsync(token);
        var first = browser.Cookies[Session];
        await browser.SignInFromTeamsAsync(token);

        Assert.NotEqual("planted", first);
        Assert.NotEqual(first, browser.Cookies[Session]);
    }

    /// <summary>Somebody who loses the account, or whose tenant is taken off the list, is nobody at the next click.</summary>
    [Fact]
    public async Task Session_OfSomebodyWhoHasLeft_ShowsNothing()
    {
        await using var browser = await TenantBrowser.StartAsync();
        var account = await browser.AccountAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(account, TenantBrowser.Audience));
        await using (var db = await browser.Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct))
            await db.People.Where(person => person.EntraObjectId == account.ObjectId).ExecuteUpdateAsync(set => set.SetProperty(person => person.EntraObjectId, (string?)null), Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/arbejdsbord")).Status);
    }

    /// <summary>The keys stand in the database: another host of it, or the same one started anew, takes the session.</summary>
    [Fact]
    public async Task Session_IsTakenByEveryHostOfTheDatabase()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-shared-");
        var database = $"--ConnectionStrings:Klynge=Data Source={Path.Combine(folder.FullName, "klynge.db")}";
        await using (var browser = await TenantBrowser.StartAsync(database))
        {
            var account = await browser.AccountAsync();
            await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(account, TenantBrowser.Audience));
            await using var second = await RunningHost.StartInTenantAsync(database, "--Klynge:RunJobs=false");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/arbejdsbord");
            request.Headers.Add("Cookie", $"{Session}={browser.Cookies[Session]}");

            using var answer = await second.Client.SendAsync(request, Ct);

            Assert.Contains($"Du er {await NameAsync(browser, account)}", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        await using var browser = await TenantBrowser.StartAsync();
        await browser.SignInFromTeamsAsync(await browser.Server.TokenAsync(await browser.AccountAsync(), TenantBrowser.Audience));
        var board = await browser.GetAsync("/arbejdsbord");

        var signedOut = await browser.PostAsync("/arbejdsbord/log-ud", antiforgery: board.Antiforgery);

        Assert.Contains("Du er logget ud.", signedOut.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Session, browser.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/arbejdsbord")).Status);
    }

    private static async Task IsRefusedAsync(TenantBrowser browser, string? token, HttpStatusCode status)
    {
        var page = await browser.GetAsync("/arbejdsbord/teams");
        Assert.Equal(status, (await browser.PostAsync("/arbejdsbord/teams", token, page.Antiforgery)).Status);
        Assert.DoesNotContain(Session, browser.Cookies.Keys);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/arbejdsbord")).Status);
    }

    private static async Task<string> NameAsync(TenantBrowser browser, Account account)
    {
        await using var db = await browser.Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        return (await db.People.SingleAsync(person => person.EntraObjectId == account.ObjectId, Ct)).Name;
    }
}
