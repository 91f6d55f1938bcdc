using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Bot.Workbench.Chats;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
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
        var routes = host.Endpoints.Where(endpoint => endpoint.RoutePattern.Parameters.Count > 0).ToList();
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

    /// <summary>Prøvebænk plays everybody, each of them in their own chats: in those of others they are nobody, whatever the page is made to send.</summary>
    [Fact]
    public async Task EveryPageOfTheWorkbench_ForAChatOfAForumWhereThePersonDoesNotSit_IsAnsweredAsForNoChat()
    {
        await using var host = await RunningHost.StartLocalAsync("--Klynge:RunJobs=false");
        var board = await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct);
        var (forum, stranger) = board.Forums
            .Select(one => (Forum: one, Stranger: board.People.FirstOrDefault(person => one.Seats.All(seat => seat.PersonId != person.Id))))
            .First(pair => pair.Stranger is not null);
        await PostAsync(host, "messages", new { person = forum.Seats[0].PersonId, chat = forum.ConversationId, text = $"søg {Secret}" });
        var before = await ContentsAsync(host);
        string[] chats = [forum.ConversationId, Roster.PersonalChatId(forum.Seats[0].PersonId)];
        foreach (var chat in chats)
        {
            foreach (var (person, there) in new[] { (stranger!.Id, chat), (Guid.NewGuid().ToString(), chat), (stranger.Id, "19:findes-ikke@thread.v2") })
            {
                Assert.Equal((HttpStatusCode.NotFound, string.Empty), await GetAsync(host, $"/workbench/api/transcript?person={person}&chat={Uri.EscapeDataString(there)}"));
                foreach (var page in new[] { "messages", "actions", "meeting", "install", "calendar" })
                {
                    var answer = await PostAsync(host, page, new { person, chat = there, text = "hjælp", card = "1", submit = false, automatic = false, verb = "agenda.show", started = true, answer = "Accept" });
                    Assert.True(answer.Status == HttpStatusCode.NotFound && !answer.Text.Contains(Secret, StringComparison.Ordinal), $"{page}: {answer}");
                }
            }
        }

        Assert.Equal(before, await ContentsAsync(host));
    }

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

    private static Task<Answer> PostAsync(RunningHost host, string page, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/workbench/api/{page}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return SendAsync(host, request, string.Empty);
    }

    private static async Task<(HttpStatusCode, string)> GetAsync(RunningHost host, string address)
    {
        var (status, text) = await SendAsync(host, new HttpRequestMessage(HttpMethod.Get, address), string.Empty);
        return (status, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
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
