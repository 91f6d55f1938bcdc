using Klynge.Application.Documents;
using Klynge.Microsoft365.Documents;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Klynge.Microsoft365.Checks;

/// <summary>A site, its library and the library's columns, by reading alone.</summary>
internal sealed class LibraryCheck(GraphServiceClient graph)
{
    /// <param name="address">The site and its library.</param>
    /// <param name="forums">The folder names of the forums that keep their documents there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<IReadOnlyList<CheckStep>> RunAsync(SharePointAddress address, IReadOnlyList<string> forums, CancellationToken cancellationToken)
    {
        var name = $"{Texts.Site} {address.Site}";
        try
        {
            var site = await SharePointPlaces.FindSiteAsync(graph, address.Site, cancellationToken);
            return [CheckStep.Ok(name, Texts.SiteOk(site.WebUrl!)), .. await LibraryAsync(address, forums, site, cancellationToken)];
        }
        catch (Exception exception) when (CheckFailure.IsOutage(exception))
        {
            return [CheckFailure.Away(name), .. Untried(address)];
        }
        catch (Exception exception) when (CheckFailure.StatusOf(exception) is { } status)
        {
            return [Refused(name, address, status), .. Untried(address)];
        }
    }

    private static CheckStep Refused(string name, SharePointAddress address, int status) => status switch
    {
        401 or 403 => CheckStep.Failed(name, Texts.SiteDenied, Texts.MendSiteRole(address.Site)),
        _ => CheckStep.Failed(name, Texts.SiteUnknown, Texts.MendSite),
    };

    private static IEnumerable<CheckStep> Untried(SharePointAddress address) =>
        [CheckStep.NotTried(NameOf(Texts.Library, address), Texts.SiteDenied), CheckStep.NotTried(NameOf(Texts.Columns, address), Texts.SiteDenied)];

    private async Task<IReadOnlyList<CheckStep>> LibraryAsync(
        SharePointAddress address, IReadOnlyList<string> forums, Site site, CancellationToken cancellationToken)
    {
        var name = NameOf(Texts.Library, address);
        if (await SharePointPlaces.FindDriveAsync(graph, site.Id!, address.Library, cancellationToken) is not { } drive)
        {
            var all = await graph.Sites[site.Id].Drives.GetAsync(request => request.QueryParameters.Select = ["id", "name", "webUrl"], cancellationToken);
            return
            [
                CheckStep.Failed(name, Texts.LibraryUnknown, Texts.MendLibrary((all?.Value ?? []).Select(one => one.Name!))),
                CheckStep.NotTried(NameOf(Texts.Columns, address), Texts.LibraryUnknown),
            ];
        }

        var root = SharePointPlaces.RootOf(drive);
        return
        [
            SharePointPath.IsTooDeep(root) ? CheckStep.Failed(name, Texts.TooDeep, Texts.MendDepth) : CheckStep.Ok(name, Texts.SiteOk(drive.WebUrl!)),
            await ColumnsAsync(address, site, drive, cancellationToken),
            .. await ClosedPlacesAsync(address, forums, site, drive, cancellationToken),
        ];
    }

    /// <summary>The folders of closed documents, of each forum that keeps its documents in this library.</summary>
    private async Task<List<CheckStep>> ClosedPlacesAsync(
        SharePointAddress address, IReadOnlyList<string> forums, Site site, Drive drive, CancellationToken cancellationToken)
    {
        var at = new SharePointDrive(graph, new SharePointPlace(
            address.Host, site.Id!, string.Empty, drive.Id!, SharePointPlaces.RootOf(drive), new HashSet<string>(StringComparer.Ordinal)));
        var steps = new List<CheckStep>();
        foreach (var forum in forums)
        {
            var name = $"{Texts.ClosedPlace} {forum}/{DocumentPath.ClosedFolder}";
            steps.Add(await at.ClosedPlaceAsync(forum, cancellationToken) switch
            {
                ClosedPlace.Safe => CheckStep.Ok(name, Texts.ClosedPlaceOk),
                ClosedPlace.Unknown => CheckStep.Failed(name, Texts.ClosedPlaceUnknown, Texts.MendClosedPlaceUnknown(address.Site)),
                ClosedPlace.Missing => CheckStep.Failed(name, Texts.ClosedPlaceMissing, Texts.MendClosedPlace),
                ClosedPlace.ForEverybody => CheckStep.Failed(name, Texts.ClosedPlaceForEverybody, Texts.MendClosedPlace),
                ClosedPlace.Shared => CheckStep.Failed(name, Texts.ClosedPlaceShared, Texts.MendClosedPlace),
                _ => CheckStep.Failed(name, Texts.ClosedPlaceAsAbove, Texts.MendClosedPlace),
            });
        }

        return steps;
    }

    private async Task<CheckStep> ColumnsAsync(SharePointAddress address, Site site, Drive drive, CancellationToken cancellationToken)
    {
        var list = await SharePointPlaces.FindListAsync(graph, drive.Id!, cancellationToken);
        var present = await SharePointPlaces.ColumnsAsync(graph, site.Id!, list, cancellationToken);
        var missing = LibraryColumns.All.Except(present.Select(column => column.Name), StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? CheckStep.Ok(NameOf(Texts.Columns, address), Texts.ColumnsOk)
            : CheckStep.Failed(NameOf(Texts.Columns, address), Texts.ColumnsMissing(missing!), Texts.MendColumns);
    }

    private static string NameOf(string what, SharePointAddress address) => $"{what} {address}";
}
