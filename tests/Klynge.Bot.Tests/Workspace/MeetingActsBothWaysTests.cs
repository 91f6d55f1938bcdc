using System.Text.Json;
using Klynge.Application.Audit;
using Klynge.Domain.Agendas;

namespace Klynge.Bot.Tests.Workspace;

/// <summary>What is pressed on a meeting's page and what is pressed on its card are one act: the same use case, and the same rows of the audit log.</summary>
public sealed class MeetingActsBothWaysTests
{
    [Fact]
    public async Task EveryAct_ByThePageAndByTheCard_WritesTheSameRows()
    {
        await using var page = await MeetingScenario.StartAsync();
        await using var card = await MeetingScenario.StartAsync();
        var (onPage, onCard) = (await page.ItemsAsync(), await card.ItemsAsync());
        Assert.Equal(onPage.ConvertAll(item => item.Content.Title), onCard.ConvertAll(item => item.Content.Title));
        foreach (var (name, press, chat) in Acts())
            await CompareAsync(name, page, card, press, chat);
    }

    /// <summary>Does the same by a form of the page and by a button of a card, in two hosts that stand alike, and compares what is on record.</summary>
    internal static async Task CompareAsync(
        string name, MeetingScenario page, MeetingScenario card, Func<MeetingScenario, List<AgendaItem>, Task> press, Func<MeetingScenario, List<AgendaItem>, Task> chat)
    {
        var (beforePage, beforeCard) = (await page.LastAsync(), await card.LastAsync());
        await press(page, await page.ItemsAsync());
        await chat(card, await card.ItemsAsync());
        var (ofPage, ofCard) = (Shape(await page.RowsAsync(beforePage)), Shape(await card.RowsAsync(beforeCard)));

        Assert.True(ofPage.Exists(row => !row.StartsWith("Refuse", StringComparison.Ordinal)), $"{name}: nothing was done");
        Assert.True(ofCard.SequenceEqual(ofPage), $"{name}\ncard:\n{string.Join('\n', ofCard)}\npage:\n{string.Join('\n', ofPage)}");
    }

    private static IEnumerable<(string Name, Func<MeetingScenario, List<AgendaItem>, Task> Press, Func<MeetingScenario, List<AgendaItem>, Task> Chat)> Acts()
    {
        yield return ("move", (at, items) => at.PressAsync("raekkefoelge", $"{items[3].Id.Value}/4/-1"), (at, items) => at.ChatAsync("agenda.move", items[3].Id, ("steps", -1), ("number", 4)));
        yield return ("take off", (at, items) => at.PressAsync("tag-af", $"{items[4].Id.Value}"), (at, items) => at.ChatAsync("agenda.remove", items[4].Id));
        yield return ("mark", (at, items) => at.PostAsync("bilag/ret", null, ("punkt", $"{With(items).Id.Value}"), ("bilag", $"{First(items)}"), ("navn", "Nyt navn"), ("laesning", "ja")),
            (at, items) => at.ChatAsync("attachment.mark", With(items).Id, ("attachment", $"{First(items)}"), ("name", "Nyt navn"), ("reading", "yes"), ("closed", "false")));
        yield return ("order bilag", (at, items) => at.PressAsync("bilag/flyt", $"{With(items).Id.Value}/{First(items)}/1/1"),
            (at, items) => at.ChatAsync("attachment.move", With(items).Id, ("attachment", $"{First(items)}"), ("steps", 1), ("number", 1)));
        yield return ("remove bilag", (at, items) => at.PressAsync("bilag/fjern", $"{With(items).Id.Value}/{First(items)}"),
            (at, items) => at.ChatAsync("attachment.remove", With(items).Id, ("attachment", $"{First(items)}")));
        yield return ("send", (at, _) => at.PostAsync("udsend", null, ("sendt", "0")), (at, _) => at.ChatAsync("agenda.send", null, ("sent", "0")));
        yield return ("begin", (at, _) => at.PressAsync("begynd", "sikker"), (at, _) => at.ChatAsync("meeting.begin", null, ("sure", "true")));
        yield return ("answer all", (at, items) => at.PressAsync("svar", $"{items[0].Id.Value}/{items[0].Version}/Approved"),
            (at, items) => at.ChatAsync("agenda.answers", items[0].Id, ("first", 1), ("version", items[0].Version), ("all", "approved")));
        yield return ("decide", (at, items) => at.PostAsync("beslutning", null, ("punkt", $"{items[1].Id.Value}"), ("version", $"{items[1].Version}"), ("tekst", "Fint.")),
            (at, items) => at.ChatAsync("agenda.decide", null, ("choice", $"{items[1].Id.Value:N}/{items[1].Version}"), ("loaded", $"{items[1].Id.Value:N}/{items[1].Version}"), ("text", "Fint.")));
        yield return ("undo", (at, items) => at.PressAsync("fortryd-beslutning", $"{items[1].Id.Value}/fortryd/{items[1].DecisionChange}"),
            (at, items) => at.ChatAsync("agenda.decide.undo", items[1].Id, ("change", items[1].DecisionChange!.Value)));
        yield return ("minutes", (at, _) => at.PressAsync("referat", "nu"), (at, _) => at.ChatAsync("minutes.write", null));
        yield return ("end", (at, _) => at.PressAsync("slut", "sikker"), (at, _) => at.ChatAsync("meeting.finish", null, ("sure", "true")));

        static AgendaItem With(List<AgendaItem> items) => items.First(item => item.Content.Attachments.Count > 0 && item.Content.Title.StartsWith("Hjertesvigt", StringComparison.Ordinal));
        static string First(List<AgendaItem> items) => With(items).Content.Attachments[0].Key().Value.ToString();
    }

    /// <summary>Who did what where, and which columns of which records changed: the ids differ from one host to the next, and only a card's press has an activity. The library's answer comes in its own time.</summary>
    private static List<string> Shape(IEnumerable<AuditEntry> rows) => [.. rows.Where(row => row.UseCase != "StoreMinutes").Select(row =>
    {
        using var changes = JsonDocument.Parse(row.Changes);
        var changed = changes.RootElement.EnumerateArray()
            .Select(change => $"{change.GetProperty("entity").GetString()}({string.Join(',', (change.TryGetProperty("after", out var after) && after.ValueKind == JsonValueKind.Object ? after : change.GetProperty("before")).EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal))})")
            .Order(StringComparer.Ordinal);
        return $"{row.UseCase} {row.Refusal} actor {row.ActorId is not null} forum {row.ForumId is not null} subject {row.SubjectId is not null}: {string.Join(' ', changed)}";
    })];
}
