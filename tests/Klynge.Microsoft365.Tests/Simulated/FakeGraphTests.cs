using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated;
using Klynge.Microsoft365.Tests.Support;
using NodaTime;

namespace Klynge.Microsoft365.Tests.Simulated;

/// <summary>The stand-in itself: it lets nothing pass that Graph would not take, or a green test would mean little.</summary>
public sealed class FakeGraphTests : IAsyncLifetime
{
    private static readonly string Events = $"users/{BoardMeeting.Signe.Id}/events";

    private FakeGraph _graph = null!;
    private BoardMeeting _meeting = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync(cancellationToken: Ct);
        _meeting = BoardMeeting.Add(_graph);
        _http = new HttpClient { BaseAddress = new Uri($"{_graph.Url}/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FakeGraph.Token);
        _http.DefaultRequestHeaders.Add("Prefer", "IdType=\"ImmutableId\"");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Request_AsItShouldBe_IsAnswered()
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"{Events}/{_meeting.Event.Id}?$select=subject"));
        Assert.Empty(_graph.Unexpected);
    }

    [Theory]
    [InlineData("users/{0}/messages", "there is no such request")]
    [InlineData("users/{0}/events/x?$filter=a", "unknown query option $filter")]
    [InlineData("users/{0}/calendarView?startDateTime=2026-01-01T00:00:00Z", "missing query option endDateTime")]
    [InlineData("users/{0}/calendarView/delta", "a delta query without a window")]
    [InlineData("users/{0}/calendarView/delta?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z&$select=subject", "unknown query option $select")]
    [InlineData("users/{0}/calendarView/delta?$deltatoken=abc&startDateTime=2026-01-01T00:00:00Z", "a delta link that was changed")]
    [InlineData("users/{0}/onlineMeetings?$filter=JoinWebUrl eq 'x'", "unknown preference")]
    public async Task Request_ThatGraphDoesNotTake_IsRefusedAndKept(string path, string reason)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, BoardMeeting.Signe.Id)));
        Assert.Contains(reason, Assert.Single(_graph.Unexpected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithoutThePreferenceForImmutableIds_IsRefused()
    {
        _http.DefaultRequestHeaders.Remove("Prefer");

        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync($"{Events}/{_meeting.Event.Id}"));
        Assert.Contains("missing preference", Assert.Single(_graph.Unexpected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithoutAToken_IsNotLetIn()
    {
        _http.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync($"{Events}/{_meeting.Event.Id}"));
    }

    [Fact]
    public async Task Request_WithABodyWhereNoneIsTaken_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Events}/{_meeting.Event.Id}") { Content = new StringContent("{}") };
        using var answer = await _http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(10_081, "https://klynge.example/n", "secret")]
    [InlineData(-1, "https://klynge.example/n", "secret")]
    [InlineData(60, "http://klynge.example/n", "secret")]
    [InlineData(60, "https://klynge.example/n", "")]
    [InlineData(60, "https://klynge.example/n", "129")]
    public async Task Subscription_ThatGraphDoesNotTake_IsRefused(int minutes, string url, string clientState)
    {
        var body = new JsonObject
        {
            ["changeType"] = "created,updated,deleted",
            ["notificationUrl"] = url,
            ["lifecycleNotificationUrl"] = url,
            ["resource"] = Events,
            ["expirationDateTime"] = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("o"),
            ["clientState"] = clientState == "129" ? new string('x', 129) : clientState,
        };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync("subscriptions", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(_graph.Unexpected);
    }

    [Fact]
    public async Task DeltaQuery_TellsOfWhatLeftTheWindowAsRemoved()
    {
        var link = await FirstRoundAsync();
        _meeting.MoveTo(BoardMeeting.Start + Duration.FromDays(400));

        var item = (await _http.GetFromJsonAsync(link))["value"]!.AsArray().Single()!;

        Assert.Equal(_meeting.Event.Id, (string?)item["id"]);
        Assert.Equal("deleted", (string?)item["@removed"]!["reason"]);
    }

    [Fact]
    public async Task DeltaQuery_SaysOfAnOccurrenceNoMoreThanWhenItIs()
    {
        var link = await FirstRoundAsync();
        _graph.Calendars.Store.Add(BoardMeeting.Signe.Id, BoardMeeting.New(BoardMeeting.Start) with { SeriesMasterId = "master" });

        var item = (await _http.GetFromJsonAsync(link))["value"]!.AsArray().Single()!.AsObject();

        Assert.Equal(["end", "id", "seriesMasterId", "start", "type"], item.Select(pair => pair.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DeltaQuery_WithATokenThatIsForgotten_Is410()
    {
        var link = await FirstRoundAsync();
        _graph.Calendars.ForgetDeltaTokens();

        Assert.Equal(HttpStatusCode.Gone, await GetAsync(link));
    }

    [Fact]
    public void Response_ThatIsTakenBack_HasNoTime()
    {
        _meeting.Answer(BoardMeeting.Lise, "declined");
        _meeting.Answer(BoardMeeting.Lise, "none");

        Assert.Null(_graph.Calendars.Store.Find(BoardMeeting.Signe.Id, _meeting.Event.Id)!.Attendees[0].RespondedAt);
    }

    private async Task<string> FirstRoundAsync()
    {
        var window = $"startDateTime={BoardMeeting.Start - Duration.FromDays(1)}&endDateTime={BoardMeeting.Start + Duration.FromDays(30)}";
        return (string)(await _http.GetFromJsonAsync($"users/{BoardMeeting.Signe.Id}/calendarView/delta?{window}"))["@odata.deltaLink"]!;
    }

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Ct);
        return answer.StatusCode;
    }
}
