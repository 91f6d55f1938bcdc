using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Klynge.Seal;

/// <param name="Path">Within the package.</param>
/// <param name="Sha256">Of its content.</param>
internal sealed record AsicReference(string Path, byte[] Sha256)
{
    internal static AsicReference Of(string path, byte[] content) => new(path, SHA256.HashData(content));
}

/// <summary>An <c>ASiCManifest</c>: which file holds the signature or the timestamp over it, and what it lists with its hashes.</summary>
/// <param name="SealedBy">The path of the signature or the timestamp.</param>
internal sealed record AsicManifest(string SealedBy, IReadOnlyList<AsicReference> Files)
{
    internal static byte[] Write(string sealedBy, string type, IReadOnlyList<AsicReference> files)
    {
        using var buffer = new MemoryStream();
        var root = new XElement(
            AsicNames.Asic + "ASiCManifest",
            new XAttribute(XNamespace.Xmlns + "asic", AsicNames.Asic),
            new XAttribute(XNamespace.Xmlns + "ds", AsicNames.Signing),
            new XElement(AsicNames.Asic + "SigReference", new XAttribute("URI", sealedBy), new XAttribute("MimeType", type)),
            files.Select(Element));
        new XDocument(root).Save(buffer);
        return buffer.ToArray();
    }

    /// <returns>Null for what is no manifest, lists a file twice or hashes otherwise than we do.</returns>
    internal static AsicManifest? Read(byte[] content)
    {
        try
        {
            using var buffer = new MemoryStream(content, writable: false);
            using var reader = XmlReader.Create(buffer, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root;
            var signature = root?.Elements(AsicNames.Asic + "SigReference").SingleOrDefault()?.Attribute("URI")?.Value;
            if (root?.Name != AsicNames.Asic + "ASiCManifest" || signature is null)
                return null;

            var files = root.Elements(AsicNames.Asic + "DataObjectReference").Select(Reference).ToList();
            var isOnly = root.Elements().Count() == files.Count + 1 && !files.Contains(null);
            return isOnly && files.DistinctBy(file => file!.Path, StringComparer.OrdinalIgnoreCase).Count() == files.Count ? new AsicManifest(signature, files!) : null;
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            return null;
        }
    }

    private static XElement Element(AsicReference file) => new(
        AsicNames.Asic + "DataObjectReference",
        new XAttribute("URI", string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))),
        new XElement(AsicNames.Signing + "DigestMethod", new XAttribute("Algorithm", AsicNames.Sha256)),
        new XElement(AsicNames.Signing + "DigestValue", Convert.ToBase64String(file.Sha256)));

    private static AsicReference? Reference(XElement element)
    {
        var (method, value) = (element.Element(AsicNames.Signing + "DigestMethod"), element.Element(AsicNames.Signing + "DigestValue"));
        var hash = new byte[SHA256.HashSizeInBytes];
        return element.Attribute("URI")?.Value is { Length: > 0 } uri && value is not null && method?.Attribute("Algorithm")?.Value == AsicNames.Sha256
            && Convert.TryFromBase64String(value.Value, hash, out var length) && length == hash.Length
                ? new AsicReference(Uri.UnescapeDataString(uri), hash)
                : null;
    }
}
