using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Tests.Support;
using NodaTime;

namespace Klynge.Seal.Tests;

public sealed class VerifierTests : IDisposable
{
    private readonly Issued _issued = new();

    public void Dispose() => _issued.Dispose();

    [Fact]
    public async Task SealedPackage_IsProved_BySomebodyAtATime()
    {
        var report = await Package.VerifyAsync(await Package.WriteAsync(_issued.Sealer()), _issued.Root);

        Assert.Empty(report.Faults);
        Assert.Equal((SealState.Proved, "Sundhedsklynge Fjordby", Instant.FromUtc(2026, 12, 1, 10, 0)), (report.State, report.SignedBy, report.SignedAt));
    }

    [Fact]
    public async Task SealThroughOneBetween_IsProved_ByTheRootAlone()
    {
        var between = _issued.Between();
        var package = await Package.WriteAsync(_issued.Sealer(_issued.Seal(above: between), null, between));

        Assert.Equal(SealState.Proved, (await Package.VerifyAsync(package, _issued.Root)).State);
    }

    /// <summary>Key vaults give the certificate alone: the one between may stand among the roots.</summary>
    [Fact]
    public async Task SealWithoutTheOneBetween_IsProved_WhereItStandsAmongTheRoots()
    {
        var between = _issued.Between();
        var package = await Package.WriteAsync(_issued.Sealer(_issued.Seal(above: between)));

        Assert.Equal(SealState.Unproved, (await Package.VerifyAsync(package, _issued.Root)).State);
        Assert.Equal(SealState.Proved, (await Package.VerifyAsync(package, _issued.Root, between)).State);
    }

    [Fact]
    public async Task SealOfAnother_IsUnproved_AndSaysSo()
    {
        using var other = new Issued("Rod");
        var package = await Package.WriteAsync(other.Sealer());

        var report = await Package.VerifyAsync(package, _issued.Root);

        Assert.Equal(SealState.Unproved, report.State);
        Assert.Equal(["Seglets certifikat fører ikke til nogen af de rødder, der er givet.", "Tidsstemplets certifikat fører ikke til nogen af de rødder, der er givet."], report.Faults);
        Assert.Equal(SealState.Unproved, (await Package.VerifyAsync(package)).State);
    }

    /// <summary>Who signed is one question, who says when another.</summary>
    [Fact]
    public async Task SealWithAStrangersTime_IsUnproved()
    {
        using var other = new Issued("Fremmed");

        var report = await Package.VerifyAsync(await Package.WriteAsync(_issued.Sealer(stamp: other.Stamp())), _issued.Root);

        Assert.Equal((SealState.Unproved, "Tidsstemplets certifikat fører ikke til nogen af de rødder, der er givet."), (report.State, Assert.Single(report.Faults)));
    }

    [Fact]
    public async Task CertificateThatHasRunOut_DoesNotSeal() =>
        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(_issued.Sealer(_issued.Seal(until: Issued.Now.AddMinutes(-1)))));

    /// <summary>It is the time of the stamp that counts, whatever the clock says where it is checked: this one has run out since.</summary>
    [Fact]
    public async Task SealByACertificateThatRanOutAfterwards_IsProved()
    {
        var sealer = _issued.Sealer(_issued.Seal(until: Issued.Now.AddMinutes(1)));

        Assert.Equal(SealState.Proved, (await Package.VerifyAsync(await Package.WriteAsync(sealer), _issued.Root)).State);
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, false)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, true)]
    public async Task CertificateThatIsNotForSeals_DoesNotSeal(X509KeyUsageFlags usage, bool isForTime) =>
        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(_issued.Sealer(_issued.Seal(usage, isForTime: isForTime))));

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task TimeOfACertificateThatIsNotForTimeAlone_IsNotTaken(bool isCritical, bool isAlone) =>
        await Assert.ThrowsAsync<SealUnavailableException>(() => Package.WriteAsync(_issued.Sealer(stamp: _issued.Stamp(isCritical, isAlone))));

    [Theory]
    [InlineData("sag/svar.json", "sag/svar.json er ændret, efter at pakken blev forseglet.")]
    [InlineData("mimetype", "Pakkens første fil er ikke »mimetype« med det indhold, som en forseglet pakke skal have.")]
    [InlineData("META-INF/ASiCManifest2.xml", "Seglets tidsstempel passer ikke til det, som det skulle stemple.")]
    [InlineData("META-INF/ASiCManifest.xml", "Seglets underskrift passer ikke til listen over pakkens filer.")]
    public async Task ByteOfAFile_IsMissed(string name, string sentence)
    {
        var entries = Package.Open(await Package.WriteAsync(_issued.Sealer()));

        // A blank at the end: whoever reads XML or JSON sees the same.
        var report = await Package.VerifyAsync(Package.Zip(entries.Select(entry => entry.Name == name ? (entry.Name, [.. entry.Content, (byte)' ']) : entry)), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
        Assert.Contains(sentence, report.Faults, StringComparer.Ordinal);
    }

    [Fact]
    public async Task FileThatIsTakenOutAddedDoubledOrRenamed_IsNamed()
    {
        var entries = Package.Open(await Package.WriteAsync(_issued.Sealer()));
        await FindAsync(entries.Where(entry => entry.Name != "sag/svar.json"), "sag/svar.json er forseglet, men mangler i pakken.");
        await FindAsync([.. entries, ("bilag/2-nyt.txt", "x"u8.ToArray())], "bilag/2-nyt.txt er lagt i pakken, efter at den blev forseglet.");
        await FindAsync([.. entries, ("META-INF/container.xml", "x"u8.ToArray())], "META-INF/container.xml hører ikke til et segl.");
        await FindAsync([.. entries, ("sag/svar.json", "[]"u8.ToArray())], "sag/svar.json findes to gange i pakken.");
        await FindAsync([.. entries, ("SAG/svar.json", "[]"u8.ToArray())], "sag/svar.json findes to gange i pakken.");
        await FindAsync(entries.Select(entry => entry.Name == "sag/svar.json" ? ("sag/Svar.json", entry.Content) : entry), "sag/svar.json er forseglet, men mangler i pakken.");
        await FindAsync(entries.Skip(1), "Pakkens første fil er ikke »mimetype« med det indhold, som en forseglet pakke skal have.");
        await FindAsync(entries.Where(entry => entry.Name != "META-INF/timestamp.tst"), "Seglet er ikke helt: META-INF/timestamp.tst mangler.");
        await FindAsync(entries.Where(entry => entry.Name != "META-INF/signature.p7s"), "Seglet er ikke helt: META-INF/signature.p7s mangler.");
        await FindAsync(entries.Where(entry => !entry.Name.StartsWith("META-INF", StringComparison.Ordinal)).Append(("META-INF/x", [])), "META-INF/x hører ikke til et segl.");
    }

    /// <summary>Two whole packages of one sealer: parts of both are no package.</summary>
    [Theory]
    [InlineData("META-INF/timestamp.tst")]
    [InlineData("META-INF/signature.p7s")]
    [InlineData("META-INF/ASiCManifest.xml")]
    [InlineData("META-INF/ASiCManifest2.xml")]
    [InlineData("sag/svar.json")]
    public async Task PackageMixedOfTwo_IsBroken(string name)
    {
        var sealer = _issued.Sealer();
        var one = Package.Open(await Package.WriteAsync(sealer));
        var other = Package.Open(await Package.WriteAsync(sealer, [.. Package.Files.Select(file => (file.Path, file.Text + " "))]));

        var report = await Package.VerifyAsync(Package.Zip(one.Select(entry => entry.Name == name ? other.Single(same => same.Name == name) : entry)), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
    }

    /// <summary>A list with an own signature in front of the timestamp of another: the timestamp is over what it was over.</summary>
    [Fact]
    public async Task SealWithAnEarlierTimestamp_IsBroken()
    {
        var earlier = Package.Open(await Package.WriteAsync(_issued.Sealer()));
        var forged = Package.Open(await Package.WriteAsync(_issued.Sealer(), ("sag/svar.json", "forfalsket")));
        var stamp = earlier.Where(entry => entry.Name is "META-INF/timestamp.tst" or "META-INF/ASiCManifest2.xml").ToList();

        var report = await Package.VerifyAsync(Package.Zip(forged.Where(entry => stamp.TrueForAll(one => one.Name != entry.Name)).Concat(stamp)), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
        Assert.Contains("Tidsstemplet gælder ikke netop denne underskrift og denne liste.", report.Faults, StringComparer.Ordinal);
    }

    private async Task FindAsync(IEnumerable<(string Name, byte[] Content)> entries, string sentence)
    {
        var report = await Package.VerifyAsync(Package.Zip(entries), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
        Assert.Contains(sentence, report.Faults, StringComparer.OrdinalIgnoreCase);
    }
}
