using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Testing;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests.Support;

/// <summary>
/// Stands where Teams stands, before the real program on the sample council: posts activities to <c>/api/messages</c>, reads what the
/// bot wrote through the workbench's connector, and looks into the database beside it.
/// </summary>
public sealed class Channel : IAsyncDisposable
{
    public const string Secretary = "signe-dahl";
    public const string Member = "lise-damgaard";
    public const string Observer = "kirsten-uhrskov";

    /// <summary>Sits in another forum only.</summary>
    public const string Outsider = "mette-lyngsoee";

    /// <summary>On no list at all.</summary>
    public const string Stranger = "ukendt";

    /// <summary>The chat of <see cref="Forum"/>, in place of the sender's own with the bot.</summary>
    public const string ForumChat = "19:proevebaenk-chefforum@thread.v2";

    public const string Forum = "chefforum";

    private readonly Dictionary<string, string> _personalChats;
    private readonly string _botId;

    private Channel(BotProcess bot, string data, JsonNode board)
    {
        (Bot, Data) = (bot, data);
        _botId = (string)board["bot"]!["id"]!;
        _personalChats = board["people"]!.AsArray().ToDictionary(person => (string)person!["id"]!, person => (string)person!["chat"]!);
    }

    public BotProcess Bot { get; }

    /// <summary>The folder of the database and the documents.</summary>
    public string Data { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="folder">As for the process: null for a new one.</param>
    /// <param name="environment">Settings by environment.</param>
    public static async Task<Channel> StartAsync(
        string? folder = null, IReadOnlyDictionary<string, string>? environment = null, int? port = null)
    {
        var bot = await BotProcess.StartAsync(folder, environment, port);
        var data = environment?.GetValueOrDefault("Klynge__DataDirectory") ?? Path.Combine(bot.Folder, ".data");
        return new Channel(bot, data, (await bot.Http.GetFromJsonAsync<JsonNode>("workbench/api/board", Ct))!);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    public Task<ChannelAnswer> SayAsync(string person, string text, string? chat = null, string? id = null)
    {
        var activity = Activity("message", person, chat, id);
        activity["text"] = text;
        return PostAsync(activity);
    }

    public Task<ChannelAnswer> PressAsync(string person, string verb, JsonNode? data, string? chat = null, string? id = null)
    {
        var activity = Activity("invoke", person, chat, id);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data?.DeepClone() },
            ["trigger"] = "manual",
        };
        return PostAsync(activity);
    }

    /// <summary>The fields of every activity; a chat of null is the person's own.</summary>
    public JsonObject Activity(string type, string person, string? chat = null, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? Guid.NewGuid().ToString(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = new Uri(Bot.Address, "workbench/teams").ToString(),
        ["from"] = new JsonObject { ["id"] = $"29:proevebaenk-{person}", ["name"] = person, ["aadObjectId"] = ObjectIdOf(person) },
        ["recipient"] = new JsonObject { ["id"] = _botId, ["name"] = "Klynge" },
        ["conversation"] = new JsonObject
        {
            ["id"] = chat ?? PersonalChatOf(person),
            ["conversationType"] = chat is null ? "personal" : "groupChat",
        },
    };

    public async Task<ChannelAnswer> PostAsync(JsonObject activity)
    {
        var chat = (string)activity["conversation"]!["id"]!;
        var before = await TranscriptAsync(chat);
        using var response = await Bot.Http.PostAsJsonAsync("api/messages", activity, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        var seen = before.Select(Version).ToHashSet();
        var written = (await TranscriptAsync(chat)).Where(message => (bool)message["from"]!["isBot"]! && !seen.Contains(Version(message)));
        return new ChannelAnswer(response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body), [.. written]);
    }

    /// <summary>What the bot has written in somebody's own chat, as it stands there now.</summary>
    public async Task<IReadOnlyList<ShownCard>> ReadAsync(string person) =>
        [.. (await TranscriptAsync(PersonalChatOf(person))).Where(message => (bool)message["from"]!["isBot"]!).Select(message => new ShownCard(message))];

    /// <summary>A body as it stands, however odd.</summary>
    public async Task<int> PostRawAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Bot.Http.PostAsync("api/messages", content, Ct);
        return (int)response.StatusCode;
    }

    /// <summary>The first value of the first row, straight from the file.</summary>
    public string? Query(string sql, params ReadOnlySpan<object> values)
    {
        using var db = Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"@p{i}", values[i]);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The database as another process has it open.</summary>
    public SqliteConnection Open()
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(Data, "klynge.db")};Pooling=False");
        db.Open();
        return db;
    }

    /// <summary>How much of the board's own there is; equal before and after means that nothing was done.</summary>
    public string Contents() => Query(
        """
        SELECT (SELECT group_concat("Id" || "Status" || "Date") FROM "Meetings") || (SELECT count(*) || '/' || sum("Version") FROM "AgendaItems")
            || '/' || (SELECT count(*) FROM "Apologies") || '/' || (SELECT count(*) FROM "WrittenProcedures") || '/' || (SELECT count(*) FROM "Votes")
            || '/' || (SELECT count(*) FROM "Minutes") || '/' || (SELECT count(*) FROM "Members")
        """)!;

    public string ForumId(string key = Forum) => Query("""SELECT "Id" FROM "Forums" WHERE "Key" = @p0""", key)!;

    /// <summary>The next meeting of a forum.</summary>
    public string MeetingId(string key = Forum) => Query(
        """SELECT "Id" FROM "Meetings" WHERE "ForumId" = @p0 AND "Status" = 1 ORDER BY "Date" LIMIT 1""", ForumId(key))!;

    public string ItemId(int number, string key = Forum) =>
        Query("""SELECT "Id" FROM "AgendaItems" WHERE "MeetingId" = @p0 AND "Number" = @p1""", MeetingId(key), number)!;

    private string PersonalChatOf(string person) => _personalChats.GetValueOrDefault($"29:proevebaenk-{person}", $"a:{person}");

    private string ObjectIdOf(string person) =>
        Query("""SELECT "EntraObjectId" FROM "People" WHERE "Key" = @p0""", person) is { Length: > 0 } id ? id : Guid.NewGuid().ToString();

    private async Task<IReadOnlyList<JsonNode>> TranscriptAsync(string chat)
    {
        var person = _personalChats.FirstOrDefault(pair => pair.Value == chat).Key ?? $"29:proevebaenk-{Secretary}";
        var query = $"workbench/api/transcript?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(chat)}";
        using var response = await Bot.Http.GetAsync(query, Ct);
        return response.IsSuccessStatusCode ? [.. (await response.Content.ReadFromJsonAsync<JsonArray>(Ct))!.OfType<JsonNode>()] : [];
    }

    private static (string Id, int Version) Version(JsonNode message) => ((string)message["id"]!, (int)message["version"]!);
}
