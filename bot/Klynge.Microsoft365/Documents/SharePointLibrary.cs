using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.Graph.Models;
using NodaTime;

namespace Klynge.Microsoft365.Documents;

/// <summary>The document libraries of SharePoint by Graph. A version is Graph's eTag, which changes with the columns too.</summary>
internal sealed class SharePointLibrary(
    Microsoft.Graph.GraphServiceClient graph, SharePointPlaces places, SharePointSettings settings, LargeUpload large, Downloads downloads) : IDocumentLibrary
{
    private const long MaxPdfBytes = 250_000_000;

    public Task<Result<StoreOutcome>> StoreAsync(DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken) =>
        TryAsync(path.Name, async () =>
        {
            var place = await places.OfForumAsync(path.Forum, cancellationToken);
            var drive = new SharePointDrive(graph, place);
            await RequireSafeAsync(drive, path, cancellationToken);
            return await drive.FindAsync(path, cancellationToken) is { } present && await CompareAsync(path, present, content, seen, cancellationToken) is { } outcome
                ? outcome
                : await UploadAsync(drive, place, path, content, seen, cancellationToken);
        });

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string folder, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredDocument>>(folder, async () =>
        {
            if (DocumentPath.Parse($"{folder}/x") is not { } any)
                return [];

            var items = await (await DriveAsync(any, cancellationToken)).ListAsync(folder, cancellationToken);
            return
            [
                .. items.Where(item => item.File is not null)
                    .Select(item => (Path: DocumentPath.Parse($"{folder}/{item.Name}"), Item: item))
                    .Where(pair => pair.Path is not null)
                    .Select(pair => Describe(pair.Path!, pair.Item))
                    .OrderBy(document => document.Path.Name, StringComparer.Ordinal),
            ];
        });

    public Task<StoredDocument?> FindAsync(DocumentPath path, CancellationToken cancellationToken) =>
        ReadAsync(path.Name, async () =>
            await (await DriveAsync(path, cancellationToken)).FindAsync(path, cancellationToken) is { File: not null } item ? Describe(path, item) : null);

    public Task<Stream?> OpenAsync(DocumentPath path, CancellationToken cancellationToken) =>
        ReadAsync(path.Name, async () => await (await DriveAsync(path, cancellationToken)).OpenAsync(path, cancellationToken));

    /// <summary>Within the forum's own library, which Graph does in one step; to another library it does not move at all.</summary>
    public Task<Result<MoveOutcome>> MoveAsync(DocumentPath from, DocumentPath to, CancellationToken cancellationToken) =>
        TryAsync<MoveOutcome>(to.Name, async () =>
        {
            var drive = await DriveAsync(to, cancellationToken);
            await RequireSafeAsync(drive, to, cancellationToken);
            var (item, there) = (await drive.FindAsync(from, cancellationToken), await drive.FindAsync(to, cancellationToken));
            if (item is not null && there is null)
                there = await TryMoveAsync(drive, item, to, cancellationToken);
            else if (item is not null)
                return new MoveOutcome.NameTaken();

            if (there is null)
                return item is null ? new MoveOutcome.Nothing() : new MoveOutcome.NameTaken();

            await RevokeSharingAsync(drive, there, to, cancellationToken);
            return new MoveOutcome.Moved(Describe(to, there));
        });

    public Task<Result<Done>> DeleteAsync(DocumentPath path, CancellationToken cancellationToken) =>
        TryAsync(path.Name, async () =>
        {
            var drive = await DriveAsync(path, cancellationToken);
            if (await drive.FindAsync(path, cancellationToken) is { } item)
                await drive.DeleteAsync(item, cancellationToken);

            return default(Done);
        });

    public Task<Result<StoredDocument>> DescribeAsync(StoredDocument document, DocumentFacts facts, CancellationToken cancellationToken) =>
        TryAsync(document.Path.Name, async () =>
        {
            var place = await places.OfForumAsync(document.Path.Forum, cancellationToken);
            var values = LibraryColumns.Values(facts, place.Columns);
            var drive = new SharePointDrive(graph, place);
            return values.Count == 0
                || await drive.FindAsync(document.Path, cancellationToken, withRow: true) is not { ListItem: { } row } item
                || item.ETag != document.Version
                ? document
                : await SetAsync(drive, document, row, values, cancellationToken);
        });

    public Task<Result<ReadOnlyMemory<byte>>> ConvertToPdfAsync(DocumentPath path, CancellationToken cancellationToken) =>
        TryAsync(path.Name, async () =>
        {
            using var pdf = new MemoryStream();
            return await downloads.TryFetchAsync((await DriveAsync(path, cancellationToken)).Pdf(path), pdf, MaxPdfBytes, cancellationToken)
                ? new ReadOnlyMemory<byte>(pdf.ToArray())
                : throw new IOException("The PDF is too large to be one.");
        });

    private static async Task RequireSafeAsync(SharePointDrive drive, DocumentPath path, CancellationToken cancellationToken)
    {
        if (path.IsClosed && await drive.ClosedPlaceAsync(path.Forum, cancellationToken) is not ClosedPlace.Safe and var standing)
        {
            throw new DocumentLibraryException(standing switch
            {
                ClosedPlace.Missing => new ClosedPlaceMissing(path.Forum),
                ClosedPlace.Unknown => new ClosedPlaceUnknown(path.Forum),
                _ => new ClosedPlaceIsOpen(path.Forum, standing),
            });
        }
    }

    private static async Task RevokeSharingAsync(SharePointDrive drive, DriveItem item, DocumentPath path, CancellationToken cancellationToken)
    {
        try
        {
            await drive.RevokeSharingAsync(item, cancellationToken);
        }
        catch (Microsoft.Kiota.Abstractions.ApiException exception) when (exception.ResponseStatusCode is 401 or 403)
        {
            throw new DocumentLibraryException(new SharingStands(path));
        }
    }

    /// <returns>Null when somebody has put another document there in between.</returns>
    private static async Task<DriveItem?> TryMoveAsync(SharePointDrive drive, DriveItem item, DocumentPath to, CancellationToken cancellationToken)
    {
        try
        {
            return await drive.MoveAsync(item, to, cancellationToken);
        }
        catch (Microsoft.Kiota.Abstractions.ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.Conflict)
        {
            return null;
        }
    }

    /// <summary>What stands there decides before anything is sent; null when it may be replaced.</summary>
    private async Task<StoreOutcome?> CompareAsync(DocumentPath path, DriveItem present, Stream content, string? seen, CancellationToken cancellationToken)
    {
        var document = Describe(path, present);
        return present.File?.Hashes?.QuickXorHash is { } hash && hash == await QuickXorHash.OfAsync(content, cancellationToken) ? new StoreOutcome.Unchanged(document)
            : seen is null ? new StoreOutcome.NameTaken(document)
            : present.ETag != seen ? new StoreOutcome.ChangedByOthers(document)
            : null;
    }

    private async Task<StoreOutcome> UploadAsync(
        SharePointDrive drive, SharePointPlace place, DocumentPath path, Stream content, string? seen, CancellationToken cancellationToken)
    {
        // Somebody has deleted what was seen: then nothing may be there.
        var over = seen is not null && await drive.FindAsync(path, cancellationToken) is null ? null : seen;
        try
        {
            var item = content.Length < settings.LargeFrom
                ? await drive.PutAsync(path, content, over, cancellationToken)
                : await large.UploadAsync(drive, await LargeFile.OfAsync(place.DriveId, path, content, over, cancellationToken), cancellationToken);
            return new StoreOutcome.Stored(Describe(path, item));
        }
        catch (Exception exception) when (SharePointFailure.Is(exception, SharePointFailure.Conflict) || SharePointFailure.Is(exception, SharePointFailure.Changed))
        {
            // Somebody was there in between; or it was us, and the answer was lost on the way.
            return await drive.FindAsync(path, cancellationToken) is { } present && await CompareAsync(path, present, content, over, cancellationToken) is { } outcome
                ? outcome
                : throw new IOException("The library refused the document and shows no other.", exception);
        }
    }

    /// <summary>A version that came between setting and looking is somebody else's: then the one from before stays on record.</summary>
    private async Task<StoredDocument> SetAsync(
        SharePointDrive drive, StoredDocument document, ListItem row, Dictionary<string, object> values, CancellationToken cancellationToken)
    {
        try
        {
            await drive.DescribeAsync(row, values, cancellationToken);
        }
        catch (Microsoft.Kiota.Abstractions.ApiException exception) when (exception.ResponseStatusCode == SharePointFailure.Changed)
        {
            return document;
        }

        return await drive.FindAsync(document.Path, cancellationToken) is { } now && IsOurs(now) ? Describe(document.Path, now) : document;
    }

    private async Task<SharePointDrive> DriveAsync(DocumentPath path, CancellationToken cancellationToken) =>
        new(graph, await places.OfForumAsync(path.Forum, cancellationToken));

    private StoredDocument Describe(DocumentPath path, DriveItem item) => new(
        path,
        item.ETag!,
        item.Size ?? 0,
        Instant.FromDateTimeOffset(item.LastModifiedDateTime ?? DateTimeOffset.UnixEpoch),
        item.WebUrl is { } url ? new Uri(url) : null,
        IsOurs(item));

    /// <summary>A person who edits in the browser or in Word is named as a user.</summary>
    private bool IsOurs(DriveItem item) =>
        string.Equals(item.LastModifiedBy?.Application?.Id, settings.AppId, StringComparison.OrdinalIgnoreCase)
        && item.LastModifiedBy?.User?.Id is null;

    private static async Task<Result<T>> TryAsync<T>(string name, Func<Task<T>> call)
        where T : notnull
    {
        try
        {
            return await call();
        }
        catch (DocumentLibraryException exception)
        {
            return exception.Reason;
        }
        catch (Exception exception) when (SharePointFailure.Of(exception, name) is { } error)
        {
            return error;
        }
    }

    private static async Task<T> ReadAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not DocumentLibraryException && SharePointFailure.Of(exception, name) is { } error)
        {
            // The SDK's exceptions hold the body of Graph's answer, so none is passed on.
            throw new DocumentLibraryException(error);
        }
    }
}
