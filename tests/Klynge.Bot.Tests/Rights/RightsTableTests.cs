using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Klynge.Application.Jobs;
using Klynge.Application.Rights;
using Klynge.Bot.CommandLine;
using Klynge.Bot.Tests.Support;
using Klynge.Microsoft365.Notifications;
using Klynge.Teams.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Bot.Tests.Rights;

/// <summary>
/// The table of rights against the whole program: every endpoint, event, job and verb of the command line that the hosts register has its
/// row. The commands and buttons cannot be registered without one.
/// </summary>
public sealed class RightsTableTests
{
    /// <summary>Connected to a Graph that nobody plays: for what the host maps then.</summary>
    private const string StandIn = "--Microsoft365=http://127.0.0.1:9/v1.0";

    private static readonly string[] Tenant = ["--Microsoft365=tenant", "--Klynge:RunJobs=false"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EverythingThatAHostRegisters_HasItsRow()
    {
        foreach (var start in new Func<Task<RunningHost>>[] { () => RunningHost.StartLocalAsync(), () => RunningHost.StartLocalAsync(StandIn), () => RunningHost.StartInTenantAsync(Tenant) })
        {
            await using var host = await start();
            Assert.Empty(host.Endpoints.Where(endpoint => RowOf(endpoint) is null && PageOf(endpoint) is null).Select(Describe));
            var router = host.Services.GetRequiredService<ActivityRouter>();
            Assert.Empty(router.Names.Except([.. Names<EventRight>(), .. Names<ButtonRight>().Select(verb => $"card:{verb}")]));
            Assert.Empty(host.Services.GetRequiredService<JobRegistry>().All.Select(job => job.Definition.Name).Except(Names<JobRight>()));
        }
    }

    [Fact]
    public async Task EveryRow_IsOfSomethingThatIsThere()
    {
        await using var host = await RunningHost.StartLocalAsync(StandIn);
        await using var tenant = await RunningHost.StartInTenantAsync(Tenant);
        var endpoints = host.Endpoints.Concat(tenant.Endpoints).ToList();

        Assert.Empty(Names<EventRight>().Except(host.Services.GetRequiredService<ActivityRouter>().Names));
        Assert.Empty(RightsTable.All.OfType<EndpointRight>().Except(endpoints.Select(RowOf)));
        Assert.Empty(RightsTable.All.OfType<WorkspaceRight>().Except(endpoints.Select(PageOf)));
        Assert.Equal(RightsTable.All.Count, RightsTable.All.Select(right => (right.GetType(), right.Name)).Distinct().Count());
    }

    [Fact]
    public void EveryVerbOfTheCommandLine_HasItsRow_AndTheOtherWayRound() => Assert.Equal(
        Names<ProgramRight>().Order(StringComparer.Ordinal),
        RootCommandFactory.Create([]).Subcommands.SelectMany(command => Words(command, string.Empty)).Order(StringComparer.Ordinal));

    /// <summary>Whoever somebody is on the board, over HTTP they have no token of the channel's, and one that they made themselves is none.</summary>
    [Fact]
    public async Task EveryEndpoint_InATenant_LetsInWhomTheTableSays()
    {
        await using var host = await RunningHost.StartInTenantAsync(Tenant);
        Assert.Contains(host.Endpoints, endpoint => RowOf(endpoint) == EndpointRights.CalendarWebhook);
        foreach (var right in RightsTable.All.OfType<EndpointRight>())
        {
            foreach (var actor in Enum.GetValues<Actors>().Where(actor => actor != Actors.Nobody))
            {
                var status = await CallAsync(host.Client, right, actor);
                Assert.True(IsAsTheTableSays(right, status), $"{right.Name} by {actor}: {status}");
            }
        }
    }

    private static bool IsAsTheTableSays(EndpointRight right, HttpStatusCode status) => right.Guard switch
    {
        // Let in, also when what it says is that something is wrong.
        Guard.None => status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable,

        // 503 where the signing keys cannot be fetched: then nobody is believed.
        Guard.ChannelToken => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable,
        Guard.PersonalSecret => status == HttpStatusCode.NotFound,
        Guard.LocalMode => status == HttpStatusCode.NotFound,
        // Sent on to the page that asks Teams; nothing comes of a post that the workspace's own page did not make.
        Guard.SignIn => status == (right.Method == "GET" ? HttpStatusCode.OK : HttpStatusCode.BadRequest),
        Guard.SubscriptionSecret => (int)status is >= 400 and < 500,
        _ => false,
    };

    private static async Task<HttpStatusCode> CallAsync(HttpClient client, EndpointRight right, Actors actor)
    {
        var path = right == EndpointRights.CalendarWebhook
            ? GraphWebhookEndpoint.NotificationPath
            : right.Pattern.Replace("/**", "/x/y/z", StringComparison.Ordinal).Replace("{token}", "made-up", StringComparison.Ordinal).Replace("{file}", "workspace.css", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(right.Method == "*" ? HttpMethod.Get : new HttpMethod(right.Method), path);
        if (request.Method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { type = "message", from = new { id = $"29:{actor}" } });

        if (actor != Actors.Stranger)
        {
            var token = string.Join('.', new[] { """{"alg":"none"}""", """{"iss":"https://api.botframework.com","role":"ROLE"}""".Replace("ROLE", actor.ToString(), StringComparison.Ordinal), string.Empty }
                .Select(part => Convert.ToBase64String(Encoding.UTF8.GetBytes(part)).TrimEnd('=')));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await client.SendAsync(request, Ct);
        return response.StatusCode;
    }

    private static EndpointRight? RowOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return RightsTable.All.OfType<EndpointRight>().FirstOrDefault(right =>
            (right.Method == "*" || methods.Contains(right.Method))
            && (right.Pattern == pattern
                || (right.Pattern.EndsWith("/**", StringComparison.Ordinal) && pattern.StartsWith(right.Pattern[..^2], StringComparison.Ordinal))));
    }

    /// <summary>A page goes by the row that it was mapped by, and by no other.</summary>
    private static WorkspaceRight? PageOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<WorkspaceRight>() is { } page && page.Pattern == endpoint.RoutePattern.RawText && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.SequenceEqual([page.Method]) == true && RightsTable.All.Contains(page) ? page : null;

    private static string Describe(RouteEndpoint endpoint) => $"{endpoint.RoutePattern.RawText} ({endpoint.DisplayName})";

    private static IEnumerable<string> Names<T>()
        where T : Right => RightsTable.All.OfType<T>().Select(right => right.Name);

    private static IEnumerable<string> Words(Command command, string before) => command.Subcommands.Count == 0
        ? [before + command.Name]
        : command.Subcommands.SelectMany(inner => Words(inner, $"{before}{command.Name} "));
}
