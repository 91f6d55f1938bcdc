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
    /// Whether the folder of a forum's closed documents is there and has permissions of its own: one that inherits the library's is read by
    /// everybody who reads the library. Who is on its list is the site's owner's to say; Graph names groups, not the people in them.
    /// </summary>
    internal async Task<ClosedPlace> ClosedPlaceAsync(string forum, CancellationToken cancellationToken)
    {
        try
        {
            var url = $"{_root}{SharePointPath.ClosedFolderOf(place, forum)}:/permissions?$select=id,inheritedFrom";
            var page = await Item.Permissions.WithUrl(url).GetAsync(cancellationToken: cancellationToken);
            return page?.Value is { Count: > 0 } all && all.TrueForAll(permission => permission.InheritedFrom is null) ? ClosedPlace.Safe : ClosedPlace.Open;
        }
        catch (ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.NotFound)
        {
            return ClosedPlace.Missing;
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
    /// <param name="content">The whole file, at most 250 MB.</param>
    /// <param name="seen">The tag that may be replaced; null when nothing may be there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<DriveItem> PutAsync(DocumentPath path, ReadOnlyMemory<byte> content, string? seen, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
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

    /// <summary>Where the builders hang; the id is replaced by the path in each call.</summary>
    private Microsoft.Graph.Drives.Item.Items.Item.DriveItemItemRequestBuilder Item => graph.Drives[place.DriveId].Items["root"];

    private static string Behaviour(string? seen) => seen is null ? "fail" : "replace";

    private static void OnlyOver(RequestHeaders headers, string? seen)
    {
        if (seen is not null)
            headers.Add("If-Match", seen);
    }
}
