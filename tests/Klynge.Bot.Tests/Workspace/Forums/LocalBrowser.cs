using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klynge.Bot.Tests.Workspace.Forums;

/// <summary>The pages of a local host as one of its people has them: with their own antiforgery token, whatever page they come from.</summary>
internal sealed partial class LocalBrowser : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _cookies;
    private readonly string _token;

    private LocalBrowser(HttpClient client, string cookies, string token) => (_client, _cookies, _token) = (client, cookies, token);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="person">As the workbench calls them.</param>
    internal static async Task<LocalBrowser> AsAsync(RunningHost host, string person)
    {
        var account = (await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People.Single(one => one.Id == person).AadObjectId;
        var identity = new ClaimsIdentity([new(Session.ObjectId, account), new(Session.IsLocal, Session.Yes)], Session.Scheme);
        var context = new DefaultHttpContext { RequestServices = host.Services, User = new ClaimsPrincipal(identity) };
        var tokens = host.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        var cookie = host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(60) }) { BaseAddress = host.Client.BaseAddress };
        return new LocalBrowser(client, $"klynge.person={Uri.EscapeDataString(person)}; {cookie}={tokens.CookieToken}", tokens.RequestToken!);
    }

    internal Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>With the token that a form carries.</summary>
    internal Task<Answer> PostAsync(string address, IReadOnlyDictionary<string, string> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token))),
    });

    /// <summary>As a form with a file in it.</summary>
    internal Task<Answer> PostAsync(string address, IReadOnlyDictionary<string, string> fields, string name, byte[] file)
    {
        var content = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "fil", name } };
        foreach (var (field, value) in fields)
            content.Add(new StringContent(value), field);

        // The answer to what is too large comes before it is sent.
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.ExpectContinue = file.Length > 8 * 1024 * 1024;
        return SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Add("Cookie", _cookies);
            using var response = await _client.SendAsync(request, Ct);
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(Ct), response.Headers.Location?.OriginalString);
        }
    }

    internal sealed partial record Answer(HttpStatusCode Status, string Html, string? Location)
    {
        internal string Text => WebUtility.HtmlDecode(Html);

        /// <summary>What the page's form would send: each field with what stands in it, but for the token.</summary>
        internal Dictionary<string, string> Fields()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var tag in Input().Matches(Html).Select(match => match.Value).Where(tag => !tag.Contains("type=\"file\"", StringComparison.Ordinal)))
            {
                if (Attribute(tag, "name") is { Length: > 0 } name and not "__RequestVerificationToken")
                    fields[name] = Attribute(tag, "value") ?? string.Empty;
            }

            foreach (Match area in TextArea().Matches(Html))
                fields[area.Groups["name"].Value] = WebUtility.HtmlDecode(area.Groups["within"].Value).TrimStart('\n');

            foreach (Match choice in Choice().Matches(Html))
                fields[choice.Groups["name"].Value] = WebUtility.HtmlDecode(Chosen().Match(choice.Groups["within"].Value).Groups[1].Value);

            return fields;
        }

        private static string? Attribute(string tag, string name) =>
            Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

        [GeneratedRegex("<input\\b[^>]*>")]
        private static partial Regex Input();

        [GeneratedRegex("<textarea\\b[^>]*?\\sname=\"(?<name>[^\"]*)\"[^>]*>(?<within>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
        private static partial Regex TextArea();

        [GeneratedRegex("<select\\b[^>]*?\\sname=\"(?<name>[^\"]*)\"[^>]*>(?<within>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
        private static partial Regex Choice();

        [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
        private static partial Regex Chosen();
    }
}
