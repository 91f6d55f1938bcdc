using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Klynge.Bot.Manifest;

/// <summary>
/// The package that a Teams administrator uploads: the manifest with this tenant's values, its English texts and the two icons, all at
/// the root of a zip. The same values give the same bytes, so that two packages can be compared.
/// </summary>
internal static class ManifestPackage
{
    internal const string ManifestName = "manifest.json";

    private const string EnglishName = "en.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The earliest time that a zip can hold: a package has no date of its own.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>As they stand in the folder <c>manifest</c> and as <c>manifest.json</c> names them.</summary>
    internal static IReadOnlyList<string> FileNames { get; } = [ManifestName, "color.png", "outline.png", EnglishName];

    /// <summary>The whole package.</summary>
    internal static byte[] Build(ManifestValues values)
    {
        var (manifest, english) = (JsonNode.Parse(Fill(values))!, JsonNode.Parse(Read(EnglishName))!);
        ManifestCommands.Add(manifest, english);
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in FileNames)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = Undated;
                using var content = entry.Open();
                content.Write(name switch { ManifestName => Written(manifest), EnglishName => Written(english), _ => Read(name) });
            }
        }

        return package.ToArray();
    }

    private static byte[] Written(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n");

    private static string Fill(ManifestValues values)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(Read(ManifestName)));
        foreach (var (name, value) in Placeholders(values))
            text.Replace($"{{{{{name}}}}}", JsonEncodedText.Encode(value).ToString());

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Placeholders(ManifestValues values) =>
    [
        ("appId", values.AppId),
        ("domain", values.Domain),
        ("version", ManifestValues.Version),
        ("websiteUrl", values.Website),
        ("privacyUrl", values.Privacy),
        ("termsUrl", values.Terms),
    ];

    private static byte[] Read(string name)
    {
        using var resource = typeof(ManifestPackage).Assembly.GetManifestResourceStream("manifest/" + name)
            ?? throw new InvalidOperationException($"The program was built without manifest/{name}.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}

/// <summary>What the one who makes the package wrote on the command line; null where the settings decide.</summary>
/// <param name="AppId">The bot's registration, which is also the Teams app's own id.</param>
/// <param name="Domain">Where the bot answers, without scheme and path.</param>
/// <param name="Website">The authority's page about the bot; the domain's front page by default.</param>
/// <param name="Privacy">Its privacy notice; <paramref name="Website"/> by default.</param>
/// <param name="Terms">Its terms of use; <paramref name="Website"/> by default.</param>
internal sealed record ManifestRequest(string? AppId, string? Domain, string? Website, string? Privacy, string? Terms);
