using System.Globalization;
using System.Text.Json.Nodes;

namespace Klynge.Bot.Tests.Security.Fuzz;

/// <summary>Valid activities of every kind that the channel sends, about what there is.</summary>
internal sealed class ActivityMaker(FuzzWorld world)
{
    private static readonly string[] Commands =
    [
        "hjælp", "dagsorden", "dagsorden chefforum", "møder", "nyt møde chefforum 4. februar 2027 kl. 14", "tilføj punkt Ny aftale v/ Anna 15 min",
        "afbud", "afbud chefforum stedfortræder Bo Friis", "fortryd afbud", "skriftlig behandling", "beslutning 2 Godkendt", "referat", "søg budget",
        "frister", "årshjul", "hvad er det?", "<at>Klynge</at> dagsorden",
    ];

    private static readonly string[] Fields =
    [
        "forum", "meeting", "item", "procedure", "version", "answer", "remarks", "title", "kind", "text", "date", "start", "end", "member", "person",
        "substitute", "number", "move", "page", "reason", "phrase", "minutes", "presenter", "section", "recommendations", "presentation", "attended",
        "steps", "sure", "skip", "over", "words", "choice", "deadline", "caseNumber", "source", "note", "place",
    ];

    private static readonly string[] Values = ["1", "0", "true", "approve", "remarks", "reject", "2027-02-04", "14:00", "Godkendt", "15", "-1", "chefforum"];

    private static readonly string[] Events =
        ["meetingStart", "meetingEnd", "meetingParticipantJoin", "meetingParticipantLeave", "somethingNew"];

    private static readonly string[] Lists = ["people", "seats", "roll", "participants", "somethingNew"];

    private static readonly string[] Invokes = ["task/fetch", "task/submit", "composeExtension/query", "config/fetch", "fileConsent/invoke", "signin/verifyState"];

    /// <summary>Two in five press a button; what a person writes costs most and is every tenth.</summary>
    public JsonObject Make(Random random, int index) => random.Next(20) switch
    {
        < 2 => With(Activity(random, index, "message"), ("text", Commands[random.Next(Commands.Length)])),
        < 9 => With(Activity(random, index, "invoke"), ("name", "adaptiveCard/action"), ("value", CardAction(random)), ("replyToId", "1700000000000")),
        9 => With(Activity(random, index, "message"), ("value", Data(random, world.Verbs[random.Next(world.Verbs.Count)]))),
        10 or 11 => With(Activity(random, index, "conversationUpdate"), ("membersAdded", new JsonArray(Account(random))), ("channelData", ChannelData(random))),
        12 => With(Activity(random, index, "installationUpdate"), ("action", random.Next(2) == 0 ? "add" : "remove")),
        13 or 14 or 15 => With(Activity(random, index, "event"), ("name", $"application/vnd.microsoft.{Events[random.Next(Events.Length)]}"), ("value", Meeting(random)), ("channelData", ChannelData(random))),
        16 => With(Activity(random, index, "invoke"), ("name", "application/search"), ("value", Search(random))),
        17 => With(Activity(random, index, "invoke"), ("name", Invokes[random.Next(Invokes.Length)]), ("value", Data(random, "fetch"))),
        _ => With(Activity(random, index, random.Next(2) == 0 ? "messageReaction" : "typing"), ("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" }))),
    };

    private static JsonObject With(JsonObject activity, params ReadOnlySpan<(string Name, JsonNode Value)> more)
    {
        foreach (var (name, value) in more)
            activity[name] = value;

        return activity;
    }

    private JsonObject Activity(Random random, int index, string type)
    {
        var isPersonal = random.Next(4) > 0;
        return new()
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{index}"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = world.ServiceUrl,
            ["from"] = Account(random),
            ["recipient"] = new JsonObject { ["id"] = "28:klynge", ["name"] = "Klynge" },

            // A conversation takes seven messages a second, as in Teams; so there are many.
            ["conversation"] = new JsonObject
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"{(isPersonal ? "a" : "19")}:fuzz-{index % 40_000}"),
                ["conversationType"] = isPersonal ? "personal" : "groupChat",
                ["tenantId"] = "22222222-2222-2222-2222-222222222222",
            },
        };
    }

    private JsonObject Account(Random random)
    {
        var person = world.People[random.Next(world.People.Count)];
        return new() { ["id"] = $"29:{person}", ["name"] = "Anna Prøve", ["aadObjectId"] = person };
    }

    private JsonObject CardAction(Random random) => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = world.Verbs[random.Next(world.Verbs.Count)],
            ["data"] = Data(random, "ignored"),
        },
        ["trigger"] = random.Next(5) == 0 ? "automatic" : "manual",
    };

    private JsonObject Data(Random random, string verb)
    {
        var data = new JsonObject { ["verb"] = verb };
        for (var fields = random.Next(8); fields > 0; fields--)
            data[Fields[random.Next(Fields.Length)]] = random.Next(3) == 0 ? Values[random.Next(Values.Length)] : Id(random);

        return data;
    }

    private JsonObject Search(Random random) => new()
    {
        ["dataset"] = $"{Lists[random.Next(Lists.Length)]}/{Guid.Parse(Id(random)):N}/{Guid.Parse(Id(random)):N}",
        ["queryText"] = Values[random.Next(Values.Length)],
        ["queryOptions"] = new JsonObject { ["skip"] = random.Next(3), ["top"] = random.Next(100) },
    };

    private JsonObject Meeting(Random random) => new()
    {
        ["Id"] = Id(random),
        ["Title"] = "Møde i Chefforum",
        ["StartTime"] = "2026-12-01T13:00:00Z",
        ["EndTime"] = "2026-12-01T15:00:00Z",
        ["members"] = new JsonArray(new JsonObject { ["user"] = Account(random), ["meeting"] = new JsonObject { ["inMeeting"] = true, ["role"] = "Organizer" } }),
    };

    private JsonObject ChannelData(Random random) => new()
    {
        ["eventType"] = "teamMemberAdded",
        ["tenant"] = new JsonObject { ["id"] = "22222222-2222-2222-2222-222222222222" },
        ["meeting"] = new JsonObject { ["id"] = Id(random) },
        ["team"] = new JsonObject { ["id"] = "19:team" },
    };

    private string Id(Random random) => world.Ids[random.Next(world.Ids.Count)];
}
