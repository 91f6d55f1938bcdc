using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Bot.Workbench.Chats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Bot.Tests.Rights;

/// <summary>
/// Every route that a host maps, with whatever its address takes: another forum's, a closed one's, of another type, random, malformed. A new
/// parameter of an address is not known here, and fails. Rare words stand in all that is secret.
/// </summary>
public sealed partial class ForeignRouteTests
{
    private const string Secret = "ANDETSTEDS";

    /// <summary>The workbench's connector and chats know people and chats by Teams' ids; the others take secrets and names.</summary>
    private static readonly string[] NotIds = ["year", "file"];

    /// <summary>Pages that are asked with something beside their address: in the query, or in the body.</summary>
    private static readonly Dictionary<string, string[]> Asked = new(StringComparer.Ordinal)
    {
        ["GET /workbench/api/transcript"] = ["person", "chat"],
        ["GET /workbench/api/calendar"] = ["person", "chat"],
        ["GET /workbench/events"] = ["person"],
        ["GET /workbench/document"] = ["id"],
        ["POST /workbench/api/messages"] = ["person", "chat"],
        ["POST /workbench/api/actions"] = ["person", "chat"],
        ["POST /workbench/api/meeting"] = ["person", "chat"],
        ["POST /workbench/api/install"] = ["person", "chat"],
        ["POST /workbench/api/calendar"] = ["person", "chat"],
        ["POST /workbench/api/read"] = ["person"],
        ["POST /workbench/api/files"] = ["person", "chat", "name"],
    };

    /// <summary>Pages of the workspace: <c>PagesOfEverybodyTests</c> and <c>ActsOfEverybodyTests</c> try them as everybody, <c>ForgeryTests</c> the way back of the sign-in.</summary>
    private static readonly Dictionary<string, string[]> AskedOfTheWorkspace = new(StringComparer.Ordinal)
    {
        ["GET /frister"] = ["forum"],
        ["GET /soeg"] = ["q", "forum", "fra", "slags", "fradag", "tildag", "udfald", "person"],
        ["GET /fora/{key}/tabel"] = ["skabelon"],
        ["GET /fora/{key}/nye"] = ["skabelon"],
        ["GET /fora/{key}/overlevering"] = ["til", "dag"],
        ["GET /drift"] = ["kaede"],
        ["GET /bilag"] = ["link"],
        ["GET /moeder/{id}"] = ["vis", "punkt", "bilag", "post"],
        ["POST /frister/{forum}/{id}/faerdig"] = ["version"],
        ["POST /frister/{forum}/{id}/fortryd"] = ["version"],
        ["GET /moeder/{id}/punkter/nyt"] = ["som"],
        ["GET /moeder/{id}/punkter/{item}/stand"] = ["version"],
        ["PUT /moeder/{id}/punkter/{item}/kladde"] = ["felt", "set", "vindue", "nr"],
        ["POST /moeder/{id}/punkter/{item}/kladde/kasser"] = ["nyt"],
        ["POST /moeder/{id}/punkter/{item}/kladde/fortryd"] = ["nyt"],
        ["GET /sager/ny"] = ["forum", "punkt"],
        ["GET /arbejdsbord/teams"] = ["til"],
        ["GET /arbejdsbord/log-ind"] = ["til"],
    };

    /// <summary>The same for everybody. Prøvebænk shows the developer at it all people and all documents.</summary>
    private static readonly string[] TakeNothing = ["GET /", "GET /healthz/live", "GET /healthz/ready", "GET /healthz/jobs", "GET /workbench/api/board", "GET /workbench/api/documents", "GET /arbejdsbord", "POST /arbejdsbord/log-ud"];

    /// <summary>A document's seal, which <see cref="ForeignPageTests"/> tries, and where a list goes on.</summary>
    private static readonly string[] NameNothing = ["seal", "pageSize", "continuationToken"];

    /// <summary>What comes in a body, field by field.</summary>
    private static readonly Dictionary<string, string[]> TriedBy = new(StringComparer.Ordinal)
    {
        ["POST /api/messages"] = ["ForeignIdTests", "ForeignSecretTests", "ForeignEventTests", "PeopleSearchTests"],
        ["POST /arbejdsbord/teams"] = ["SignInTests", "ForgeryTests"],
        ["POST /workbench/teams/v3/conversations"] = ["RosterTests"],
        ["POST /api/graph/notifications"] = ["ForeignNotificationTests"],
        ["POST /api/graph/lifecycle"] = ["ForeignNotificationTests"],
    };

    private static readonly RulesOfProcedure Rules = new()
    {
        ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
        AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
        MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
        Quorum = new QuorumRule(0.5m, EverySector: false),
        WrittenProcedures = new WrittenProcedureRules(
            Allowed: true, TimeLimit.Create(1, TimeLimitUnit.Days).Value, TimeLimit.Create(10, TimeLimitUnit.Workdays).Value, DecisionRule.SimpleMajority,
            SilenceIsConsent: false, VotesShownWhileOpen: true, ClosesWhenAllHaveAnswered: false),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EveryRoute_WithWhateverItsAddressTakes_ShowsNothing_FailsNowhere_AndTellsNothingOfWhatThereIs(bool isLocal)
    {
        await using var host = isLocal ? await RunningHost.StartLocalAsync("--Klynge:RunJobs=false") : await RunningHost.StartInTenantAsync("--Klynge:RunJobs=false");
        var values = await PrepareAsync(host);

        // In a tenant nobody is signed in here, and every page of the workspace sends on to the sign-in.
        var routes = host.Endpoints.Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0 && (isLocal || endpoint.Metadata.GetMetadata<WorkspaceRight>() is null)).ToList();
        Assert.Empty(routes.SelectMany(route => route.RoutePattern.Parameters).Select(parameter => parameter.Name).Distinct().Except([.. values.Keys, .. NotIds]));
        var (wrong, before) = (new List<string>(), await ContentsAsync(host));
        foreach (var route in routes)
        {
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            foreach (var parameter in route.RoutePattern.Parameters.Select(one => one.Name).Except(NotIds))
            {
                var nobodys = await CallAsync(host, method, route, parameter, values[parameter][0]);
                foreach (var value in values[parameter].Skip(1))
                {
                    var answer = await CallAsync(host, method, route, parameter, value);
                    var name = $"{method} {route.RoutePattern.RawText} with {parameter} {value}";
                    wrong.AddRange(answer.Text.Contains(Secret, StringComparison.Ordinal) ? [$"{name} shows {answer.Text}"] : []);
                    wrong.AddRange((int)answer.Status >= 500 ? [$"{name} fails: {answer}"] : []);
                    wrong.AddRange(answer != nobodys ? [$"{name} is answered otherwise than what is nobody's: {answer} and not {nobodys}"] : []);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await ContentsAsync(host));
        Assert.True(routes.Count > (isLocal ? 10 : 2), $"only {routes.Count} routes");
    }

    /// <summary>What was pressed on a meeting's page; <c>MeetingActAddresses</c> has each such act with it, and fails for one that it has not.</summary>
    private static string[] PressOf(string route) => route.StartsWith("POST /moeder/{id}/", StringComparison.Ordinal) ? ["tryk"] : [];

    /// <summary>A page that is added tomorrow is on none of the lists, and neither is what it is asked with.</summary>
    [Fact]
    public async Task EveryRoute_IsTriedByItsAddress_OrByWhatItIsAskedWith_OrTakesNothingOfAnybodys()
    {
        var listed = Asked.Keys.Concat(AskedOfTheWorkspace.Keys).Concat(TakeNothing).Concat(TriedBy.Keys).ToHashSet(StringComparer.Ordinal);
        var (mapped, unlisted) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var start in new Func<Task<RunningHost>>[] { () => RunningHost.StartLocalAsync("--Microsoft365=http://127.0.0.1:9/v1.0", "--Klynge:RunJobs=false"), () => RunningHost.StartInTenantAsync("--Microsoft365=tenant", "--Klynge:RunJobs=false") })
        {
            await using var host = await start();
            foreach (var endpoint in host.Endpoints)
            {
                var name = Describe(endpoint);
                var inAddress = endpoint.RoutePattern.Parameters.Select(one => one.Name).ToList();
                var asked = (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(one => one.ParameterType == typeof(string) || one.ParameterType.IsValueType)
                    .Where(one => one.ParameterType != typeof(CancellationToken)).Select(one => one.Name!).Except([.. inAddress, .. NameNothing, .. PressOf(name)]);
                Assert.True(inAddress.Count > 0 || listed.Contains(name), $"{name} is not listed");
                unlisted.AddRange(asked.Except(Asked.GetValueOrDefault(name) ?? AskedOfTheWorkspace.GetValueOrDefault(name) ?? []).Select(one => $"{one} of {name}"));
                mapped.Add(name);
            }
        }

        Assert.True(unlisted.Count == 0, string.Join('\n', unlisted.Distinct()));
        Assert.Empty(listed.Except(mapped));
        Assert.All(TriedBy.Values.SelectMany(tests => tests), test => Assert.Single(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), $"{test}.cs", SearchOption.AllDirectories)));
    }

    /// <summary>Prøvebænk plays everybody, each of them in their own chats: in those of others they are nobody, whatever the page is made to send.</summary>
    [Fact]
    public async Task EveryPageOfTheWorkbench_ByEveryRole_ForAChatThatIsNotTheirs_IsAnsweredAsForNoChat()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var board = await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct);
        foreach (var forum in board.Forums)
            await PostAsync(host, "/workbench/api/messages", new { person = forum.Seats[0].PersonId, chat = forum.ConversationId, text = $"søg {Secret}" });

        var before = await ContentsAsync(host);
        var pressers = board.Forums.SelectMany(forum => forum.Seats).DistinctBy(seat => seat.Role).Select(seat => seat.PersonId).Append(Guid.NewGuid().ToString()).ToList();
        Assert.True(pressers.Count > 5, $"only {pressers.Count} roles");
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var person in pressers)
        {
            var foreign = board.Forums.Where(forum => forum.Seats.All(seat => seat.PersonId != person)).Select(forum => forum.ConversationId)
                .Append(Roster.PersonalChatId(board.People.First(one => one.Id != person).Id)).Append("19:findes-ikke@thread.v2");
            foreach (var chat in foreign)
            {
                foreach (var page in Asked.Keys)
                {
                    var isTheirs = !Asked[page].Contains("chat") && person.StartsWith("29:", StringComparison.Ordinal);
                    var answer = isTheirs ? null : await AskAsync(host, page, person, chat);
                    tried += answer is null ? 0 : 1;
                    if (answer is not null && (answer.Status != HttpStatusCode.NotFound || answer.Text.Contains(Secret, StringComparison.Ordinal)))
                        wrong.Add($"{page} by {person} for {chat}: {answer}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 100, $"only {tried} were tried");
        Assert.Equal(before, await ContentsAsync(host));
    }

    private static Task<Answer> AskAsync(RunningHost host, string page, string person, string chat) => page.Split(' ') is ["GET", var address]
        ? SendAsync(host, new HttpRequestMessage(HttpMethod.Get, $"{address}?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(chat)}&id=..%2Fklynge.db"), string.Empty)
        : PostAsync(host, $"{page.Split(' ')[1]}?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(chat)}&name=a.txt", new { person, chat, text = "hjælp", card = "1", submit = false, automatic = false, verb = "agenda.show", started = true, answer = "Accept" });

    private static string Describe(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET"} /{endpoint.RoutePattern.RawText!.Trim('/')}";

    /// <summary>The first of each is nobody's.</summary>
    private static async Task<Dictionary<string, string[]>> PrepareAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        var board = await db.Boards.FirstOrDefaultAsync(Ct) ?? db.Add(new Board { Kind = "Sundhedsråd", Name = "Sundhedsråd Klitlandet" }).Entity;
        var rules = (await db.Forums.FirstOrDefaultAsync(Ct))?.Rules ?? Rules;
        var forum = new Forum { BoardId = board.Id, Key = "andetsteds", Name = $"{Secret} forum", Level = 9, Rules = rules };
        var person = new Person { Key = "xenia", Name = $"{Secret} Xenia", EntraObjectId = "00000000-0000-4000-8000-000000000067" };
        var now = SystemClock.Instance.GetCurrentInstant();
        var day = now.InUtc().Date.PlusDays(20);
        var meeting = Meeting.Schedule(forum.Id, new MeetingTime(day, new LocalTime(9, 0), new LocalTime(11, 0)), Secret, now).Value;
        meeting.TeamsMeetingId = "MCMxOTphbmRldHN0ZWRz";
        db.AddRange(forum, person, meeting);
        await db.SaveChangesAsync(Ct);
        var library = host.Services.GetRequiredService<IDocumentLibrary>();
        var open = DocumentPath.Of(forum.Name, 2026, "Referat");
        var closed = DocumentPath.Of("Chefforum", 2026, "Beslutningsprotokol 7").AsClosed();
        foreach (var path in new[] { open, closed })
            await library.StoreAsync(path, System.Text.Encoding.UTF8.GetBytes(Secret), seen: null, Ct);

        string[] ids = [Guid.NewGuid().ToString(), forum.Id.Value.ToString(), meeting.Id.Value.ToString(), person.Id.Value.ToString(), "abc", "%20", "..%2F..%2Fklynge.db"];
        string[] chats = [.. ids.Prepend("19:ingen@thread.v2")];
        return new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["pass"] = [new string('A', 120), .. ids, Uri.EscapeDataString(open.ToString()), Uri.EscapeDataString(closed.ToString())],
            ["token"] = [new string('A', 43), .. ids],
            ["id"] = [new string('A', 32), .. ids],
            ["item"] = ids,
            ["key"] = ["findes-ikke", forum.Key, .. ids],
            ["forum"] = ["Findes ikke", Uri.EscapeDataString(forum.Name), "Chefforum", .. ids],
            ["name"] = ["Findes ikke.docx", Uri.EscapeDataString(open.Name), Uri.EscapeDataString(closed.Name), .. ids],
            ["conversation"] = chats,
            ["activity"] = chats,
            ["member"] = [Guid.NewGuid().ToString(), .. ids],
            ["meeting"] = [Guid.NewGuid().ToString(), .. ids],
            ["participant"] = [Guid.NewGuid().ToString(), .. ids],
            ["team"] = chats,
        };
    }

    private static Task<Answer> CallAsync(RunningHost host, string method, RouteEndpoint route, string parameter, string value)
    {
        var address = Parameter().Replace("/" + route.RoutePattern.RawText!.TrimStart('/'), one => one.Groups[1].Value switch
        {
            var name when name == parameter => value,
            "year" => "2026",
            "file" => "app.js",
            "forum" => Uri.EscapeDataString($"{Secret} forum"),
            "name" => "Referat.docx",
            _ => "x",
        });
        return SendAsync(host, new HttpRequestMessage(new HttpMethod(method), address) { Content = method is "POST" or "PUT" ? JsonContent.Create(new { }) : null }, value);
    }

    private static Task<Answer> PostAsync(RunningHost host, string address, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return SendAsync(host, request, string.Empty);
    }

    /// <summary>With the headers, but for the moment; what was asked with may come back.</summary>
    private static async Task<Answer> SendAsync(RunningHost host, HttpRequestMessage request, string asked)
    {
        using (request)
        {
            using var answer = await host.Client.SendAsync(request, Ct);
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "traceparent" or "Content-Length")).OrderBy(header => header.Key, StringComparer.Ordinal);
            var text = $"{string.Join(' ', headers.Select(header => $"{header.Key}={string.Join(',', header.Value)}"))}\n{await answer.Content.ReadAsStringAsync(Ct)}";
            return new Answer(answer.StatusCode, Uri.UnescapeDataString(asked).Trim().Length == 0 ? text : text.Replace(asked, "asked", StringComparison.Ordinal).Replace(Uri.UnescapeDataString(asked), "asked", StringComparison.Ordinal));
        }
    }

    private static async Task<string> ContentsAsync(RunningHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);
        return $"{await db.Audit.CountAsync(entry => entry.Refusal == null, Ct)} acts, {await db.Conversations.CountAsync(Ct)} chats, {await db.Outbox.CountAsync(Ct)} messages, {await db.People.CountAsync(Ct)} people";
    }

    [GeneratedRegex(@"\{\*{0,2}([a-z]+)\}")]
    private static partial Regex Parameter();

    private sealed record Answer(HttpStatusCode Status, string Text);
}
