using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>Many large bilag at one item: each goes through the program piece by piece, and what people press meanwhile stays small.</summary>
public sealed class LargeFilesTests
{
    private const int FileSize = 50_000_000;
    private const int MaxGrowthMiB = 100;
    private const int MaxCardBytes = 40 * 1024;

    private static readonly int Files = Environment.GetEnvironmentVariable("KLYNGE_EVERY_FILE") == "1" ? 40 : 6;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LargeBilag_AreAllKept_WithoutBeingHeld()
    {
        await using var channel = await Channel.StartAsync();
        var at = new JsonObject { ["forum"] = channel.ForumId(), ["meeting"] = channel.MeetingId(), ["item"] = channel.ItemId(1) };
        await channel.PressAsync(Channel.Secretary, "agenda.item", at);
        var before = channel.Bot.MemoryMiB;

        for (var number = 1; number <= Files; number++)
            await DropAsync(channel, number);

        foreach (var id in Ids(channel))
        {
            var data = (JsonObject)at.DeepClone();
            (data["file"], data["name"], data["reading"]) = (id, $"Stort bilag {id}", "no");
            Assert.Equal(200, (await channel.PressAsync(Channel.Secretary, "file.attach", data)).CardStatus);
        }

        var (largest, slowest, all) = (0, TimeSpan.Zero, Files.ToString(CultureInfo.InvariantCulture));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (channel.Query("""SELECT count(*) FROM "ItemFiles" WHERE "Path" IS NOT NULL AND "DueAt" IS NULL""") != all)
        {
            foreach (var verb in new[] { "agenda.item", "attachment.list", "agenda.show" })
            {
                var begun = Stopwatch.GetTimestamp();
                var answer = await channel.PressAsync(Channel.Secretary, verb, at);
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
                Assert.Equal(200, answer.CardStatus);
                largest = Math.Max(largest, Encoding.UTF8.GetByteCount(answer.Body!["value"]!.ToJsonString()));
            }

            await pause.WaitForNextTickAsync(Ct);
        }

        var peak = channel.Bot.PeakMemoryMiB;
        TestContext.Current.TestOutputHelper?.WriteLine($"{before} MiB before, {peak} MiB at most; largest card {largest} bytes; slowest press {slowest.TotalMilliseconds:0} ms with what the test reads around it");
        Assert.All(Directory.GetFiles(channel.Data, "Stort bilag*.pdf", SearchOption.AllDirectories), file => Assert.Equal(FileSize, new FileInfo(file).Length));
        Assert.InRange(peak - before, 0, MaxGrowthMiB);
        Assert.InRange(largest, 1, MaxCardBytes);
    }

    private static IReadOnlyList<string> Ids(Channel channel)
    {
        using var db = channel.Open();
        using var command = db.CreateCommand();
        command.CommandText = """SELECT "Id" FROM "ItemFiles" ORDER BY "ReceivedAt" """;
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));

        return ids;
    }

    private static async Task DropAsync(Channel channel, int number)
    {
        var chat = channel.Activity("message", Channel.Secretary)["conversation"]!["id"]!.ToString();
        var query = $"workbench/api/files?person={Uri.EscapeDataString($"29:proevebaenk-{Channel.Secretary}")}&chat={Uri.EscapeDataString(chat)}&name={Uri.EscapeDataString($"Stort bilag {number}.pdf")}";
        using var request = new HttpRequestMessage(HttpMethod.Post, query) { Content = new StreamContent(new Noise(FileSize, number)) };
        request.Headers.Add("Origin", channel.Bot.Address.GetLeftPart(UriPartial.Authority));
        using var response = await channel.Bot.Http.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Bytes of a given number that no two files have in common, made while they are read.</summary>
    private sealed class Noise(int length, int seed) : Stream
    {
        private readonly Random _random = new(seed);
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            _random.NextBytes(buffer.AsSpan(offset, read));
            _left -= read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
