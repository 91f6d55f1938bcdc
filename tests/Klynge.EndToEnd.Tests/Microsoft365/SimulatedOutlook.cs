using System.Net;
using System.Net.Http.Json;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>The real program with the Microsoft 365 that it plays itself, and people who use Outlook and Teams there.</summary>
internal sealed class SimulatedOutlook : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private SimulatedOutlook(Channel channel) => (Channel, Meeting) = (channel, channel.MeetingId());

    public Channel Channel { get; }

    /// <summary>The forum's next meeting as long as nothing has happened.</summary>
    public string Meeting { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SimulatedOutlook> StartAsync() =>
        new(await Channel.StartAsync(environment: new Dictionary<string, string> { ["Microsoft365"] = "simulated" }));

    /// <summary>Somebody answers the invitation: <c>Accept</c>, <c>Tentative</c>, <c>Decline</c>.</summary>
    public Task<HttpStatusCode> AnswerAsync(string person, string answer) =>
        PostAsync("calendar", new { person = $"29:proevebaenk-{person}", chat = Channel.ForumChat, answer });

    /// <summary>The meeting ends in Teams.</summary>
    public Task<HttpStatusCode> EndMeetingAsync() =>
        PostAsync("meeting", new { person = $"29:proevebaenk-{Channel.Secretary}", chat = Channel.ForumChat, started = false });

    /// <summary>Teams takes some minutes to make its report, and the bot waits for them; here they are over.</summary>
    public void LetTheReportBeDue()
    {
        using var db = Channel.Open();
        using var command = db.CreateCommand();
        command.CommandText = """UPDATE "CalendarInbox" SET "DueAt" = "ReceivedAt" WHERE "Kind" = 3""";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    /// <summary>The agenda as the secretariat sees it, as soon as it says something.</summary>
    public Task<string> AgendaSaysAsync(string text) => UntilAsync(
        async () => (await Channel.SayAsync(Channel.Secretary, "dagsorden chefforum")).Text,
        shown => shown.Contains(text, StringComparison.Ordinal));

    /// <summary>The last card in somebody's chat that says something, as soon as it is there.</summary>
    public async Task<ShownCard> CardAsync(string person, string text) => (await UntilAsync(
        async () => (await Channel.ReadAsync(person)).LastOrDefault(card => card.Text.Contains(text, StringComparison.Ordinal)),
        found => found is not null))!;

    /// <summary>Presses a button, with the card's fields as they stand and what is said of some of them.</summary>
    public async Task<string> PressAsync(string person, ShownCard card, string button, params (string Field, string Value)[] filled)
    {
        var (verb, data) = card.Button(button);
        foreach (var (field, value) in card.Fields)
            data[field] = value;

        foreach (var (field, value) in filled)
            data[field] = value;

        var answer = await Channel.PressAsync(person, verb, data);
        Assert.Equal((200, string.Empty), (answer.CardStatus, answer.Refusal));
        return answer.Text;
    }

    public ValueTask DisposeAsync() => Channel.DisposeAsync();

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        timeout.CancelAfter(Limit);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        T seen;
        while (!isSo(seen = await look()))
            await pause.WaitForNextTickAsync(timeout.Token);

        return seen;
    }

    private async Task<HttpStatusCode> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"workbench/api/{path}");
        request.Headers.Add("Origin", Channel.Bot.Address.GetLeftPart(UriPartial.Authority));
        request.Content = JsonContent.Create(body);
        using var response = await Channel.Bot.Http.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
