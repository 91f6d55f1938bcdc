using Microsoft.Extensions.Configuration;

namespace Klynge.Microsoft365.Documents;

/// <summary>Where the documents of each forum are kept. Without a site they stay in the bot's own folder.</summary>
public sealed class SharePointSettings
{
    private const int MaxForums = 200;

    /// <summary>Whom the stand-in takes the bot for.</summary>
    public const string SimulatedAppId = "00000000-0000-0000-0000-00000000b071";

    /// <summary>Where everything goes that has no place of its own; null for the bot's own folder.</summary>
    public SharePointAddress? Default { get; private init; }

    /// <summary>By the forum's folder name.</summary>
    public IReadOnlyDictionary<string, SharePointAddress> Forums { get; private init; } = new Dictionary<string, SharePointAddress>(StringComparer.Ordinal);

    /// <summary>The bot's own app id, by which it knows what it stored itself.</summary>
    public string AppId { get; private init; } = SimulatedAppId;

    /// <summary>A file this large or larger goes up in parts.</summary>
    public int LargeFrom { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of a part: a multiple of 320 KiB, as Graph wants it.</summary>
    public int PartSize { get; init; } = 16 * 320 * 1024;

    /// <summary>Every place that is named, each once.</summary>
    public IEnumerable<SharePointAddress> All => (Default is null ? [] : new[] { Default }).Concat(Forums.Values).Distinct();

    public SharePointAddress? Of(string forum) => Forums.GetValueOrDefault(forum) ?? Default;

    /// <summary>
    /// <c>Klynge:SharePoint:Site</c> (<c>eksempel.sharepoint.com:/sites/sundhedsraad</c>) and <c>:Library</c> (its default one without);
    /// for a forum of its own <c>Klynge:SharePoint:Forums:0:Name</c>, <c>:Site</c> and <c>:Library</c>.
    /// </summary>
    /// <param name="configuration">The root.</param>
    /// <param name="fallback">The site where none is named: the stand-in's.</param>
    public static SharePointSettings Read(IConfiguration configuration, string? fallback = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Klynge:SharePoint");
        var site = section["Site"] is { Length: > 0 } named ? named : fallback;
        var forums = new Dictionary<string, SharePointAddress>(StringComparer.OrdinalIgnoreCase);
        foreach (var forum in section.GetSection("Forums").GetChildren().Take(MaxForums))
        {
            if (forum["Name"] is { Length: > 0 } name && (forum["Site"] ?? site) is { Length: > 0 } own)
                forums[Application.Documents.SafeName.Of(name)] = new SharePointAddress(own, Empty(forum["Library"]));
        }

        return new SharePointSettings
        {
            Default = string.IsNullOrEmpty(site) ? null : new SharePointAddress(site, Empty(section["Library"])),
            Forums = forums,
            AppId = configuration["MicrosoftAppId"] is { Length: > 0 } app ? app : SimulatedAppId,
        };
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <param name="Site">Host and path, as Graph names a site: <c>eksempel.sharepoint.com:/sites/sundhedsraad</c>.</param>
/// <param name="Library">The library's name as people see it; null for the site's default one.</param>
public sealed record SharePointAddress(string Site, string? Library)
{
    public string Host => Site.Split(':')[0];

    public override string ToString() => Library is null ? Site : $"{Site} ({Library})";
}
