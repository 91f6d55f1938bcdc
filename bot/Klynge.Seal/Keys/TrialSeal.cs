using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klynge.Seal.Signing;

namespace Klynge.Seal.Keys;

/// <summary>
/// A certificate and a timestamp authority of our own for local mode, whose names say that they are a trial (»PRØVE«). They are made once, in a
/// folder; the key of their root is thrown away, so that nothing else can ever be issued by it.
/// </summary>
public static class TrialSeal
{
    public const string AnchorsFile = "anchors.pem";

    private const string SealFile = "segl.pfx";
    private const string StampFile = "tidsstempel.pfx";
    private const string Organisation = "O=PRØVE – ikke til brug";
    private const int Years = 20;

    /// <summary>The path of the roots of a trial in this folder.</summary>
    public static string AnchorsOf(string folder) => Path.Combine(folder, AnchorsFile);

    /// <summary>Opens the trial's seal, made where there is none. Two processes may do so at once: the first to be done is the one.</summary>
    /// <param name="folder">Of its own.</param>
    /// <param name="time">The clock of certificates and timestamps.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ISealer Open(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (!File.Exists(AnchorsOf(folder)))
            Create(folder, time);

        var stamper = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, StampFile), password: null);
        return new CertificateSealer(new PfxKey(Path.Combine(folder, SealFile), password: null), new TrialAuthority(stamper, time), time);
    }

    private static void Create(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        var beside = $"{Path.TrimEndingDirectorySeparator(folder)}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(beside);
        try
        {
            var now = time.GetUtcNow();
            using var root = IssueRoot(now);
            using var seal = Issue(root, "CN=PRØVE – Klynges segl", now, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);
            using var stamp = Issue(root, "CN=PRØVE – Klynges tidsstempel", now, X509KeyUsageFlags.DigitalSignature, Stamping());
            WritePrivate(Path.Combine(beside, SealFile), seal.Export(X509ContentType.Pfx));
            WritePrivate(Path.Combine(beside, StampFile), stamp.Export(X509ContentType.Pfx));
            File.WriteAllText(Path.Combine(beside, AnchorsFile), root.ExportCertificatePem() + "\n");
            Directory.Move(beside, folder);
        }
        catch (IOException) when (File.Exists(AnchorsOf(folder)))
        {
            Directory.Delete(beside, recursive: true); // Another process was first.
        }
    }

    private static X509Certificate2 IssueRoot(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("CN=PRØVE – Klynges rod", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
    }

    private static X509Certificate2 Issue(X509Certificate2 root, string name, DateTimeOffset now, X509KeyUsageFlags usage, X509Extension? more = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (more is not null)
            request.CertificateExtensions.Add(more);

        using var issued = request.Create(root, now.AddDays(-1), now.AddYears(Years).AddDays(-1), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var request = new CertificateRequest($"{name}, {Organisation}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static X509EnhancedKeyUsageExtension Stamping() => new([Checks.CertificatePath.Timestamping], critical: true);

    private static void WritePrivate(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var file = new FileStream(path, options);
        file.Write(content);
    }
}
