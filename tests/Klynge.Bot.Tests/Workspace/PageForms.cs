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
    /// <summary>A connection for each post would be most of what thousands of them take.</summary>
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <param name="person">As Prøvebænk knows them: <c>29:…</c>.</param>
    /// <param name="objectId">Their account, which the token is bound to.</param>
    internal static Task<FormAnswer> PostAsync(this RunningHost host, string address, string person, string objectId, params IEnumerable<KeyValuePair<string, string>> fields) =>
        host.SendAsync(HttpMethod.Post, address, person, objectId, new FormUrlEncodedContent(fields));

    /// <summary>The same with another method, or another body: as the scripts of a page do.</summary>
    /// <inheritdoc cref="PostAsync"/>
    internal static async Task<FormAnswer> SendAsync(this RunningHost host, HttpMethod method, string address, string person, string objectId, HttpContent content, string? version = null)
    {
        var identity = new ClaimsIdentity([new(Session.ObjectId, objectId), new(Session.IsLocal, Session.Yes)], Session.Scheme);
        var context = new DefaultHttpContext { RequestServices = host.Services, User = new ClaimsPrincipal(identity) };
        var tokens = host.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        var cookie = host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        using var request = new HttpRequestMessage(method, new Uri(host.Client.BaseAddress!, address)) { Content = content };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");

        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(person)}; {cookie}={tokens.CookieToken}");
        request.Headers.Add(tokens.HeaderName!, tokens.RequestToken);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new FormAnswer(
            answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            [.. answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []])
        {
            Version = answer.Headers.ETag?.Tag.Trim('"'),
        };
    }
}

/// <param name="Cookies">The whole headers by which cookies were set.</param>
internal sealed record FormAnswer(HttpStatusCode Status, string? Location, string Body, IReadOnlyList<string> Cookies)
{
    /// <summary>The tag of what was written; null where there is none.</summary>
    internal string? Version { get; init; }
}
