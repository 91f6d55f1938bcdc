using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Seal;
using Klynge.Seal.Keys;

namespace Klynge.Application.Tests.WrittenProcedures.Evidence;

/// <summary>Sealed packages that somebody has forged, checked with the right root: a share of 500 here, all of them in the long run.</summary>
public sealed class SealedForgeryTests : EvidenceScenario
{
    private const int Forgeries = 500;
    private const int Share = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-seal-").FullName;

    [Fact]
    public async Task Forged_IsNeverProved_AndWholeAlwaysIs()
    {
        var (sealer, proof) = Trial("segl");
        var (stranger, _) = Trial("fremmed");
        var other = await Fixture.OpenAsync();
        await CloseAsync();
        await CloseAsync(other);
        var (whole, another) = (await SealedAsync(Case, sealer), await SealedAsync(other, sealer));
        Assert.Equal(EvidenceVerdict.Proved, EvidenceReport.Verdict(await Forgery.VerifyAsync(whole, proof)));
        Assert.Equal(EvidenceVerdict.Unproved, EvidenceReport.Verdict(await Forgery.VerifyAsync(whole)));
        Assert.Equal(EvidenceVerdict.Unproved, EvidenceReport.Verdict(await Forgery.VerifyAsync(await Forgery.Of(whole).SealAsync(null), proof)));

        var count = Environment.GetEnvironmentVariable("KLYNGE_EVERY_FORGERY") is null ? Share : Forgeries;
        var wrong = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var forger = new PackageForger(new Random(number), whole, another, stranger);
            var (forged, kind) = await forger.ForgeAsync(number);
            var verdict = EvidenceReport.Verdict(await Forgery.VerifyAsync(forged, proof));
            var isRight = verdict == EvidenceVerdict.Forged || (verdict == EvidenceVerdict.Unproved && PackageForger.MayBeUnproved(kind));
            if (!isRight)
                wrong.Add($"{number} {kind}: {verdict}");
        }

        Assert.Empty(wrong);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<byte[]> SealedAsync(Klynge.Domain.WrittenProcedures.WrittenProcedureId id, ISealer sealer) => await Forgery.Of(await BuildAsync(id)).SealAsync(sealer);

    private (ISealer Sealer, EvidenceProof Proof) Trial(string name)
    {
        var folder = Path.Combine(_folder, name);
        var sealer = TrialSeal.Open(folder, TimeProvider.System);
        return (sealer, new EvidenceProof(Anchors.Read(TrialSeal.AnchorsOf(folder))!, []));
    }
}

/// <summary>One forgery after the other, from a number alone.</summary>
internal sealed class PackageForger(Random random, byte[] whole, byte[] another, ISealer stranger)
{
    internal enum Kind
    {
        ContentByte,
        NameByte,
        NameByteInOnePlace,
        Row,
        RowWithItsHashes,
        OrderOfRows,
        RowTakenOut,
        FileTakenOut,
        FileAdded,
        FileDoubled,
        Mixed,
        PartOfSealTakenOut,
        SealTakenOut,
        SealTakenOutAndForged,
        SealedByAnother,
        SealedByAnotherAndForged,
    }

    internal static bool MayBeUnproved(Kind kind) => kind is Kind.SealTakenOut or Kind.SealTakenOutAndForged or Kind.SealedByAnother or Kind.SealedByAnotherAndForged;

    internal async Task<(byte[] Package, Kind Kind)> ForgeAsync(int number)
    {
        var kind = (Kind)(number % Enum.GetValues<Kind>().Length);
        var package = Forgery.Of(whole);
        return (kind switch
        {
            Kind.NameByteInOnePlace => FlipLocalName(),
            Kind.SealTakenOut => await package.SealAsync(null),
            Kind.SealTakenOutAndForged => await RowWithHashes(package).SealAsync(null),
            Kind.SealedByAnother => await package.SealAsync(stranger),
            Kind.SealedByAnotherAndForged => await RowWithHashes(package).SealAsync(stranger),
            _ => Change(package, kind).ToZip(),
        }, kind);
    }

    private Forgery Change(Forgery package, Kind kind)
    {
        var at = random.Next(package.Files.Count);
        var (name, content) = package.Files[at];
        switch (kind)
        {
            case Kind.ContentByte:
                package.Files[at] = (name, Flip(content));
                return package;
            case Kind.NameByte:
                package.Files[at] = (Flip(name), content);
                return package;
            case Kind.Row:
                var rows = package.Text("revisionsspor.jsonl");
                return package.Put("revisionsspor.jsonl", Flip(System.Text.Encoding.UTF8.GetBytes(rows)));
            case Kind.RowWithItsHashes:
                return RowWithHashes(package);
            case Kind.OrderOfRows:
                return Swap(package);
            case Kind.RowTakenOut:
                var gone = random.Next(package.Rows.Count);
                return package.RewriteRows(all => all.Where((_, index) => index != gone)).FitManifest();
            case Kind.FileTakenOut:
                package.Files.RemoveAt(at);
                return package;
            case Kind.FileAdded:
                package.Files.Insert(at, ($"{name}.x", content));
                return package;
            case Kind.FileDoubled:
                package.Files.Insert(at, (name, content));
                return package;
            case Kind.Mixed:
                return Mix(package);
            default:
                var seal = package.Files.Where(file => file.Name.StartsWith("META-INF/", StringComparison.Ordinal)).ToList();
                return package.Remove(seal[random.Next(seal.Count)].Name);
        }
    }

    private Forgery RowWithHashes(Forgery package) => random.Next(2) == 0
        ? package.RewriteRows("RecordVote", "\"answer\":3", "\"answer\":1").FitManifest()
        : package.RewriteRows("CastVote", "Flere pladser", "Færre pladser").FitManifest();

    private Forgery Swap(Forgery package)
    {
        var lines = package.Text("revisionsspor.jsonl").TrimEnd('\n').Split('\n');
        var at = 1 + random.Next(lines.Length - 3);
        (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
        return package.Put("revisionsspor.jsonl", string.Join('\n', lines) + "\n");
    }

    /// <summary>A file of the other case in the place of this one's; or all but the seal.</summary>
    private Forgery Mix(Forgery package)
    {
        var others = Forgery.Of(another).Files.Where(file => package.Files.Any(mine => mine.Name == file.Name && !mine.Content.AsSpan().SequenceEqual(file.Content))).ToList();
        if (random.Next(4) == 0)
        {
            others.Where(file => !file.Name.StartsWith("META-INF/", StringComparison.Ordinal)).ToList().ForEach(file => package.Put(file.Name, file.Content));
            return package;
        }

        var (name, content) = others[random.Next(others.Count)];
        return package.Put(name, content);
    }

    private byte[] FlipLocalName()
    {
        var forged = (byte[])whole.Clone();
        var names = Forgery.Of(whole).Files.ConvertAll(file => file.Name);
        var name = System.Text.Encoding.UTF8.GetBytes(names[random.Next(names.Count)]);
        forged[forged.AsSpan().IndexOf(name) + random.Next(name.Length)] ^= 1;
        return forged;
    }

    private byte[] Flip(byte[] content)
    {
        if (content.Length == 0)
            return [1];

        var flipped = (byte[])content.Clone();
        flipped[random.Next(content.Length)] ^= (byte)(1 << random.Next(7));
        return flipped;
    }

    private string Flip(string name)
    {
        var letters = name.ToCharArray();
        letters[random.Next(letters.Length)] ^= (char)1;
        return new string(letters);
    }
}
