using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Benchmarks.Votes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Outbox;

/// <summary>
/// <c>outbox [rows] [chats]</c>: fills the outbox and drains it into a channel that answers at once: new messages, of which one is under
/// way at a time, and updates of cards that stand already. The last thousand must go out as fast as the first. So many chats, because the
/// bot keeps to seven messages a second in each, as Teams demands.
/// </summary>
internal static class OutboxBenchmark
{
    private const int Window = 1_000;

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var rows = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var chats = args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2_000;
        await BenchDatabase.RunOnEachAsync(database => RunAsync(database, rows, chats));
        return 0;
    }

    private static async Task RunAsync(BenchDatabase database, int rows, int chats)
    {
        Console.WriteLine($"{database.Name} ({await database.DescribeAsync()})");
        var channel = new CountingChannel();
        await using var bench = await OutboxHost.StartAsync(database.ConnectionString, channel);
        await FillAsync(bench.Contexts, rows, chats);
        await DrainAsync($"{database.Name}, new messages", bench, channel);
        await StandAsync(bench.Contexts, rows, chats);
        await DrainAsync($"{database.Name}, updates of cards", bench, channel);
    }

    private static async Task DrainAsync(string name, OutboxHost bench, CountingChannel channel)
    {
        channel.Start();
        var before = Environment.CpuUsage.TotalTime;
        while (await bench.Sender.DrainAsync(CancellationToken.None) > 0)
        {
        }

        var sent = channel.Times;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / sent.Count;
        await using var db = await bench.Contexts.CreateDbContextAsync();
        var left = await db.Outbox.CountAsync(message => message.SentAt == null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {sent.Count} sent, {left} left; {Rate(sent, 0, sent.Count):N0} rows/s in all, first {Window} {Rate(sent, 0, Window):N0} rows/s, last {Window} {Rate(sent, sent.Count - Window, Window):N0} rows/s; processor {processor:N0} µs a row"));
    }

    private static double Rate(IReadOnlyList<TimeSpan> sent, int from, int count) =>
        count / (sent[from + count - 1] - (from == 0 ? TimeSpan.Zero : sent[from - 1])).TotalSeconds;

    /// <summary>The messages of all chats in turn, as a busy morning leaves them.</summary>
    private static async Task FillAsync(IDbContextFactory<KlyngeContext> contexts, int rows, int chats)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await SaveAsync(contexts, Enumerable.Range(0, chats).Select(chat => NewChat($"new:{chat}", now)));
        await SaveAsync(contexts, Enumerable.Range(0, rows).Select(number => new OutboxMessage
        {
            Kind = OutboxKind.Post,
            ConversationId = $"new:{number % chats}",
            Payload = """{"Text":"Påmindelse om frist"}""",
            CreatedAt = now,
            DueAt = now,
        }));
    }

    /// <summary>As many cards that stand already, each with an update to go out.</summary>
    private static async Task StandAsync(IDbContextFactory<KlyngeContext> contexts, int rows, int chats)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var keys = Enumerable.Range(0, (rows / chats) + 1).Select(_ => new CardKey(BenchCard.Name, Guid.NewGuid()).ToString()).ToList();
        await SaveAsync(contexts, Enumerable.Range(0, chats).Select(chat => NewChat($"card:{chat}", now)));
        await SaveAsync(contexts, Enumerable.Range(0, rows).Select(number => new SharedCard
        {
            Key = keys[number / chats],
            ConversationId = $"card:{number % chats}",
            ActivityId = "1",
            PostedAt = now,
        }));
        await SaveAsync(contexts, Enumerable.Range(0, rows).Select(number => new OutboxMessage
        {
            Kind = OutboxKind.Refresh,
            CardKey = keys[number / chats],
            ConversationId = $"card:{number % chats}",
            CreatedAt = now,
            DueAt = now,
        }));
    }

    private static Conversation NewChat(string id, Instant now) => new()
    {
        Id = id,
        Kind = ConversationKind.Group,
        ServiceUrl = "http://127.0.0.1:9/teams",
        ChannelId = "msteams",
        BotId = "28:bot",
        SeenAt = now,
    };

    private static async Task SaveAsync(IDbContextFactory<KlyngeContext> contexts, IEnumerable<object> entities)
    {
        foreach (var some in entities.Chunk(1_000))
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.AddRange(some);
            await db.SaveChangesAsync();
        }
    }
}
