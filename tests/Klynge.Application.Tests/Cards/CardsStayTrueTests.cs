using System.Reflection;
using System.Text.Json.Nodes;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Rights;
using Klynge.Application.Rights;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Cards;

/// <summary>
/// A card lies in a chat for weeks while others work. Each builder of a card has one way to stay true, see
/// <c>docs/decisions/cards-stay-true.md</c>, and its samples keep to it; a new builder has to choose.
/// </summary>
public sealed class CardsStayTrueTests
{
    [Fact]
    public void EveryBuilderOfACard_HasChosenAWay()
    {
        var built = Builders().Order(StringComparer.Ordinal).ToList();

        string[] wrong =
        [
            .. built.Except(CardWays.All.Keys, StringComparer.Ordinal).Select(builder => $"{builder} has chosen no way"),
            .. CardWays.All.Keys.Except(built, StringComparer.Ordinal).Select(builder => $"{builder} builds no card"),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void EverySample_KeepsToTheWayOfItsBuilder()
    {
        var samples = CardTests.Samples;
        var wrong = new List<string>();
        foreach (var (builder, (way, names)) in CardWays.All)
        {
            wrong.AddRange(names.Length == 0 && way is CardWay.AsksAnew or CardWay.AsksWhenThereIsNews ? [$"{builder} has no sample"] : []);
            foreach (var name in names)
                wrong.AddRange(Faults(samples[name], way).Select(fault => $"{name} of {builder}: {fault}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Whatever any button sends to others: a card there that can be acted on finds out by itself when it is old.</summary>
    [Fact]
    public async Task EveryCardThatIsSent_AndCanBeActedOn_IsKeptTrue()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var sent = await LookAsync(board, wrong);
        foreach (var button in RightsTable.All.OfType<ButtonRight>())
        {
            var actor = RightsPeople.Columns.First(column => button.Who.HasFlag(column));
            await chat.DeliverAsync(button, actor, RightsCalls.Data(board, button, actor), $"sent-{button.Verb}");
            sent += await LookAsync(board, wrong);
            board.PutBack();
        }

        Assert.InRange(sent, 100, 100_000);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What the list calls a look changes nothing for whoever presses it. Copies that are made for them alone do not count.</summary>
    [Fact]
    public async Task EveryLook_ChangesNothing()
    {
        await using var board = await RightsBoard.CreateAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var wrong = new List<string>();
        foreach (var button in RightsTable.All.OfType<ButtonRight>().Where(button => CardWays.Looks.Contains(button.Verb)))
        {
            var actor = RightsPeople.Columns.First(column => button.Who.HasFlag(column));
            var before = board.Contents();
            await chat.DeliverAsync(button, actor, RightsCalls.Data(board, button, actor), $"look-{button.Verb}");
            wrong.AddRange(before == board.Contents() || CardWays.Copies.Contains(button.Verb) ? [] : [button.Verb]);
            board.PutBack();
        }

        Assert.Empty(wrong);
        Assert.Empty(CardWays.Looks.Except(RightsTable.All.OfType<ButtonRight>().Select(button => button.Verb), StringComparer.Ordinal));
    }

    private static IEnumerable<string> Faults(AdaptiveCard card, CardWay way)
    {
        var json = JsonNode.Parse(CardJson.Serialize(card))!;
        var acts = CardWays.Acts(json).ToList();
        if (way is CardWay.AsksAnew or CardWay.AsksWhenThereIsNews && json["refresh"] is null)
            yield return "does not draw itself anew";

        if (way is CardWay.TellsWhatHappened && acts.Count > 0)
            yield return $"tells what happened and can be acted on: {string.Join(", ", acts)}";
    }

    private static async Task<int> LookAsync(RightsBoard board, SortedSet<string> wrong)
    {
        await using var db = board.Board.Open();
        var rows = await db.Outbox.AsNoTracking().Where(message => message.Payload != null).Select(message => new { message.Payload, message.CardKey }).ToListAsync();
        foreach (var row in rows)
        {
            if (row.CardKey is null && System.Text.Json.JsonSerializer.Deserialize<OutgoingMessage>(row.Payload!)!.Card is { } sent && JsonNode.Parse(sent)! is { } card
                && card["refresh"] is null && CardWays.Acts(card).ToList() is { Count: > 0 } acts)
            {
                wrong.Add($"»{(string?)card["fallbackText"]}« can be acted on and never draws itself anew: {string.Join(", ", acts)}");
            }
        }

        return rows.Count;
    }

    /// <summary>Whatever a feature builds cards with; of one that hides its only builder, that one.</summary>
    private static IEnumerable<string> Builders()
    {
        var methods =
            from type in typeof(OutboxScope).Assembly.GetTypes()
            where !type.IsInterface && !type.Name.Contains('<', StringComparison.Ordinal)
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name != "DrawAsync"
            where method.ReturnType == typeof(AdaptiveCard) || method.ReturnType == typeof(Task<AdaptiveCard>)
            select method;
        return methods.GroupBy(method => method.DeclaringType!)
            .SelectMany(ofType => ofType.Where(method => !method.IsPrivate || ofType.All(other => other.IsPrivate)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct(StringComparer.Ordinal);
    }
}
