using Klynge.Microsoft365.Simulated.Calendars;
using Klynge.Microsoft365.Simulated.Drives;
using Klynge.Microsoft365.Simulated.Http;
using Klynge.Microsoft365.Simulated.Mails;
using Klynge.Microsoft365.Simulated.Meetings;
using Klynge.Microsoft365.Simulated.People;
using Klynge.Microsoft365.Simulated.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.Microsoft365.Simulated;

/// <summary>
/// Plays Microsoft Graph on this machine, for the tests and for local mode, and behaves as Graph's documentation says, its awkward sides
/// included. It is reached over HTTP only, by the real SDK. A request that Graph would not take, or that the bot has no business to make,
/// is refused and kept in <see cref="Unexpected"/>.
/// </summary>
public sealed class FakeGraph : IAsyncDisposable
{
    /// <summary>The only token that is let in.</summary>
    public const string Token = "simulated-token";

    private readonly WebApplication _app;
    private readonly RequestLog _log = new();

    private FakeGraph(WebApplication app, TimeProvider time)
    {
        _app = app;
        Time = time;
        Calendars = new CalendarArea(People, time);
        OnlineMeetings = new OnlineMeetingArea(People);
        Subscriptions = new SubscriptionArea(People, Calendars.Store, time);
        Drives = new DriveArea(time);
        Mails = new MailArea(People);
    }

    /// <summary>What the client is given in place of <c>https://graph.microsoft.com/v1.0</c>.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/v1.0");

    public TimeProvider Time { get; }

    public FakePeople People { get; } = new();

    public CalendarArea Calendars { get; }

    public OnlineMeetingArea OnlineMeetings { get; }

    public SubscriptionArea Subscriptions { get; }

    public DriveArea Drives { get; }

    public MailArea Mails { get; }

    /// <summary>Failures to come: throttling, outages, lost states.</summary>
    public Faults Faults { get; } = new();

    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>Why requests were refused as none that Graph takes. A test ends by asserting that there are none.</summary>
    public IReadOnlyList<string> Unexpected => _log.Unexpected;

    public static async Task<FakeGraph> StartAsync(int port = 0, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var standIn = new FakeGraph(app, time ?? TimeProvider.System);
        standIn.Map();
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        standIn.Url = new Uri(new Uri(address), "/v1.0");
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        await Subscriptions.DisposeAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private IEnumerable<IFakeArea> Areas() => [Calendars, OnlineMeetings, Subscriptions, Drives, Mails];

    private void Map()
    {
        var routes = new FakeRoutes(_app, _log, Faults);
        foreach (var area in Areas())
            area.Map(routes);

        routes.RefuseTheRest();
    }
}

/// <summary>One area of Graph (calendars, drives, mail): its state, and the requests that it answers.</summary>
public interface IFakeArea
{
    /// <summary>Registers the area's requests. What no area registers is refused and noted as unexpected.</summary>
    void Map(FakeRoutes routes);
}
