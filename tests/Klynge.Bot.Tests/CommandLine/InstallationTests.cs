using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Forums.Sample;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>The bot comes to a chat of a board of one's own: the real program, with the workbench in the place of Teams.</summary>
public sealed partial class InstallationTests : IAsyncLifetime
{
    private const string Secretary = "29:proevebaenk-signe-dahl";
    private const string Member = "29:proevebaenk-mehmet-yildiz";

    private static readonly string Chat = SampleChannel.ConversationOf("chefforum");

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;
    private readonly HttpClient _http = new();
    private System.Diagnostics.Process _bot = null!;

    public async ValueTask InitializeAsync()
    {
        // Another name than the sample's: nothing is linked beforehand.
        var file = Path.Combine(_folder, "board.json");
        await File.WriteAllTextAsync(file, SampleFiles.BoardText().Replace("Sundhedsråd Klitlandet", "Sundhedsråd Prøve", StringComparison.Ordinal));
        Assert.Equal(0, (await BotCommand.RunAsync(_folder, "board", "apply", file, "--yes")).ExitCode);
        _bot = BotCommand.Start(_folder, "--urls", "http://127.0.0.1:0", "--environment", "Development");
        var url = new Uri(await ReadUrlAsync());
        _http.BaseAddress = url;
        _http.DefaultRequestHeaders.Add("Origin", url.GetLeftPart(UriPartial.Authority));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _bot.Kill();
        await _bot.WaitForExitAsync();
        _bot.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task InstalledInAChat_AsksOnceWhichForum_AndTheSecretariatAnswers()
    {
        await PostAsync("install", new { person = Secretary, chat = Chat });
        var asked = Assert.Single(await TranscriptAsync(Chat, Secretary));
        Assert.Contains("Hvilket forum hører denne chat til?", CardOf(asked), StringComparison.Ordinal);
        var card = (string)asked["id"]!;

        var refused = await PressAsync(Member, card, "chat.choose", new { });
        Assert.Equal(400, (int)refused["statusCode"]!);
        Assert.Contains("Kun et forums sekretariat", (string)refused["value"]!["message"]!, StringComparison.Ordinal);

        var choice = await PressAsync(Secretary, card, "chat.choose", new { });
        var button = Objects(choice["value"]!).First(part => (string?)part["title"] == "Tilknyt Chefforum" && part["data"] is not null);
        var forged = await PressAsync(Member, card, "chat.link", button["data"]!);
        Assert.Equal("NotAllowed", (string?)forged["value"]!["code"]);

        var linked = await PressAsync(Secretary, card, "chat.link", button["data"]!);
        Assert.Contains("Chatten hører til Chefforum", (string?)linked["value"]!["speak"], StringComparison.Ordinal);

        // Everybody in the chat was learnt, and the chat is Chefforum's from now on.
        await PostAsync("messages", new { person = Member, chat = Chat, text = "hjælp" });
        Assert.Contains((await TranscriptAsync(Chat, Member)), message => CardOf(message).Contains("Chefforum: du er medlem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InstalledPersonally_WelcomesWithWhatThePersonMayDo()
    {
        var board = await _http.GetFromJsonAsync<JsonNode>("workbench/api/board");
        var chat = (string)board!["people"]!.AsArray().Single(person => (string?)person!["id"] == Member)!["chat"]!;

        await PostAsync("install", new { person = Member, chat });

        Assert.Contains("Velkommen", CardOf(Assert.Single(await TranscriptAsync(chat, Member))), StringComparison.Ordinal);

        await PostAsync("messages", new { person = Member, chat, text = "dagsodren" });
        var unknown = (await TranscriptAsync(chat, Member))[^1];
        Assert.Contains("Mente du", CardOf(unknown), StringComparison.Ordinal);
        var run = await PressAsync(Member, (string)unknown["id"]!, "chat.run", new { text = "hjælp" }, chat);
        Assert.Contains("Det kan du gøre her", run.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    private static string CardOf(JsonNode message) => message.ToJsonString(
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\u2060", string.Empty, StringComparison.Ordinal).Replace("\\u2060", string.Empty, StringComparison.Ordinal);

    private async Task<List<JsonNode>> TranscriptAsync(string chat, string person)
    {
        var all = await _http.GetFromJsonAsync<JsonArray>($"workbench/api/transcript?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(chat)}");
        return [.. all!.Where(message => (bool)message!["from"]!["isBot"]!).Select(message => message!)];
    }

    private async Task<JsonNode> PressAsync(string person, string card, string verb, object data, string? chat = null)
    {
        var delivered = await PostAsync("actions", new { person, chat = chat ?? Chat, card, submit = false, automatic = false, verb, data });
        return delivered["body"]!;
    }

    private async Task<JsonNode> PostAsync(string what, object body)
    {
        using var response = await _http.PostAsJsonAsync("workbench/api/" + what, body);
        Assert.True(response.IsSuccessStatusCode, $"{what}: {response.StatusCode}");
        var delivered = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.True((bool)delivered!["accepted"]!, delivered.ToJsonString());
        return delivered;
    }

    private async Task<string> ReadUrlAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await _bot.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true, Value: var url })
                return url;
        }

        throw new InvalidOperationException(await _bot.StandardError.ReadToEndAsync(patience.Token));
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/")]
    private static partial Regex Address();

    /// <summary>Every object of a card, wherever it stands.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(pair => Objects(pair.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
