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

    /// <param name="members">Beside the ten that are there: a thousand, and so many that all of them still stand in the lists of forms.</param>
    [Theory]
    [InlineData(LargeBody.Members)]
    [InlineData(50)]
    public async Task EveryCard_OfABodyOfAThousand_IsUnder40KilobytesOnTheWire(int members)
    {
        await using var board = await RightsBoard.CreateAsync(one => LargeBody.SeatAsync(one, members, LargeBody.Forums));
        await LargeBody.FillAsync(board);
        using var chat = await RightsChat.CreateAsync(board);
        var (sizes, prepared) = (new Dictionary<string, int>(StringComparer.Ordinal), await WrittenAsync(board));
        Measure(sizes, "prepared", await SentAsync(board, prepared with { Sent = [] }));
        foreach (var right in RightsTable.All.Where(right => right is ButtonRight || right.GetType().IsGenericType))
        {
            foreach (var actor in new[] { Actors.Secretariat, Actors.Chair, Actors.Member }.Where(actor => right.Who.HasFlag(actor)))
            {
                Measure(sizes, $"{right.Name} by {actor}", await chat.ShowAsync(right, actor));
                if (await ActsAsync(board) != prepared.Acts)
                {
                    Measure(sizes, $"{right.Name} by {actor}, sent", await SentAsync(board, prepared));
                    board.PutBack();
                }
            }
        }

        Measure(sizes, "shared", await chat.SharedAsync());
        var large = sizes.Where(one => one.Value >= MaxBytes).OrderByDescending(one => one.Value).Select(one => $"{one.Key}: {one.Value} bytes").ToList();
        Assert.True(large.Count == 0, string.Join('\n', large));
        Assert.True(sizes.Count > 150, $"only {sizes.Count} were measured");
    }

    private static void Measure(Dictionary<string, int> sizes, string name, IEnumerable<string> cards)
    {
        foreach (var card in cards)
            sizes[name] = Math.Max(sizes.GetValueOrDefault(name), Encoding.UTF8.GetByteCount(card));
    }

    /// <summary>How many acts are on record, which every write is.</summary>
    private static async Task<int> ActsAsync(RightsBoard board)
    {
        await using var db = board.Board.Open();
        return await db.Audit.CountAsync();
    }

    private static async Task<Written> WrittenAsync(RightsBoard board)
    {
        await using var db = board.Board.Open();
        return new Written(await db.Audit.CountAsync(), [.. await db.Outbox.Select(message => message.Id).ToListAsync()]);
    }

    /// <summary>
    /// The cards on their way that were not before; many get the same one. Only theirs are read: what was prepared is some thousand cards,
    /// and reading them again after each press was most of what this test cost.
    /// </summary>
    private static async Task<IEnumerable<string>> SentAsync(RightsBoard board, Written before)
    {
        await using var db = board.Board.Open();
        var ids = (await db.Outbox.Where(message => message.Payload != null).Select(message => message.Id).ToListAsync()).FindAll(id => !before.Sent.Contains(id));
        var payloads = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(500))
            payloads.UnionWith(await db.Outbox.Where(message => some.Contains(message.Id)).Select(message => message.Payload!).Distinct().ToListAsync());

        return payloads.Select(payload => JsonSerializer.Deserialize<OutgoingMessage>(payload)!.Card).OfType<string>();
    }

    private sealed record Written(int Acts, HashSet<long> Sent);
}
