using Klynge.Seal.Tests.Support;

namespace Klynge.Seal.Tests;

/// <summary>Forgeries at random, checked with the right root: each is found, wherever its byte stands. A share of them; all with KLYNGE_EVERY_INPUT=1.</summary>
public sealed class RandomForgeryTests : IDisposable
{
    private const int Forgeries = 500;
    private const int Share = 10;

    private static readonly int Step = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1" ? 1 : Share;

    private readonly Issued _issued = new();

    public void Dispose() => _issued.Dispose();

    [Fact]
    public async Task Forgery_OfAByteAFileOrAName_IsBroken()
    {
        var (one, other) = (Package.Open(await Package.WriteAsync(_issued.Sealer())), Package.Open(await Package.WriteAsync(_issued.Sealer(), [.. Package.Files.Select(file => (file.Path, file.Text + "!"))])));
        var random = new Random(27);
        var passed = new List<string>();
        for (var number = 0; number < Forgeries / Step; number++)
        {
            var (forged, what) = Forge(one, other, random);
            var report = await Package.VerifyAsync(Package.Zip(forged), _issued.Root);
            if (report.State != SealState.Broken)
                passed.Add($"{number}: {what} ({report.State})");
        }

        Assert.Empty(passed);
    }

    /// <summary>Nothing is over the timestamp itself: every byte of it must count.</summary>
    [Fact]
    public async Task Forgery_OfEachByteOfTheTimestamp_ProvesNothing()
    {
        var whole = Package.Open(await Package.WriteAsync(_issued.Sealer()));
        var random = new Random(Step);
        var stamp = whole.Single(entry => entry.Name == "META-INF/timestamp.tst").Content;
        var passed = new List<int>();
        for (var at = random.Next(Step); at < stamp.Length; at += Step)
        {
            var forged = Package.Zip(whole.Select(entry => entry.Content == stamp ? (entry.Name, Flip(stamp, at, random)) : entry));
            if ((await Package.VerifyAsync(forged, _issued.Root)).State == SealState.Proved)
                passed.Add(at);
        }

        Assert.Empty(passed);
    }

    private static (List<(string Name, byte[] Content)> Forged, string What) Forge(
        List<(string Name, byte[] Content)> one, List<(string Name, byte[] Content)> other, Random random)
    {
        var (forged, at) = (one.ToList(), random.Next(one.Count));
        var (name, content) = forged[at];
        switch (random.Next(8))
        {
            case 0:
                forged.RemoveAt(at);
                return (forged, $"{name} taken out");
            case 1:
                forged.Add((name, content));
                return (forged, $"{name} doubled");
            case 2:
                forged.Add(($"sag/{random.Next()}.json", content));
                return (forged, "one added");
            case 3 when name != "mimetype":
                forged[at] = other[at];
                return (forged, $"{name} of another package");
            case 4:
                var letter = random.Next(name.Length);
                forged[at] = (name[..letter] + (char)('a' + ((name[letter] + 1) % 26)) + name[(letter + 1)..], content);
                return forged[at].Name == name ? Forge(one, other, random) : (forged, $"{name} renamed");
            default:
                var place = random.Next(content.Length);
                forged[at] = (name, Flip(content, place, random));
                return (forged, $"byte {place} of {name}");
        }
    }

    private static byte[] Flip(byte[] content, int at, Random random)
    {
        var flipped = content.ToArray();
        flipped[at] ^= (byte)random.Next(1, 256);
        return flipped;
    }
}
