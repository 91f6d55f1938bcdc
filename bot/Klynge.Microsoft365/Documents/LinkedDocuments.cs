using System.Text;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Error = Klynge.Domain.Common.Error;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// Files of SharePoint and OneDrive by the links that people copy. Graph resolves a link of any kind; where it does not do so for an app
/// with <c>Sites.Selected</c>, a link that is the file's own address is looked up by its path in the site, which that permission covers.
/// </summary>
internal sealed class LinkedDocuments(
    GraphServiceClient graph, SharePointSettings settings, SharePointPlaces places, Downloads downloads) : ILinkedDocuments
{
    private const string SharePoint = ".sharepoint.com";

    private static readonly string[] Fields = ["id", "name", "size", "file", "parentReference"];

    /// <summary>https to SharePoint, or to the hosts of the sites in the settings. The link itself is never called: only Graph is asked about it.</summary>
    public bool Covers(Uri link) =>
        link is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" }
        && link.Scheme == Uri.UriSchemeHttps
        && (link.Host.EndsWith(SharePoint, StringComparison.OrdinalIgnoreCase)
            || settings.All.Any(address => string.Equals(address.Host, link.Host, StringComparison.OrdinalIgnoreCase)));

    public Task<Result<LinkedFile>> FindAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken) => TryAsync<LinkedFile>(link, async () =>
        (await FindAllowedAsync(link, forum, check, cancellationToken)).TryGet(out var found, out var error) ? found.File : error);

    public Task<Result<string>> CopyAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, Stream into, long maxBytes, CancellationToken cancellationToken) => TryAsync<string>(link, async () =>
    {
        if (!(await FindAllowedAsync(link, forum, check, cancellationToken)).TryGet(out var found, out var error))
            return error;

        return found.File.Size <= maxBytes && await downloads.TryFetchAsync(found.Content, into, maxBytes, cancellationToken)
            ? found.File.Name
            : new LinkedFileTooLarge(maxBytes);
    });

    private async Task<Result<Found>> FindAllowedAsync(
        Uri link, string forum, Func<LinkedFile, Task<Error?>> check, CancellationToken cancellationToken)
    {
        var place = settings.Of(forum) is null ? null : await places.OfForumAsync(forum, cancellationToken);
        if (PathBy(link, place) is { } stated && await check(new LinkedFile(stated.Split('/')[^1], 0, SourceOf(link, stated), stated)) is { } early)
            return early;

        if (await LocateAsync(link, cancellationToken) is not { Item: { File: not null } item } located)
            return new LinkLeadsToNoFile();

        var file = new LinkedFile(item.Name!, item.Size ?? 0, SourceOf(link, item), PathOf(item, place));
        return await check(file) is { } refusal ? refusal : new Found(file, located.Content);
    }

    /// <summary>Where an address that is a file's own says that it lies, within the forum's library; null for every other link.</summary>
    private static string? PathBy(Uri link, SharePointPlace? place) =>
        place is not null && LinkPath.Parse(link) is { } path && string.Equals(place.Host, path.Host, StringComparison.OrdinalIgnoreCase) && path.IsBelow(place.Root)
            ? path.Path[(place.Root.Length + 1)..]
            : null;

    /// <summary>Where it lies within the forum's library, as Graph says: <c>/drives/b!x/root:/Chefforum/2026</c>; null when elsewhere.</summary>
    private static string? PathOf(DriveItem item, SharePointPlace? place)
    {
        if (place is null || item.ParentReference?.DriveId != place.DriveId || item.ParentReference.Path?.Split("root:", 2) is not [_, var below])
            return null;

        var folder = Uri.UnescapeDataString(below).Trim('/');
        return folder.Length == 0 ? item.Name : $"{folder}/{item.Name}";
    }

    private static string SourceOf(Uri link, DriveItem item) =>
        SiteOf(link) + (item.ParentReference?.Path?.Split("root:", 2) is [_, { Length: > 1 } below] ? Uri.UnescapeDataString(below) : string.Empty);

    /// <param name="link">The file's own address.</param>
    /// <param name="path">Within its library: <c>Driftsforum/2026/Notat.docx</c>.</param>
    private static string SourceOf(Uri link, string path) =>
        SiteOf(link) + string.Concat(path.Split('/').SkipLast(1).Select(folder => $"/{folder}"));

    private static string SiteOf(Uri link) => LinkPath.Parse(link)?.Site.Replace(":", string.Empty, StringComparison.Ordinal) ?? link.Host;

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
            return null;

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

    private sealed record Found(LinkedFile File, RequestInformation Content);
}

/// <summary>
/// A link that is a file's own address: <c>https://host/sites/sundhedsraad/Delte dokumenter/Notat.docx</c>, also as SharePoint's »Kopiér
/// link« writes it for those who have access already (<c>/:w:/r/sites/…</c>).
/// </summary>
/// <param name="Site">As Graph names a site: <c>host:/sites/sundhedsraad</c>.</param>
/// <param name="Path">On the host, decoded.</param>
internal sealed record LinkPath(string Site, string Path)
{
    private static readonly string[] Collections = ["sites", "teams", "personal"];

    internal string Host => Site.Split(':')[0];

    /// <summary>Null for a link that only SharePoint itself can resolve, such as one that was made for sharing.</summary>
    internal static LinkPath? Parse(Uri link)
    {
        var parts = Uri.UnescapeDataString(link.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [[':', ..], "r", ..])
            parts = parts[2..];

        return parts is [var collection, _, _, _, ..] && Collections.Contains(collection, StringComparer.OrdinalIgnoreCase)
            && !parts.Any(part => part.StartsWith(':') || part is "." or ".." or "_layouts")
            ? new LinkPath($"{link.Host}:/{parts[0]}/{parts[1]}", "/" + string.Join('/', parts))
            : null;
    }

    /// <param name="root">A library's own path on the host, decoded.</param>
    internal bool IsBelow(string root) => Path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path within the library, escaped for an address.</summary>
    internal string Below(string root) => string.Join('/', Path[(root.Length + 1)..].Split('/').Select(Uri.EscapeDataString));
}

/// <summary>A link as Graph takes it in an address: <c>u!</c> and the link in base 64 for addresses, unpadded.</summary>
internal static class LinkToken
{
    internal static string Of(Uri link) =>
        "u!" + Convert.ToBase64String(Encoding.UTF8.GetBytes(link.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)))
            .TrimEnd('=').Replace('/', '_').Replace('+', '-');
}
