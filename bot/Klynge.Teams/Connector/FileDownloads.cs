using System.Net;
using Klynge.Teams.Hosting;

namespace Klynge.Teams.Connector;

/// <summary>Fetches files that people have dropped into the personal chat.</summary>
public interface IFileDownloads
{
    /// <param name="url">As the activity has it: untrusted.</param>
    /// <param name="most">Bytes at most, whatever the answer says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<FileDownload> FetchAsync(string url, int most, CancellationToken cancellationToken);
}

/// <summary>What came of fetching a file.</summary>
public abstract record FileDownload
{
    public sealed record Fetched(ReadOnlyMemory<byte> Content) : FileDownload;

    /// <summary>Nothing of it has been kept.</summary>
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

    private const int Part = 128 * 1024;

    /// <summary>As long as the largest file takes on a slow line.</summary>
    private readonly HttpClient _client = new(handler ?? TeamsHttpClients.CreateHandler()) { Timeout = TimeSpan.FromMinutes(3) };

    public async Task<FileDownload> FetchAsync(string url, int most, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsAllowed(address))
            return new FileDownload.Gone();

        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(answer, most, cancellationToken);
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

    private static async Task<FileDownload> ReadAsync(HttpResponseMessage answer, int most, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            return new FileDownload.Later();

        var headers = answer.Content.Headers;
        if (answer.StatusCode != HttpStatusCode.OK || headers.ContentType?.MediaType is "text/html")
            return new FileDownload.Gone();

        if (headers.ContentLength > most)
            return new FileDownload.TooLarge();

        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(body, (int)(headers.ContentLength ?? Part), most, cancellationToken);
    }

    /// <summary>Into one block where the answer says how much it is: a large file is not held twice.</summary>
    private static async Task<FileDownload> ReadAsync(Stream body, int expected, int most, CancellationToken cancellationToken)
    {
        var content = new byte[Math.Max(1, expected)];
        for (var length = 0; ;)
        {
            var read = await body.ReadAsync(content.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0)
                return new FileDownload.Fetched(content.AsMemory(0, length));

            if (length > most)
                return new FileDownload.TooLarge();

            if (length == content.Length)
                Array.Resize(ref content, (int)Math.Min((long)length * 2, (long)most + 1));
        }
    }
}
