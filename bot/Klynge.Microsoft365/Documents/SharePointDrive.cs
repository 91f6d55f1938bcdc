using Klynge.Application.Documents;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Documents;

/// <summary>The calls of Graph that concern one document, by its path. The SDK has no builders for all of these addresses, so they are written out.</summary>
internal sealed class SharePointDrive(GraphServiceClient graph, SharePointPlace place)
{
    private const string Fields = "?$select=id,name,eTag,size,file,lastModifiedDateTime,lastModifiedBy,webUrl";

    private readonly string _root = $"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(place.DriveId)}/root:/";

    /// <summary>Where the builders hang; the id is replaced by the path in each call.</summary>
    private Microsoft.Graph.Drives.Item.Items.Item.DriveItemItemRequestBuilder Item => graph.Drives[place.DriveId].Items["root"];

    /// <param name="path">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="withRow">With its row in the library's list, whose tag is another one than the file's.</param>
    internal async Task<DriveItem?> FindAsync(DocumentPath path, CancellationToken cancellationToken, bool withRow = false)
    {
        try
        {
            var query = withRow ? Fields + "&$expand=listItem($select=id,eTag)" : Fields;
            return await Item.WithUrl(_root + SharePointPath.Of(place, path) + query).GetAsync(cancellationToken: cancellationToken);
        }
        catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the folder of a forum's closed documents is there, and is closed (<see cref="ClosedPlaces"/>) to somebody who may open the
    /// forum's folder or the library. Who is on its list is the site's owner's to say; Graph names groups, not the people in them.
    /// </summary>
    internal async Task<ClosedPlace> ClosedPlaceAsync(string forum, CancellationToken cancellationToken)
    {
        var folder = SharePointPath.ClosedFolderOf(place, forum);
        try
        {
            var own = await PermissionsAsync($"{_root}{folder}:/permissions", cancellationToken);
            return ClosedPlaces.Compare(
                own,
                [
                    await PermissionsAsync($"{_root}{folder[..folder.LastIndexOf('/')]}:/permissions", cancellationToken),
                    await PermissionsAsync($"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(place.DriveId)}/root/permissions", cancellationToken),
                ]);
        }
        catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound)
        {
            return ClosedPlace.Missing;
        }
    }

    /// <returns>Null where the bot may not see them.</returns>
    private async Task<List<Permission>?> PermissionsAsync(string address, CancellationToken cancellationToken)
    {
        var all = new List<Permission>();
        try
        {
            for (var url = $"{address}?$select=id,roles,grantedToV2,link"; url is not null;)
            {
                var page = await Item.Permissions.WithUrl(url).GetAsync(cancellationToken: cancellationToken);
                all.AddRange(page?.Value ?? []);
                url = page?.OdataNextLink;
            }

            return all;
        }
        catch (ApiException exception) when (exception.ResponseStatusCode is 401 or 403)
        {
            return null;
        }
    }

    internal async Task<List<DriveItem>> ListAsync(string folder, CancellationToken cancellationToken)
    {
        var items = new List<DriveItem>();
        for (var url = _root + SharePointPath.FolderOf(place, folder) + ":/children" + Fields; url is not null;)
        {
            try
            {
                var page = await Item.Children.WithUrl(url).GetAsync(cancellationToken: cancellationToken);
                items.AddRange(page?.Value ?? []);
                url = page?.OdataNextLink;
            }
            catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound)
            {
                return [];
            }
        }

        return items;
    }

    internal async Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        try
        {
            return await Item.Content.WithUrl(_root + SharePointPath.Of(place, path) + ":/content").GetAsync(cancellationToken: cancellationToken);
        }
        catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound)
        {
            return null;
        }
    }

    /// <param name="path">Where.</param>
    /// <param name="content">The whole file, at most 250 MB, and small enough to be held.</param>
    /// <param name="seen">The tag that may be replaced; null when nothing may be there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<DriveItem> PutAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken)
    {
        content.Position = 0;
        using var stream = new MemoryStream();
        await content.CopyToAsync(stream, cancellationToken);
        stream.Position = 0;
        var url = $"{_root}{SharePointPath.Of(place, path)}:/content?@microsoft.graph.conflictBehavior={Behaviour(seen)}";
        return (await Item.Content.WithUrl(url).PutAsync(stream, request => OnlyOver(request.Headers, seen), cancellationToken))!;
    }

    internal async Task<Microsoft.Graph.Models.UploadSession> BeginAsync(DocumentPath path, string? seen, CancellationToken cancellationToken)
    {
        var body = new Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession.CreateUploadSessionPostRequestBody
        {
            Item = new DriveItemUploadableProperties { AdditionalData = { ["@microsoft.graph.conflictBehavior"] = Behaviour(seen) } },
        };
        var url = $"{_root}{SharePointPath.Of(place, path)}:/createUploadSession";
        return (await Item.CreateUploadSession.WithUrl(url).PostAsync(body, request => OnlyOver(request.Headers, seen), cancellationToken))!;
    }

    /// <summary>The id of a folder, which is made where there is none: Graph moves into folders that are there, and makes them only for uploads.</summary>
    internal async Task<string> FolderAsync(DocumentPath path, CancellationToken cancellationToken)
    {
        var (folder, tries) = (SharePointPath.FolderOf(place, path.Folder), 0);
        while (true)
        {
            try
            {
                return (await Item.WithUrl($"{_root}{folder}?$select=id,folder").GetAsync(cancellationToken: cancellationToken))!.Id!;
            }
            catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound && tries++ == 0)
            {
                await MakeFolderAsync(folder, cancellationToken);
            }
        }
    }

    /// <summary>Moves exactly the version that was found. Where the name is taken nothing is moved (409).</summary>
    internal async Task<DriveItem> MoveAsync(DriveItem item, DocumentPath to, CancellationToken cancellationToken)
    {
        var body = new DriveItem
        {
            Name = SharePointPath.NameOf(place, to),
            ParentReference = new ItemReference { DriveId = place.DriveId, Id = await FolderAsync(to, cancellationToken) },
        };
        return (await ById(item).PatchAsync(body, request => OnlyOver(request.Headers, item.ETag), cancellationToken))!;
    }

    /// <summary>
    /// Takes back the links by which people have shared the document: they go on working when it is moved within a site. Nothing else of its
    /// permissions is touched.
    /// </summary>
    internal async Task RevokeSharingAsync(DriveItem item, CancellationToken cancellationToken)
    {
        var page = await ById(item).Permissions.GetAsync(request => request.QueryParameters.Select = ["id", "link"], cancellationToken);
        foreach (var permission in (page?.Value ?? []).Where(permission => permission.Link is not null))
            await ById(item).Permissions[permission.Id].DeleteAsync(cancellationToken: cancellationToken);
    }

    internal Task DeleteAsync(DriveItem item, CancellationToken cancellationToken) =>
        ById(item).DeleteAsync(request => OnlyOver(request.Headers, item.ETag), cancellationToken);

    /// <summary>Sets columns of exactly the version that was found.</summary>
    internal Task DescribeAsync(ListItem row, Dictionary<string, object> values, CancellationToken cancellationToken) =>
        graph.Sites[place.SiteId].Lists[place.ListId].Items[row.Id].Fields.PatchAsync(
            new FieldValueSet { AdditionalData = values }, request => OnlyOver(request.Headers, row.ETag), cancellationToken);

    /// <summary>The address of Graph's conversion, which answers with a redirect.</summary>
    internal RequestInformation Pdf(DocumentPath path)
    {
        var request = Item.Content.ToGetRequestInformation();
        request.URI = new Uri($"{_root}{SharePointPath.Of(place, path)}:/content?format=pdf");
        return request;
    }

    private async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var cut = folder.LastIndexOf('/');
        var body = new DriveItem
        {
            Name = Uri.UnescapeDataString(folder[(cut + 1)..]),
            Folder = new Folder(),
            AdditionalData = { ["@microsoft.graph.conflictBehavior"] = "fail" },
        };
        try
        {
            await Item.Children.WithUrl($"{_root}{folder[..cut]}:/children").PostAsync(body, cancellationToken: cancellationToken);
        }
        catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.Conflict)
        {
            return; // Another host has just made it.
        }
    }

    private Microsoft.Graph.Drives.Item.Items.Item.DriveItemItemRequestBuilder ById(DriveItem item) => graph.Drives[place.DriveId].Items[item.Id];

    private static string Behaviour(string? seen) => seen is null ? "fail" : "replace";

    private static void OnlyOver(RequestHeaders headers, string? seen)
    {
        if (seen is not null)
            headers.Add("If-Match", seen);
    }
}
