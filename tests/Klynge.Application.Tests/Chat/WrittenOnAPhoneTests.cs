using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Klynge.Application.Tests.Support;

namespace Klynge.Application.Tests.Chat;

/// <summary>
/// Whole sets of sentences as people write them on a phone, labelled before they were tried. Each line of a file: who (and in which
/// forum's chat, »-« for their own), the sentence, what may stand afterwards that did not before, what the answer must show, and the same in words.
/// </summary>
public sealed partial class WrittenOnAPhoneTests(ITestOutputHelper output)
{
    private const string Reason = "Er det begrundelsen?";

    [Theory]
    [InlineData("skrevet-3.txt")]
    [InlineData("skrevet-4.txt")]
    [InlineData("skrevet-5.txt")]
    [InlineData("skrevet-6.txt")]
    [InlineData("skrevet-7.txt")]
    [InlineData("skrevet-8.txt")]
    [InlineData("skrevet-9.txt")]
    [InlineData("skrevet-10.txt")]
    [InlineData("skrevet-11.txt")]
    [InlineData("skrevet-12.txt")]
    public async Task Sentence_OfASetThatWasLabelledFirst_IsUnderstoodOrAsked(string file)
    {
        var faults = new List<string>();
        var chat = await SampleChat.CreateAsync();
        var before = Parts(await chat.EverythingAsync());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Chat", file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            var answer = await SayAsync(chat, cells[0], cells[1]);
            var after = Parts(await chat.EverythingAsync());
            var changed = after.Except(before).Concat(before.Except(after)).ToList();
            var fault = changed.Exists(one => !IsAllowed(one, cells[2])) ? "WRONG ACT" : Shows(Words(answer), cells[3]) ? null : "asked badly";
            output.WriteLine($"{fault ?? (changed.Count > 0 ? "done" : "ok")} | {cells[0]}: {cells[1]}\n    want: {cells[4]}\n    {string.Join(", ", changed)}\n    {Words(answer)}");
            if (fault is not null)
                faults.Add($"{fault}: {cells[0]}: {cells[1]}");

            if (changed.Count == 0)
                continue;

            await chat.DisposeAsync();
            chat = await SampleChat.CreateAsync();
            before = Parts(await chat.EverythingAsync());
        }

        await chat.DisposeAsync();
        Assert.True(faults.Count == 0, $"{faults.Count} of the set:\n{string.Join('\n', faults)}");
    }

    private static List<string> Parts(string everything) => [.. everything.Split('|')];

    private static async Task<string> SayAsync(SampleChat chat, string who, string sentence)
    {
        var parts = who.Split('@');
        var forum = parts.Length == 1 ? "chefforum" : parts[1] == "-" ? null : parts[1];
        var people = Mention().Matches(sentence).Select(match => match.Groups[1].Value).ToList();
        return await chat.SayAsync(
            chat.KeyOf(parts[0]), Mention().Replace(sentence, "$1").Replace("\\n", "\n", StringComparison.Ordinal), forum, [.. people.Select(name => (name, chat.KeyOf(name)))]);
    }

    private static bool IsAllowed(string change, string allowed) =>
        allowed.Split("; ").Any(one => one.EndsWith(" (*)", StringComparison.Ordinal)
            ? change.Contains(one[..^4], StringComparison.Ordinal) : change == one);

    /// <summary>A question whether words are a reason is a question asked well only where nobody could tell.</summary>
    private static bool Shows(string answer, string wanted) => (wanted.Contains(Reason, StringComparison.Ordinal) || !answer.Contains(Reason, StringComparison.Ordinal)) && wanted.Split(" & ").All(all => all.Split(" | ").Any(one => one[0] == '!'
        ? !answer.Contains(one[1..], StringComparison.OrdinalIgnoreCase) : answer.Contains(one, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What somebody reads of an answer: the text, or the card's texts, buttons and filled fields.</summary>
    private static string Words(string answer)
    {
        if (!answer.StartsWith('{'))
            return answer;

        var words = new List<string>();
        Read(JsonNode.Parse(answer), words);
        return string.Join(" / ", words).ReplaceLineEndings(" ");
    }

    private static void Read(JsonNode? node, List<string> words)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
                Read(one, words);
        }
        else if (node is JsonObject element)
        {
            if ((string?)element["type"] == "Action.Execute")
                words.Add($"[{element["title"]}]");
            else if ((string?)element["type"] is { } type && type.StartsWith("Input.", StringComparison.Ordinal))
                words.Add($"{element["label"]}: {element["value"]}");
            else
                ReadParts(element, words);
        }
    }

    private static void ReadParts(JsonObject element, List<string> words)
    {
        foreach (var (name, value) in element)
        {
            if (name is "text" or "title" && value is JsonValue)
                words.Add(value.ToString());
            else
                Read(value, words);
        }
    }

    [GeneratedRegex(@"@\[([^\]]+)\]")]
    private static partial Regex Mention();
}
