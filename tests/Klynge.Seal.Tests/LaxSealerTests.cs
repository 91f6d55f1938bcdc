using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Signing;
using Klynge.Seal.Tests.Support;

namespace Klynge.Seal.Tests;

/// <summary>Seals that ours would not set, made by somebody who asks nothing: whoever checks them must ask.</summary>
public sealed class LaxSealerTests : IDisposable
{
    private readonly Issued _issued = new();

    public void Dispose() => _issued.Dispose();

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, false)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, true)]
    public async Task SealOfACertificateThatIsNotForSeals_IsUnproved(X509KeyUsageFlags usage, bool isForTime)
    {
        var seal = _issued.Seal(usage, isForTime: isForTime);

        var report = await Package.VerifyAsync(await Package.WriteAsync(new Lax(_issued, seal, seal)), _issued.Root);

        Assert.Equal((SealState.Unproved, "Seglets certifikat er ikke udstedt til at forsegle med."), (report.State, Assert.Single(report.Faults)));
    }

    [Fact]
    public async Task SealByACertificateThatHadRunOut_IsUnproved()
    {
        var seal = _issued.Seal(until: Issued.Now.AddMinutes(-1));

        var report = await Package.VerifyAsync(await Package.WriteAsync(new Lax(_issued, seal, seal)), _issued.Root);

        Assert.Equal((SealState.Unproved, "Seglets certifikat gjaldt ikke på det tidspunkt, som tidsstemplet viser."), (report.State, Assert.Single(report.Faults)));
    }

    /// <summary>The root that everybody believes has a key for certificates, not for packages.</summary>
    [Fact]
    public async Task SealOfTheRootItself_IsUnproved()
    {
        var report = await Package.VerifyAsync(await Package.WriteAsync(new Lax(_issued, _issued.Root, _issued.Root)), _issued.Root);

        Assert.Equal(SealState.Unproved, report.State);
    }

    /// <summary>Two certificates with one key: the signature fits both, and names one of them.</summary>
    [Fact]
    public async Task SealThatNamesAnotherCertificate_IsBroken()
    {
        var (named, shown) = (_issued.Seal(), _issued.Seal());

        var report = await Package.VerifyAsync(await Package.WriteAsync(new Lax(_issued, shown, named)), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
        Assert.Contains("Seglets underskrift hører til et andet certifikat end det, den nævner.", report.Faults, StringComparer.Ordinal);
    }

    [Fact]
    public async Task SealWithItsOwnContent_IsBroken()
    {
        var report = await Package.VerifyAsync(await Package.WriteAsync(new Lax(_issued, _issued.Seal(), null) { Content = "noget andet"u8.ToArray() }), _issued.Root);

        Assert.Equal(SealState.Broken, report.State);
    }

    private sealed class Lax(Issued issued, X509Certificate2 shown, X509Certificate2? named) : ISealer
    {
        internal byte[]? Content { get; init; }

        public Task<byte[]> SignAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            using var key = shown.GetRSAPrivateKey()!;
            var signed = new System.Security.Cryptography.Pkcs.SignedCms(new(Content ?? content.ToArray()), detached: Content is null);
            var signer = Cades.Signer(shown, key, [], X509IncludeOption.EndCertOnly, at: null);
            if (named is not null)
            {
                signer.SignedAttributes.Remove(signer.SignedAttributes[0]);
                signer.SignedAttributes.Add(Cades.SigningCertificateV2(named));
            }

            signed.ComputeSignature(signer);
            return Task.FromResult(signed.Encode());
        }

        public Task<byte[]> TimestampAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => issued.Sealer().TimestampAsync(content, cancellationToken);
    }
}
