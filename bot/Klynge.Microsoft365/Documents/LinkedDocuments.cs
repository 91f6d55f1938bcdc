using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// Files of SharePoint and OneDrive by the links that people copy. Graph resolves a link of any kind; where it does not do so for an app
/// with <c>Sites.Selected</c>, a link that is the file's own address is looked up by its path in the site, which that permission covers.
/// </summary>
internal sealed class LinkedDocuments(GraphServiceClient graph, SharePointSettings settings, Downloads downloads) : ILinkedDocuments
{
    private const string SharePoint = ".sharepoint.com";

    private static readonly string[] Fields = ["id", "name", "size", "file"];

    /// <summary>https to SharePoint, or to the hosts of the sites in the settings. The link itself is never called: only Graph is asked about it.</summary>
    public bool Covers(Uri link) =>
        link is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" }
        && link.Scheme == Uri.UriSchemeHttps
        && (link.Host.EndsWith(SharePoint, StringComparison.OrdinalIgnoreCase)
            || settings.All.Any(address => string.Equals(address.Host, link.Host, StringComparison.OrdinalIgnoreCase)));

    public Task<Result<LinkedFile>> FindAsync(Uri link, CancellationToken cancellationToken) => TryAsync<LinkedFile>(link, async () =>
        await LocateAsync(link, cancellationToken) is { Item: { File: not null } item } ? new LinkedFile(item.Name!, item.Size ?? 0) : new LinkLeadsToNoFile());

    public Task<Result<LinkedContent>> ReadAsync(Uri link, long most, CancellationToken cancellationToken) => TryAsync<LinkedContent>(link, async () =>
    {
        if (await LocateAsync(link, cancellationToken) is not { Item: { File: not null } item } located)
        {
            return new LinkLeadsToNoFile();
        }

        return item.Size <= most && await downloads.FetchAsync(located.Content, most, cancellationToken) is { } content
            ? new LinkedContent(item.Name!, content)
            : new LinkedFileTooLarge(most);
    });

    private async Task<Located> LocateAsync(Uri link, CancellationToken cancellationToken)
    {
        var shared = graph.Shares[LinkToken.Of(link)].DriveItem;
        try
        {
            var item = await shared.GetAsync(request => request.QueryParameters.Select = Fields, cancellationToken);
            return new Located(item!, shared.Content.ToGetRequestInformation());
        }
        catch (ApiException exception) when (exception.ResponseStatusCode is 401 or 403 or SharePointFailure.NotFound && LinkPath.Parse(link) is not null)
        {
            return await LocateByPathAsync(LinkPath.Parse(link)!, cancellationToken) ?? throw new UploadRefusedException(exception.ResponseStatusCode);
        }
    }

    /// <returns>Null when no library of the site holds the path.</returns>
    private async Task<Located?> LocateByPathAsync(LinkPath path, CancellationToken cancellationToken)
    {
        var site = await SharePointPlaces.FindSiteAsync(graph, path.Site, cancellationToken);
        var page = await graph.Sites[site.Id].Drives.GetAsync(request => request.QueryParameters.Select = ["id", "name", "webUrl"], cancellationToken);
        var drive = page?.Value?.Where(one => path.IsBelow(SharePointPlaces.RootOf(one))).MaxBy(one => SharePointPlaces.RootOf(one).Length);
        if (drive is null)
        {
            return null;
        }

        var root = graph.Drives[drive.Id].Items["root"];
        var url = $"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(drive.Id!)}/root:/{path.Below(SharePointPlaces.RootOf(drive))}";
        var content = root.Content.ToGetRequestInformation();
        content.URI = new Uri($"{url}:/content");
        var item = await root.WithUrl($"{url}?$select={string.Join(',', Fields)}").GetAsync(cancellationToken: cancellationToken);
        return new Located(item!, content);
    }

    /// <summary>The link is a person's own text and stays out of what is thrown.</summary>
    private static async Task<Result<T>> TryAsync<T>(Uri link, Func<Task<Result<T>>> call)
        where T : notnull
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (ProblemOf(exception) is { } problem)
        {
            return problem;
        }
        catch (Exception exception) when (SharePointFailure.Of(exception, link.Host) is { } error)
        {
            return error;
        }
    }

    /// <summary>Graph says 404 of what the app may not see, too; 400 of a link that is none, 410 of one that has been taken back.</summary>
    private static LinkProblem? ProblemOf(Exception exception) => SharePointFailure.StatusOf(exception) switch
    {
        401 or 403 => new LinkNotReadable(),
        400 or SharePointFailure.NotFound or SharePointFailure.Gone => new LinkLeadsToNoFile(),
        _ => null,
    };

    /// <param name="Item">What the link leads to: a file, or a folder.</param>
    /// <param name="Content">Asks for its content.</param>
    private sealed record Located(DriveItem Item, RequestInformation Content);
}
