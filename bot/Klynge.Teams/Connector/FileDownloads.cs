using System.Net;
using Klynge.Teams.Hosting;

namespace Klynge.Teams.Connector;

/// <summary>Fetches files that people have dropped into the personal chat.</summary>
public interface IFileDownloads
{
    /// <param name="url">As the activity has it: untrusted.</param>
    /// <param name="into">Takes the file; an outcome other than <see cref="FileDownload.Fetched"/> may leave the beginning of one in it.</param>
    /// <param name="maxBytes">Bytes at most, whatever the answer says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FileDownload> FetchAsync(string url, Stream into, long maxBytes, CancellationToken cancellationToken);
}

/// <summary>What came of fetching a file.</summary>
public abstract record FileDownload
{
    public sealed record Fetched : FileDownload;

    public sealed record TooLarge : FileDownload;

    /// <summary>The address has run out, or it leads to no file, or to a place where the bot fetches nothing.</summary>
    public sealed record Gone : FileDownload;

    /// <summary>It goes over by itself: worth another try.</summary>
    public sealed record Later : FileDownload;
}

/// <summary>
/// The address of a dropped file comes in an activity. It is called only where Teams keeps people's files, over https, without a token of
/// ours and without following a redirect, which could lead anywhere; a page to sign in on is no file. The client has no logging of a
/// factory's: the address is a secret.
/// </summary>
/// <param name="isDevelopment">This machine is called, too: there Prøvebænk plays OneDrive.</param>
/// <param name="handler">In place of the network; null for the network.</param>
internal sealed class FileDownloads(bool isDevelopment, HttpMessageHandler? handler = null) : IFileDownloads, IDisposable
{
    private const string Host = ".sharepoint.com";

    private const int PieceSize = 128 * 1024;

    /// <summary>As long as the largest file takes on a slow line.</summary>
    private readonly HttpClient _client = new(handler ?? TeamsHttpClients.CreateHandler()) { Timeout = TimeSpan.FromMinutes(3) };

    public async Task<FileDownload> FetchAsync(string url, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsAllowed(address))
            return new FileDownload.Gone();

        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await CopyAsync(answer, into, maxBytes, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new FileDownload.Later();
        }
    }

    public void Dispose() => _client.Dispose();

    private bool IsAllowed(Uri address) =>
        (address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && address.IdnHost.EndsWith(Host, StringComparison.OrdinalIgnoreCase))
        || (isDevelopment && address is { IsLoopback: true, UserInfo: "" } && address.Scheme == Uri.UriSchemeHttp);

    private static async Task<FileDownload> CopyAsync(HttpResponseMessage answer, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            return new FileDownload.Later();

        var headers = answer.Content.Headers;
        if (answer.StatusCode != HttpStatusCode.OK || headers.ContentType?.MediaType is "text/html")
            return new FileDownload.Gone();

        if (headers.ContentLength > maxBytes)
            return new FileDownload.TooLarge();

        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await CopyAsync(body, into, maxBytes, cancellationToken);
    }

    private static async Task<FileDownload> CopyAsync(Stream body, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        var copied = 0L;
        for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0; copied += read)
        {
            if (copied + read > maxBytes)
                return new FileDownload.TooLarge();

            await into.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }

        return new FileDownload.Fetched();
    }
}
