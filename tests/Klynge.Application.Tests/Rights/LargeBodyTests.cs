using System.Text;
using System.Text.Json;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Rights;

/// <summary>
/// Every card of the product for a body of a thousand members, a hundred items and sixty forums: every command and every button by whoever
/// may, what is sent to others because of it, and the cards that chats share. As they go on the wire, none has 40,000 bytes.
/// </summary>
public sealed class LargeBodyTests
{
    private const int MaxBytes = 40_000;

    /// <summary>The secretariat and the chair see the same; what only the chair may press, the chair presses.</summary>
    private static IEnumerable<Actors> PressersOf(Right right) =>
        new[] { right.Who.HasFlag(Actors.Secretariat) ? Actors.Secretariat : Actors.Chair, Actors.Member }.Where(actor => right.Who.HasFlag(actor));

    /// <summary>
    /// A thousand, of whom forms let one search; and then, for those forms alone, a body whose members all still stand in their lists.
    /// </summary>
    [Fact]
    public async Task EveryCard_OfABodyOfAThousand_IsUnder40KilobytesOnTheWire()
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var searched = await MeasureAsync(sizes, LargeBody.Members, [.. RightsTable.All.Where(right => right is ButtonRight || right.GetType().IsGenericType)]);
        await MeasureAsync(sizes, 50, searched);

        var large = sizes.Where(one => one.Value >= MaxBytes).OrderByDescending(one => one.Value).Select(one => $"{one.Key}: {one.Value} bytes").ToList();
        Assert.True(large.Count == 0, string.Join('\n', large));
        Assert.True(sizes.Count > 150, $"only {sizes.Count} were measured");
        Assert.True(searched.Count > 5, $"only {searched.Count} forms let one search");
    }

    /// <returns>What shows a list that is searched.</returns>
    private static async Task<IReadOnlyList<Right>> MeasureAsync(Dictionary<string, int> sizes, int members, IReadOnlyList<Right> rights)
    {
        await using var board = await RightsBoard.CreateAsync(one => LargeBody.SeatAsync(one, members, LargeBody.Forums));
        await LargeBody.FillAsync(board);
        Measure(sizes, $"prepared, of {members}", await SentAsync(board, after: 0));
        await board.ForgetMessagesAsync();
        using var chat = await RightsChat.CreateAsync(board);
        var searched = new List<Right>();
        foreach (var right in rights)
        {
            foreach (var actor in PressersOf(right))
            {
                var cards = await chat.ShowAsync(right, actor);
                Measure(sizes, $"{right.Name} by {actor}, of {members}", cards);
                if (!searched.Contains(right) && cards.Any(card => card.Contains("\"choices.data\"", StringComparison.Ordinal)))
                    searched.Add(right);

                if (board.HasChanged())
                {
                    Measure(sizes, $"{right.Name} by {actor}, of {members}, sent", await SentAsync(board, board.LastMessage));
                    board.PutBack();
                }
            }
        }

        Measure(sizes, $"shared, of {members}", await chat.SharedAsync());
        return searched;
    }

    private static void Measure(Dictionary<string, int> sizes, string name, IEnumerable<string> cards)
    {
        foreach (var card in cards)
            sizes[name] = Math.Max(sizes.GetValueOrDefault(name), Encoding.UTF8.GetByteCount(card));
    }

    /// <summary>The cards on their way after a message; many get the same one.</summary>
    private static async Task<IEnumerable<string>> SentAsync(RightsBoard board, long after)
    {
        await using var db = board.Board.Open();
        var payloads = await db.Outbox.Where(message => message.Id > after && message.Payload != null).Select(message => message.Payload!).Distinct().ToListAsync();
        return payloads.Select(payload => JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card).OfType<string>();
    }
}
