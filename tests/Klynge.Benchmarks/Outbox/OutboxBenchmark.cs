using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Benchmarks.Outbox;

/// <summary>
/// <c>outbox [rows] [chats]</c>: fills the outbox and drains it into a channel that answers at once, on SQLite and, where
/// <c>KLYNGE_POSTGRES</c> names a server, on PostgreSQL. The last thousand must go out as fast as the first. So many chats, because the
/// bot keeps to seven messages a second in each, as Teams demands.
/// </summary>
internal static class OutboxBenchmark
{
    private const int Window = 1_000;

    internal static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var rows = args.Count > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var chats = args.Count > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2_000;
        var folder = Directory.CreateTempSubdirectory("klynge-outbox-").FullName;
        try
        {
            await RunOneAsync("SQLite", $"Data Source={Path.Combine(folder, "klynge.db")};Pooling=False", rows, chats);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        if (!PostgresServer.IsThere)
        {
            Console.WriteLine("PostgreSQL: KLYNGE_POSTGRES names no server.");
            return 0;
        }

        var postgres = await PostgresServer.CreateAsync();
        try
        {
            await RunOneAsync("PostgreSQL", postgres, rows, chats);
        }
        finally
        {
            await PostgresServer.DropAsync(postgres);
        }

        return 0;
    }

    private static async Task RunOneAsync(string name, string connectionString, int rows, int chats)
    {
        var channel = new CountingChannel();
        await using var bench = await OutboxHost.StartAsync(connectionString, channel);
        await FillAsync(bench.Contexts, rows, chats);
        channel.Start();
        while (await bench.Sender.DrainAsync(CancellationToken.None) > 0)
        {
        }

        var sent = channel.Times;
        await using var db = await bench.Contexts.CreateDbContextAsync();
        var left = await db.Outbox.CountAsync(message => message.SentAt == null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {sent.Count} sent, {left} left, {chats} chats; {Rate(sent, 0, sent.Count):N0} rows/s in all, first {Window} {Rate(sent, 0, Window):N0} rows/s, last {Window} {Rate(sent, sent.Count - Window, Window):N0} rows/s"));
    }

    private static double Rate(IReadOnlyList<TimeSpan> sent, int from, int count) =>
        count / (sent[from + count - 1] - (from == 0 ? TimeSpan.Zero : sent[from - 1])).TotalSeconds;

    private static async Task FillAsync(IDbContextFactory<KlyngeContext> contexts, int rows, int chats)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.AddRange(Enumerable.Range(0, chats).Select(chat => new Conversation
            {
                Id = $"19:{chat}",
                Kind = ConversationKind.Group,
                ServiceUrl = "http://127.0.0.1:9/teams",
                ChannelId = "msteams",
                BotId = "28:bot",
                SeenAt = now,
            }));
            await db.SaveChangesAsync();
        }

        foreach (var some in Enumerable.Range(0, rows).Chunk(1_000))
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.AddRange(some.Select(number => new OutboxMessage
            {
                Kind = OutboxKind.Post,
                ConversationId = $"19:{number % chats}",
                Payload = """{"Text":"Påmindelse om frist"}""",
                CreatedAt = now,
                DueAt = now,
            }));
            await db.SaveChangesAsync();
        }
    }
}
