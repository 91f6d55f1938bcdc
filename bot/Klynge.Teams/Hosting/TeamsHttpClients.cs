namespace Klynge.Teams.Hosting;

/// <summary>Both outbound clients: no redirects (they would carry the token off the allow-list), no cookies, bounded answers.</summary>
internal static class TeamsHttpClients
{
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(15);
        client.MaxResponseContentBufferSize = MaxAnswerBytes;
    }

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };
}
