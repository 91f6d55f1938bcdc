using Klynge.Microsoft365.Graph;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// A client without a token, and without the logging of a factory's, for the short-lived addresses that Graph hands out for uploads and
/// downloads: each is a secret of its own.
/// </summary>
internal sealed class UploadHttp(Microsoft365Settings settings) : IDisposable
{
    internal HttpClient Client { get; } = new(new ThrottleMeter(GraphOperation.Upload) { InnerHandler = GraphClients.CreateTransport() }) { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>https, or the stand-in on this machine.</summary>
    /// <exception cref="IOException">Graph handed out something else.</exception>
    internal Uri Check(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (settings.Mode == Microsoft365Mode.Simulated && url.IsLoopback))
            ? url
            : throw new IOException("Graph handed out an address that is not https.");

    public void Dispose() => Client.Dispose();
}
