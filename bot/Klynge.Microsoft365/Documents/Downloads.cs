using System.Net;
using Klynge.Application.Documents;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// Fetches what Graph answers with a redirect to: a file, or SharePoint's rendering of one, at a short-lived address on another host. It is
/// followed by hand, without the token.
/// </summary>
internal sealed class Downloads(GraphServiceClient graph, UploadHttp http)
{
    /// <summary>As long as the largest file takes on a slow line.</summary>
    private static readonly TimeSpan DownloadTimeout = TimeSpan.FromMinutes(3);

    /// <param name="request">One that is answered with a redirect.</param>
    /// <param name="into">Takes the file; an error may leave the beginning of one in it.</param>
    /// <param name="maxBytes">Bytes at most, whatever the answer says of itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when there is more.</returns>
    internal async Task<bool> TryFetchAsync(RequestInformation request, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(DownloadTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await TryCopyAsync(await AddressAsync(request, cancellationToken), into, maxBytes, either.Token);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The file takes too long.", exception);
        }
    }

    private async Task<bool> TryCopyAsync(Uri address, Stream into, long maxBytes, CancellationToken cancellationToken)
    {
        using var answer = await http.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new UploadRefusedException((int)answer.StatusCode);

        if (answer.Content.Headers.ContentLength > maxBytes)
            return false;

        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await LimitedCopy.TryCopyAsync(content, into, maxBytes, cancellationToken);
    }

    private async Task<Uri> AddressAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        var native = new NativeResponseHandler();
        request.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = native }, new RedirectHandlerOption { ShouldRedirect = _ => false }]);
        await graph.RequestAdapter.SendNoContentAsync(request, cancellationToken: cancellationToken);
        using var answer = (HttpResponseMessage)native.Value!;
        return answer.StatusCode == HttpStatusCode.Found
            ? http.Check(answer.Headers.Location?.OriginalString)
            : throw new UploadRefusedException((int)answer.StatusCode);
    }
}
