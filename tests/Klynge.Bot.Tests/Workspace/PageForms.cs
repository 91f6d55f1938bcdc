using System.Net;
using System.Security.Claims;
using Klynge.Bot.Tests.Support;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>Forms of the workspace as the browser of somebody of the sample posts them in local mode, with the token that their page was given.</summary>
internal static class PageForms
{
    /// <param name="person">As Prøvebænk knows them: <c>29:…</c>.</param>
    /// <param name="objectId">Their account, which the token is bound to.</param>
    internal static async Task<FormAnswer> PostAsync(this RunningHost host, string address, string person, string objectId, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var identity = new ClaimsIdentity([new(Session.ObjectId, objectId), new(Session.IsLocal, Session.Yes)], Session.Scheme);
        var context = new DefaultHttpContext { RequestServices = host.Services, User = new ClaimsPrincipal(identity) };
        var tokens = host.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        var cookie = host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person)}; {cookie}={tokens.CookieToken}");
        request.Headers.Add(tokens.HeaderName!, tokens.RequestToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = host.Client.BaseAddress };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new FormAnswer(
            answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            [.. answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []]);
    }
}

/// <param name="Cookies">The whole headers by which cookies were set.</param>
internal sealed record FormAnswer(HttpStatusCode Status, string? Location, string Body, IReadOnlyList<string> Cookies);
