using System.Net;
using System.Net.Sockets;
using Klynge.Microsoft365.Attendance;
using Klynge.Microsoft365.Calendar;
using Klynge.Microsoft365.Graph;
using Klynge.Microsoft365.Simulated;
using Microsoft.Extensions.Configuration;
using Microsoft.Graph;

namespace Klynge.Microsoft365.Tests.Support;

/// <summary>The stand-in on a port of its own and the product's client before it. Disposing fails the test for every request that Graph would not have taken.</summary>
internal sealed class GraphFixture : IAsyncDisposable
{
    private GraphFixture(FakeGraph standIn)
    {
        StandIn = standIn;
        Settings = Read(standIn.Url);
        Hosts = new GraphHosts(Settings.GraphUrl);
        Client = GraphClients.Create(Settings, Hosts);
    }

    public FakeGraph StandIn { get; }

    public Microsoft365Settings Settings { get; }

    public GraphHosts Hosts { get; }

    public GraphServiceClient Client { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public GraphCalendar Calendar => new(Client, new OnlineMeetings(Client));

    public GraphAttendance Attendance => new(Client, new OnlineMeetings(Client));

    public static async Task<GraphFixture> StartAsync(TimeProvider? time = null) => new(await FakeGraph.StartAsync(0, time, Ct));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await StandIn.DisposeAsync();
        Assert.Empty(StandIn.Unexpected);
    }

    /// <summary>For a host whose address has to be known before it listens.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static Microsoft365Settings Read(Uri url)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Microsoft365"] = url.ToString() })
            .Build();
        return Microsoft365Settings.Read(configuration, new Uri("http://localhost:3978")).Value;
    }
}
