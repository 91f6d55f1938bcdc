using System.Net;
using Klynge.Application.Documents;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Klynge.Microsoft365.Documents;

/// <summary>
/// The PDF that SharePoint renders of a Word document. Graph answers with a redirect to a short-lived address on another host, which is
/// followed by hand, without the token.
/// </summary>
internal sealed class PdfRendering(GraphServiceClient graph, UploadHttp http)
{
    private const int Largest = 250 * 1024 * 1024;

    internal async Task<ReadOnlyMemory<byte>> FetchAsync(SharePointDrive drive, DocumentPath path, CancellationToken cancellationToken)
    {
        using var answer = await http.Client.GetAsync(
            await AddressAsync(drive, path, cancellationToken), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new UploadRefusedException((int)answer.StatusCode);
        }

        if (answer.Content.Headers.ContentLength > Largest)
        {
            throw new IOException("The PDF is too large to be one.");
        }

        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private async Task<Uri> AddressAsync(SharePointDrive drive, DocumentPath path, CancellationToken cancellationToken)
    {
        var native = new NativeResponseHandler();
        var request = drive.Pdf(path);
        request.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = native }, new RedirectHandlerOption { ShouldRedirect = _ => false }]);
        await graph.RequestAdapter.SendNoContentAsync(request, cancellationToken: cancellationToken);
        using var answer = (HttpResponseMessage)native.Value!;
        return answer.StatusCode == HttpStatusCode.Found
            ? http.Check(answer.Headers.Location?.OriginalString)
            : throw new UploadRefusedException((int)answer.StatusCode);
    }
}
