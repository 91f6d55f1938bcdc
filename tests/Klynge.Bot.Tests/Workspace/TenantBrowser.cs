using System.Net;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Forums.Sample;
using Klynge.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>The workspace of a tenant with the sample's people, and a browser that comes by https through a proxy: it keeps the cookies itself.</summary>
internal sealed partial class TenantBrowser : IAsyncDisposable
{
    internal const string Tenant = "22222222-2222-2222-2222-222222222222";
    internal const string Audience = "api://klynge.example/botid-11111111-1111-1111-1111-111111111111";

    private readonly HttpClient _client;

    private TenantBrowser(RunningHost host, OpenIdServer server)
    {
        (Host, Server) = (host, server);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = host.Client.BaseAddress };
    }

    internal RunningHost Host { get; }

    internal OpenIdServer Server { get; }

    /// <summary>By name, as they were set.</summary>
    internal Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The whole headers by which cookies were set.</summary>
    internal List<string> SetCookies { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<TenantBrowser> StartAsync(params string[] settings)
    {
        var server = await OpenIdServer.StartAsync();
        var host = await RunningHost.StartInTenantAsync(
            [$"--Klynge:Workspace:Authority={server.Url}", $"--Klynge:Workspace:ClientId={OpenIdServer.Client}", $"--Klynge:Workspace:ClientSecret={OpenIdServer.Secret}", "--Klynge:RunJobs=false", .. settings]);
        await host.Services.GetRequiredService<SampleCouncil>().PrepareAsync(new SampleChannel("http://localhost:9/teams", "28:bot", Tenant), Ct);
        return new TenantBrowser(host, server);
    }

    /// <summary>The account of somebody of the sample.</summary>
    internal async Task<Account> AccountAsync(int number = 0)
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var ids = await db.Members.OrderBy(seat => seat.Id).Select(seat => seat.Person.EntraObjectId).Where(id => id != null).Distinct().ToListAsync(Ct);
        return new Account(ids[number]!, Tenant);
    }

    internal async Task<Answer> GetAsync(string address, string? dest = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Here(address));
        if (dest is not null)
            request.Headers.Add("Sec-Fetch-Dest", dest);

        return await SendAsync(request);
    }

    internal async Task<Answer> PostAsync(string address, string? token = null, string? antiforgery = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, Here(address)) { Content = new ByteArrayContent([]) };
        if (token is not null)
            request.Headers.Add("Authorization", $"Bearer {token}");

        if (antiforgery is not null)
            request.Headers.Add("X-Klynge-Antiforgery", antiforgery);

        return await SendAsync(request);
    }

    /// <summary>As the page in Teams does: fetches the page, and posts the token with what the page was given.</summary>
    internal async Task<Answer> SignInFromTeamsAsync(string token)
    {
        var page = await GetAsync("/arbejdsbord/teams");
        return await PostAsync("/arbejdsbord/teams", token, page.Antiforgery);
    }

    /// <summary>Follows the browser's sign-in to its end.</summary>
    internal async Task<Answer> SignInAsync(string address)
    {
        var answer = await GetAsync(address);
        for (var hop = 0; hop < 5 && answer.Location is { } next && !next.StartsWith(address, StringComparison.Ordinal); hop++)
        {
            if (next.StartsWith(Server.Url.AbsoluteUri, StringComparison.Ordinal))
            {
                using var asked = await _client.GetAsync(new Uri(next), Ct);
                next = asked.Headers.Location!.AbsoluteUri;
            }

            answer = await GetAsync(next);
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static string Here(string address) => address.Replace("https://klynge.example", string.Empty, StringComparison.Ordinal);

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));

        using var response = await _client.SendAsync(request, Ct);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            SetCookies.Add(set);
            var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        return new Answer(response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Ct)), response.Headers.Location?.OriginalString, Headers(response));
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);

    internal sealed partial record Answer(HttpStatusCode Status, string Body, string? Location, Dictionary<string, string> Headers)
    {
        internal string? Antiforgery => Field().Match(Body) is { Success: true } found ? found.Groups[1].Value : null;

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex Field();
    }
}
