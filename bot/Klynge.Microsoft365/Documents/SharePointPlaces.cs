using System.Collections.Concurrent;
using Klynge.Application.Ports;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using NodaTime;

namespace Klynge.Microsoft365.Documents;

/// <summary>Finds the libraries that the settings name, and remembers them for some minutes. A failure is not remembered.</summary>
internal sealed class SharePointPlaces(GraphServiceClient graph, SharePointSettings settings, IClock clock)
{
    private static readonly Duration Remembered = Duration.FromMinutes(10);

    private readonly ConcurrentDictionary<SharePointAddress, (SharePointPlace Place, Instant Until)> _known = new();

    /// <exception cref="DocumentLibraryException">There is no such library, or it lies too deep.</exception>
    internal async Task<SharePointPlace> OfForumAsync(string forum, CancellationToken cancellationToken)
    {
        var address = settings.Of(forum) ?? throw new DocumentLibraryException(new SharePointNotFound(forum));
        if (_known.TryGetValue(address, out var known) && known.Until > clock.GetCurrentInstant())
            return known.Place;

        var place = await FindAsync(address, cancellationToken);
        _known[address] = (place, clock.GetCurrentInstant() + Remembered);
        return place;
    }

    internal void Forget() => _known.Clear();

    private async Task<SharePointPlace> FindAsync(SharePointAddress address, CancellationToken cancellationToken)
    {
        var site = await FindSiteAsync(graph, address.Site, cancellationToken);
        if (await FindDriveAsync(graph, site.Id!, address.Library, cancellationToken) is not { } drive)
            throw new DocumentLibraryException(new SharePointNotFound(address.ToString()));

        var root = RootOf(drive);
        if (SharePointPath.IsTooDeep(root))
            throw new DocumentLibraryException(new SharePointTooDeep(address.ToString()));

        var list = await FindListAsync(graph, drive.Id!, cancellationToken);
        var columns = await ColumnsAsync(graph, site.Id!, list, cancellationToken);
        return new SharePointPlace(address.Host, site.Id!, list, drive.Id!, root, columns.Select(column => column.Name!).ToHashSet(StringComparer.Ordinal));
    }

    /// <param name="graph">The client.</param>
    /// <param name="address"><c>eksempel.sharepoint.com:/sites/sundhedsraad</c></param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<Site> FindSiteAsync(GraphServiceClient graph, string address, CancellationToken cancellationToken)
    {
        var url = $"{graph.RequestAdapter.BaseUrl}/sites/{string.Join('/', address.Split('/').Select(Escape))}?$select=id,webUrl";
        return (await graph.Sites["root"].WithUrl(url).GetAsync(cancellationToken: cancellationToken))!;
    }

    private static string Escape(string part) => Uri.EscapeDataString(part).Replace("%3A", ":", StringComparison.Ordinal);

    /// <summary>By its name, or by the last part of its address, which is another one in a Danish site; null when there is none.</summary>
    internal static async Task<Drive?> FindDriveAsync(GraphServiceClient graph, string site, string? name, CancellationToken cancellationToken)
    {
        if (name is null)
            return await graph.Sites[site].Drive.GetAsync(request => request.QueryParameters.Select = ["id", "name", "webUrl"], cancellationToken);

        var page = await graph.Sites[site].Drives.GetAsync(request => request.QueryParameters.Select = ["id", "name", "webUrl"], cancellationToken);
        return page?.Value?.FirstOrDefault(drive =>
            string.Equals(drive.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(RootOf(drive).Split('/')[^1], name, StringComparison.OrdinalIgnoreCase));
    }

    internal static async Task<string> FindListAsync(GraphServiceClient graph, string drive, CancellationToken cancellationToken) =>
        (await graph.Drives[drive].List.GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken))!.Id!;

    internal static async Task<List<ColumnDefinition>> ColumnsAsync(
        GraphServiceClient graph, string site, string list, CancellationToken cancellationToken)
    {
        var columns = await graph.Sites[site].Lists[list].Columns.GetAsync(
            request => request.QueryParameters.Select = ["name", "displayName", "readOnly"], cancellationToken);
        return columns?.Value ?? [];
    }

    internal static string RootOf(Drive drive) => Uri.UnescapeDataString(new Uri(drive.WebUrl!).AbsolutePath).TrimEnd('/');
}

/// <summary>A document library as Graph knows it.</summary>
/// <param name="Host">Of the site.</param>
/// <param name="SiteId">The site that it belongs to.</param>
/// <param name="ListId">The library as a list, which has the columns.</param>
/// <param name="DriveId">The library as a drive, which has the files.</param>
/// <param name="Root">Its own path on the host, decoded: <c>/sites/sundhedsraad/Delte dokumenter</c>. It counts in the length of every path.</param>
/// <param name="Columns">The internal names of the columns that it has.</param>
internal sealed record SharePointPlace(string Host, string SiteId, string ListId, string DriveId, string Root, IReadOnlySet<string> Columns);
