using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace Klynge.Seal.Checks;

/// <summary>Whether a certificate leads to a root that is believed.</summary>
internal static class CertificatePath
{
    private const string TimestampingOid = "1.3.6.1.5.5.7.3.8";

    internal static Oid Timestamping => new(TimestampingOid);

    /// <summary>No revocation is asked for: a package must be checkable without a network, and long after the lists are gone.</summary>
    /// <param name="certificate">The one at the end.</param>
    /// <param name="brought">Those that came with it.</param>
    /// <param name="anchors">The roots, and whatever stands between that is known here.</param>
    /// <param name="at">When it had to be good.</param>
    /// <param name="purpose">The extended usage that every certificate on the way must allow; null for any.</param>
    internal static Trust Check(
        X509Certificate2 certificate, X509Certificate2Collection brought, IReadOnlyCollection<X509Certificate2> anchors, Instant at, Oid? purpose)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        (policy.TrustMode, policy.RevocationMode, policy.DisableCertificateDownloads) = (X509ChainTrustMode.CustomRootTrust, X509RevocationMode.NoCheck, true);
        policy.VerificationTime = at.ToDateTimeUtc();
        policy.CustomTrustStore.AddRange(anchors.ToArray());
        policy.ExtraStore.AddRange(brought);
        policy.ExtraStore.AddRange(anchors.ToArray());
        if (purpose is not null)
            policy.ApplicationPolicy.Add(purpose);

        var isTrusted = chain.Build(certificate);
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        return new Trust(
            isTrusted ? X509ChainStatusFlags.NoError : status, isTrusted, [.. chain.ChainElements.Select(element => Convert.ToHexString(element.Certificate.GetCertHash(HashAlgorithmName.SHA256)))], []);
    }

    /// <summary>A certificate that says nothing of its use may be used for anything.</summary>
    internal static bool MaySign(X509Certificate2 certificate) => certificate.Extensions.OfType<X509KeyUsageExtension>()
        .All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature) || usage.KeyUsages.HasFlag(X509KeyUsageFlags.NonRepudiation));

    /// <summary>One that may stamp must not seal: then one stolen key could do both.</summary>
    internal static bool IsForTimestamps(X509Certificate2 certificate) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == TimestampingOid));

    /// <summary>As RFC 3161 has it: for timestamps, for nothing else, and nobody may overlook it.</summary>
    internal static bool IsForTimestampsAlone(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList() is [{ Critical: true } usage]
        && usage.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value).ToList() is [TimestampingOid];

    /// <summary>Also a root that has the name of the one that is believed, and another key.</summary>
    internal static bool IsUnknown(X509ChainStatusFlags status) => status.HasFlag(X509ChainStatusFlags.PartialChain) || status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.NotSignatureValid);
}

/// <summary>What came of a certificate's path.</summary>
/// <param name="Path">SHA-256 of each certificate on it, in upper-case hex.</param>
internal sealed record Trust(X509ChainStatusFlags Status, bool IsTrusted, IReadOnlyCollection<string> Path, IReadOnlyList<string> Faults)
{
    /// <summary>Something that is no part of the way was put beside it.</summary>
    internal bool IsForged { get; init; }

    internal Trust With(string fault) => this with { IsTrusted = false, Faults = [fault] };

    internal Trust Forged(string fault) => this with { IsTrusted = false, IsForged = true, Faults = [fault] };

    /// <summary>The sentence for what stood in the way.</summary>
    internal Trust Say(string unknown, string notThen, string notForThis) =>
        IsTrusted ? this
        : CertificatePath.IsUnknown(Status) ? With(unknown)
        : Status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? With(notThen)
        : With(notForThis);
}

internal static class CertificateNames
{
    /// <summary>»Sundhedsklynge Midt« and not »CN=Sundhedsklynge Midt, O=…«.</summary>
    internal static string Of(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}
