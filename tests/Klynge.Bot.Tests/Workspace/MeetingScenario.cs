using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Klynge.Application.Data;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Workspace.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>The sample's next meeting of Chefforum in a running host, with its page and its people: acted on by the page's forms and by a card's buttons.</summary>
internal sealed class MeetingScenario : IAsyncDisposable
{
    private MeetingScenario(RunningHost host) => Host = host;

    internal RunningHost Host { get; }

    internal Forum Forum { get; private set; } = null!;

    internal MeetingId Meeting { get; private set; }

    internal WorkbenchPerson Secretary { get; private set; } = null!;

    internal WorkbenchPerson Member { get; private set; } = null!;

    internal WorkbenchPerson Chair { get; private set; } = null!;

    internal WorkbenchPerson Observer { get; private set; } = null!;

    internal PersonId SecretaryId { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<MeetingScenario> StartAsync(params string[] settings)
    {
        var scenario = new MeetingScenario(await RunningHost.StartLocalAsync(["--Klynge:RunJobs=false", .. settings]));
        var people = (await scenario.Host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct)).People;
        await using var db = await scenario.OpenAsync();
        scenario.Forum = await db.Forums.SingleAsync(one => one.Key == "chefforum", Ct);
        scenario.Meeting = (await db.Meetings.Where(one => one.ForumId == scenario.Forum.Id && one.Status == MeetingStatus.Planned).OrderBy(one => one.Date).FirstAsync(Ct)).Id;
        var seats = await db.Members.Include(seat => seat.Person).Where(seat => seat.ForumId == scenario.Forum.Id).ToListAsync(Ct);
        WorkbenchPerson Of(params Role[] roles) => people.First(person => seats.Exists(seat => roles.Contains(seat.Role) && seat.Person.EntraObjectId == person.AadObjectId));
        (scenario.Secretary, scenario.Member, scenario.Chair, scenario.Observer) = (Of(Role.Secretariat), Of(Role.Member), Of(Role.Chair, Role.CoChair), Of(Role.Observer));
        scenario.SecretaryId = seats.First(seat => seat.Person.EntraObjectId == scenario.Secretary.AadObjectId).PersonId;
        return scenario;
    }

    internal Task<KlyngeContext> OpenAsync() => Host.Services.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(Ct);

    /// <summary>Another meeting of the forum, in two weeks, with nothing on its agenda: from now on this is about it.</summary>
    internal async Task ScheduleAsync()
    {
        var day = DanishTime.Today(SystemClock.Instance).PlusDays(14);
        var request = new ScheduleMeetingRequest(Forum.Id, new MeetingTime(day, new LocalTime(9, 0), new LocalTime(12, 0)), "Mødelokale 2");
        var made = await Host.Services.GetRequiredService<ScheduleMeeting>().HandleAsync(new Caller(SecretaryId), request, Ct);
        Assert.True(made.TryGet(out var meeting, out var error), error?.Text);
        Meeting = meeting;
    }

    /// <summary>The items on the agenda in their order.</summary>
    internal async Task<List<AgendaItem>> ItemsAsync()
    {
        await using var db = await OpenAsync();
        return await db.AgendaItems.AsNoTracking().Where(item => item.MeetingId == Meeting && item.Status == AgendaItemStatus.Accepted).OrderBy(item => item.Number).ToListAsync(Ct);
    }

    internal async Task<AgendaItem> ItemAsync(AgendaItemId id)
    {
        await using var db = await OpenAsync();
        return await db.AgendaItems.AsNoTracking().SingleAsync(item => item.Id == id, Ct);
    }

    internal string Address(string act) => $"/moeder/{Meeting.Value}/{act}";

    internal Task<FormAnswer> PressAsync(string act, string pressed, WorkbenchPerson? person = null) => PostAsync(act, person, ("tryk", pressed));

    internal Task<FormAnswer> PostAsync(string act, WorkbenchPerson? person, params (string Name, string Value)[] fields) => PostAsync(act, Meeting, person, fields);

    internal Task<FormAnswer> PostAsync(string act, MeetingId meeting, WorkbenchPerson? person, params (string Name, string Value)[] fields) => Host.PostAsync(
        $"/moeder/{meeting.Value}/{act}", (person ?? Secretary).Id, (person ?? Secretary).AadObjectId, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    internal async Task<(HttpStatusCode Status, string Body)> LookAsync(string? query = null, WorkbenchPerson? person = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/moeder/{Meeting.Value}{query}");
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString((person ?? Secretary).Id)}");
        using var answer = await Host.Client.SendAsync(request, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    /// <summary>A file as a browser sends it.</summary>
    internal async Task<(HttpStatusCode Status, string Body)> UploadAsync(AgendaItemId item, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        var identity = new ClaimsIdentity([new(Session.ObjectId, Secretary.AadObjectId), new(Session.IsLocal, Session.Yes)], Session.Scheme);
        var tokens = Host.Services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = Host.Services, User = new ClaimsPrincipal(identity) });
        using var form = new MultipartFormDataContent { { new StringContent(item.Value.ToString()), "punkt" } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);

        form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "fil", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("bilag")) { Content = form };
        request.Headers.Add("Cookie", $"klynge.person={Uri.EscapeDataString(Secretary.Id)}; {Host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name}={tokens.CookieToken}");
        request.Headers.Add(tokens.HeaderName!, tokens.RequestToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Host.Client.BaseAddress };
        using var answer = await client.SendAsync(request, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    /// <summary>Presses a card's button in the secretary's own chat, with the data that the card carries.</summary>
    internal async Task ChatAsync(string verb, AgendaItemId? item, params (string Name, JsonNode Value)[] more)
    {
        var board = await Host.Client.GetFromJsonAsync<JsonObject>("/workbench/api/board", Ct);
        var chat = (string)board!["people"]!.AsArray().Single(one => (string?)one!["id"] == Secretary.Id)!["chat"]!;
        var data = new JsonObject { ["forum"] = Forum.Id.Value.ToString("N"), ["meeting"] = Meeting.Value.ToString("N") };
        if (item is { } id)
            data["item"] = id.Value.ToString("N");

        foreach (var (name, value) in more)
            data[name] = value;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/actions") { Content = JsonContent.Create(new { person = Secretary.Id, chat, card = "1", verb, data }) };
        request.Headers.Add("Origin", Host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await Host.Client.SendAsync(request, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The rows of the audit log since one of them, those of refusals too.</summary>
    internal async Task<List<Application.Audit.AuditEntry>> RowsAsync(long after = 0)
    {
        await using var db = await OpenAsync();
        return await db.Audit.AsNoTracking().Where(row => row.Sequence > after).OrderBy(row => row.Sequence).ToListAsync(Ct);
    }

    internal async Task<long> LastAsync()
    {
        await using var db = await OpenAsync();
        return await db.Audit.MaxAsync(row => row.Sequence, Ct);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
