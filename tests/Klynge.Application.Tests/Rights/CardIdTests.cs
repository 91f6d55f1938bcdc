using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Rights;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Cards stay in people's chats. Those from before wrote some ids with hyphens, and all of them with whatever letters; what is no id, or
/// another record's, is refused as one that there is not.
/// </summary>
public sealed partial class CardIdTests
{
    /// <summary>The first makes a new secret each time, the others name what is no record of ours: an account, a link.</summary>
    private static readonly string[] NotOurs = ["calendar.link.create", "account.answer", "account.show", "document.open"];

    [Fact]
    public async Task EveryButton_OfACardFromBefore_DoesTheSame()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var wrong = new List<string>();
        foreach (var right in RightsTable.All.OfType<ButtonRight>().Where(right => !NotOurs.Contains(right.Verb)))
        {
            var data = RightsCalls.Data(board, right, Actors.Secretariat).GetRawText();
            var now = await PressAsync(Rewrite(data, "N"));
            foreach (var form in new[] { "D", "B" })
            {
                if (await PressAsync(Rewrite(data, form)) is var then && then != now)
                    wrong.Add($"{right.Verb}, written {form}: {then} and not {now}");
            }

            async Task<(string, bool)> PressAsync(string pressed)
            {
                var answer = await chat.PressAsync(right.Verb, JsonNode.Parse(pressed)!, board.People[Actors.Secretariat]);
                var hasChanged = board.HasChanged();
                if (hasChanged)
                    board.PutBack();

                return (AnyId().Replace(answer, "id"), hasChanged);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("forum", "ForumNotFound")]
    [InlineData("meeting", "MeetingNotFound")]
    [InlineData("item", "ItemNotFound")]
    [InlineData("procedure", "ProcedureNotFound")]
    public async Task Id_OfAnotherKind_OrNoIdAtAll_IsRefusedInWords(string field, string refusal)
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var wrong = new List<string>();
        var kinds = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["forum"] = board.Forum.Id.Value,
            ["meeting"] = board.Ahead.Value,
            ["item"] = board.Item.Value,
            ["procedure"] = board.Open.Value,
        };
        JsonNode?[] others =
        [
            .. kinds.Where(kind => kind.Key != field).Select(kind => (JsonNode)kind.Value),
            "abc", "", 7, true, null, new JsonArray(1), new JsonObject(), Guid.Empty.ToString(),
        ];
        foreach (var verb in Of(field))
        {
            var right = RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);
            foreach (var other in others)
            {
                var data = JsonNode.Parse(RightsCalls.Data(board, right, Actors.Secretariat).GetRawText())!;
                data[field] = other?.DeepClone();
                var answer = await chat.PressAsync(verb, data, board.People[Actors.Secretariat]);
                if (!answer.Contains($"\"{refusal}\"", StringComparison.Ordinal) || board.HasChanged())
                    wrong.Add($"{verb} with {other?.ToJsonString() ?? "nothing"} as {field}: {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string[] Of(string field) => field switch
    {
        "forum" => ["agenda.show", "agenda.accept", "meeting.move", "minutes.write", "deadline.set", "procedure.close", "wheel.add"],
        "meeting" => ["agenda.show", "agenda.send", "meeting.cancel", "minutes.write", "attendance.form"],
        "item" => ["agenda.item", "agenda.edit", "agenda.move", "agenda.remove"],
        _ => ["procedure.close", "procedure.edit", "procedure.remind", "procedure.view"],
    };

    private static string Rewrite(string data, string form) => IdOfField().Replace(data, id => Guid.Parse(id.Value).ToString(form));

    [GeneratedRegex("(?<=:\")[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=\")")]
    private static partial Regex IdOfField();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex AnyId();
}
