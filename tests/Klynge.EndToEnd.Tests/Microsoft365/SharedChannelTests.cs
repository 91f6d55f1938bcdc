using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Microsoft365;

/// <summary>
/// The bot in a channel that is shared with another team and another organisation, on the real program: who reads along is asked for and
/// told before the channel gets a forum, nothing closed is written there, and nobody of another organisation is written to in person.
/// </summary>
public sealed class SharedChannelTests : IAsyncLifetime
{
    private const string ChannelId = "19:delt-kanal@thread.tacv2";
    private const string Foreigner = "lise-damgaard";
    private const string ClosedTitle = "Opsigelse af en navngiven leder";

    private static readonly string[] Commands =
    [
        "dagsorden", "møder", "hjælp", "tilføj punkt", "afbud", "fortryd afbud", "skriftlig behandling", "mine sager", "fremmøde",
        "beslutning 2", "referat", "frister", "frist", "årshjul", "søg navngiven", "søg opsigelse", "kalender",
    ];

    private SharedChannelTeams _teams = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _teams = await SharedChannelTeams.StartAsync(ChannelId);
        _channel = await Channel.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task SharedChannel_IsLinkedAfterTheSecretariatWasToldWhoReads_AndShowsNothingClosed()
    {
        _teams.Members = [Own(Channel.Secretary), Own("henrik-bonde"), Foreign(Foreigner), Foreign("en-gaest")];
        await _channel.PostAsync(Activity("installationUpdate", Channel.Secretary, ("action", "add")));
        Assert.Contains("Hvilket forum hører denne chat til?", Assert.Single(_teams.Said), StringComparison.Ordinal);

        var asked = await PressAsync("chat.link", Forum());
        var text = asked.ToJsonString();
        Assert.Contains("Kanalen er delt", Read(text), StringComparison.Ordinal);
        Assert.Contains("4 personer kan læse det, jeg skriver her.", Read(text), StringComparison.Ordinal);
        Assert.Contains("2 af dem har konto i en anden organisation.", Read(text), StringComparison.Ordinal);
        Assert.Contains("Kan kun nås på mail", Read(text), StringComparison.Ordinal);
        Assert.Null(LinkedForum());
        Assert.Equal("", _channel.Query("""SELECT "TeamsUserId" FROM "People" WHERE "Key" = @p0""", Foreigner));

        var yes = Button(asked, "Tilknyt Chefforum alligevel");
        await PressAsync("chat.link", yes["data"]!);
        Assert.Equal(_channel.ForumId(), LinkedForum());

        CloseItem(2);
        foreach (var command in Commands)
            await _channel.PostAsync(Activity("message", Channel.Secretary, ("text", command)));
        await _channel.PostAsync(Activity("message", Channel.Secretary, ("text", "dagsorden")));
        Assert.Contains(_teams.Said, said => said.Contains("Lukket punkt", StringComparison.Ordinal));
        Assert.DoesNotContain(_teams.Said, said => Read(said).Contains(ClosedTitle, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_teams.Said, said => said.Contains("\"userIds\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LinkedChannel_ThatIsSharedWithMore_IsToldToTheSecretariat()
    {
        _teams.Members = [Own(Channel.Secretary)];
        await _channel.PostAsync(Activity("installationUpdate", Channel.Secretary, ("action", "add")));
        var asked = await PressAsync("chat.link", Forum());
        await PressAsync("chat.link", Button(asked, "Tilknyt Chefforum alligevel")["data"]!);

        _teams.Members = [Own(Channel.Secretary), Foreign("en-gaest")];
        var shared = Activity("conversationUpdate", Channel.Secretary);
        shared["channelData"]!["eventType"] = "channelMemberAdded";
        await _channel.PostAsync(shared);

        var told = await WaitForAsync(() => _teams.SaidInPerson.FirstOrDefault(said => Read(said).Contains("Flere kan læse med", StringComparison.Ordinal)));
        Assert.Contains("har konto i en anden organisation", Read(told), StringComparison.Ordinal);
    }

    private string? LinkedForum() => _channel.Query("""SELECT "ForumId" FROM "Conversations" WHERE "Id" = @p0""", ChannelId) is { Length: > 0 } id ? id : null;

    private JsonObject Forum() => new() { ["forum"] = Guid.Parse(_channel.ForumId()).ToString("N"), ["move"] = false };

    private async Task<JsonNode> PressAsync(string verb, JsonNode data)
    {
        var press = Activity("invoke", Channel.Secretary, ("name", "adaptiveCard/action"));
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        };
        return (await _channel.PostAsync(press)).Body!;
    }

    private JsonObject Activity(string type, string person, params (string Name, string Value)[] fields)
    {
        var activity = _channel.Activity(type, person, ChannelId);
        activity["serviceUrl"] = _teams.ServiceUrl;
        activity["conversation"] = new JsonObject { ["id"] = ChannelId, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = SharedChannelTeams.Tenant };
        activity["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = SharedChannelTeams.Tenant },
            ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["aadGroupId"] = SharedChannelTeams.Team },
            ["channel"] = new JsonObject { ["id"] = ChannelId, ["type"] = "shared" },
        };
        foreach (var (name, value) in fields)
            activity[name] = value;
        return activity;
    }

    private JsonObject Own(string person) => Account(person, SharedChannelTeams.Tenant, "direct");

    private JsonObject Foreign(string person) => Account(person, "c0ffee00-0000-4000-8000-000000000002", "transitive");

    private JsonObject Account(string person, string tenant, string membership) => new()
    {
        ["id"] = $"29:proevebaenk-{person}",
        ["name"] = person,
        ["objectId"] = _channel.Query("""SELECT "EntraObjectId" FROM "People" WHERE "Key" = @p0""", person) is { Length: > 0 } id ? id : Guid.NewGuid().ToString(),
        ["tenantId"] = tenant,
        ["membershipSources"] = new JsonArray(new JsonObject { ["sourceType"] = "channel", ["membershipType"] = membership, ["tenantId"] = tenant }),
    };

    private void CloseItem(int number)
    {
        using var db = _channel.Open();
        using var command = db.CreateCommand();
        command.CommandText = """UPDATE "AgendaItems" SET "Content" = json_set("Content", '$.isClosed', json('true'), '$.title', @title) WHERE "Id" = @id""";
        command.Parameters.AddWithValue("@title", ClosedTitle);
        command.Parameters.AddWithValue("@id", _channel.ItemId(number));
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static JsonNode Button(JsonNode answer, string title) =>
        Everything(answer).OfType<JsonObject>().Single(node => (string?)node["type"] == "Action.Execute" && Read((string?)node["title"] ?? string.Empty) == title);

    private static IEnumerable<JsonNode> Everything(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(pair => Everything(pair.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Everything),
        _ => [],
    };

    /// <summary>Without the joiners that keep text from being read as markup, whether they stand as themselves or escaped.</summary>
    private static string Read(string json) =>
        Regex.Unescape(json.Replace("\\\"", "\"", StringComparison.Ordinal)).Replace("\u2060", string.Empty, StringComparison.Ordinal);

    private static async Task<string> WaitForAsync(Func<string?> look)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (look() is { } found)
                return found;
            await Task.Delay(100, patience.Token);
        }
    }
}
