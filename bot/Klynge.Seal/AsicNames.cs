using System.Xml.Linq;

namespace Klynge.Seal;

/// <summary>The names of ETSI EN 319 162-1 that stand in a container of ours.</summary>
internal static class AsicNames
{
    internal const string MimeType = "mimetype";
    internal const string SealFolder = "META-INF/";
    internal const string Manifest = SealFolder + "ASiCManifest.xml";
    internal const string Signature = SealFolder + "signature.p7s";
    internal const string StampedManifest = SealFolder + "ASiCManifest2.xml";
    internal const string Timestamp = SealFolder + "timestamp.tst";
    internal const string SignatureType = "application/pkcs7-signature";
    internal const string TimestampType = "application/vnd.etsi.timestamp-token";
    internal const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    internal static readonly XNamespace Asic = "http://uri.etsi.org/02918/v1.2.1#";
    internal static readonly XNamespace Signing = "http://www.w3.org/2000/09/xmldsig#";

    internal static byte[] MimeTypeContent => "application/vnd.etsi.asic-e+zip"u8.ToArray();

    /// <summary>The four files of a seal, all of which must be there.</summary>
    internal static IReadOnlyList<string> OfSeal { get; } = [Manifest, Signature, StampedManifest, Timestamp];

    /// <summary>Whatever lies where only a seal may lie, however it is written.</summary>
    internal static bool IsInSealFolder(string name) => name.Replace('\\', '/').StartsWith(SealFolder, StringComparison.OrdinalIgnoreCase);

    /// <summary>A file within a package: <c>sag/svar.json</c>, and not <c>/x</c>, <c>../x</c>, <c>a//b</c>, <c>a\b</c>, <c>a/</c>.</summary>
    internal static bool IsPath(string path) =>
        !string.IsNullOrWhiteSpace(path) && !path.Contains('\\') && !path.Any(char.IsControl) && !IsInSealFolder(path)
        && path.Split('/').All(part => part.Length > 0 && part is not "." and not "..");
}
