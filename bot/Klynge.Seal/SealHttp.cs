namespace Klynge.Seal;

/// <summary>What a seal needs of the network: short waits, small answers, no redirects.</summary>
public static class SealHttp
{
    /// <summary>A token with its certificates is 2–8 KB.</summary>
    private const int MaxAnswer = 128 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static HttpClient Create() => new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Timeout / 2, UseCookies = false }, disposeHandler: true)
    {
        Timeout = Timeout,
        MaxResponseContentBufferSize = MaxAnswer,
    };

    /// <returns>The body of an answer that says 200.</returns>
    /// <exception cref="SealUnavailableException">No answer in time, one that is too large, or another status.</exception>
    internal static async Task<byte[]> SendAsync(HttpClient http, HttpRequestMessage message, string what, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.SendAsync(message, cancellationToken);
            return answer.StatusCode == System.Net.HttpStatusCode.OK
                ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw Refused(what, (int)answer.StatusCode);
        }
        catch (Exception exception) when (IsAway(exception, cancellationToken))
        {
            throw Away(what, exception);
        }
    }

    /// <summary>As <see cref="SendAsync"/>, for what must not return before it has the answer: a key that signs.</summary>
    internal static byte[] Send(HttpClient http, HttpRequestMessage message, string what)
    {
        try
        {
            using var answer = http.Send(message);
            if (answer.StatusCode != System.Net.HttpStatusCode.OK)
                throw Refused(what, (int)answer.StatusCode);

            using var body = answer.Content.ReadAsStream();
            using var buffer = new MemoryStream();
            body.CopyTo(buffer);
            return buffer.ToArray();
        }
        catch (Exception exception) when (IsAway(exception, CancellationToken.None))
        {
            throw Away(what, exception);
        }
    }

    private static bool IsAway(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static SealUnavailableException Refused(string what, int status) => new($"The {what} answered {status}.");

    private static SealUnavailableException Away(string what, Exception inner) => new($"The {what} does not answer.", inner);
}
