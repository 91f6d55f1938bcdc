using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>The wire between the bot and its PostgreSQL, which a test cuts and mends: what runs over it breaks, and nobody answers at its end.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _to;
    private readonly ConcurrentDictionary<Socket, byte> _sockets = [];
    private TcpListener? _listener;
    private Task _listening = Task.CompletedTask;

    private Wire(string host, int to) => (_host, _to) = (host, to);

    /// <summary>Where the bot is told that the server is.</summary>
    public int Port { get; private set; }

    public static Wire To(string host, int port)
    {
        var wire = new Wire(host, port);
        wire.Mend();
        return wire;
    }

    public void Cut()
    {
        _listener!.Stop();
        foreach (var socket in _sockets.Keys)
            socket.Dispose();
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _listening;
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The wire was cut.
        }
    }

    private async Task CarryAsync(Socket from)
    {
        using var to = new Socket(SocketType.Stream, ProtocolType.Tcp);
        (_sockets[from], _sockets[to]) = (0, 0);
        try
        {
            await to.ConnectAsync(_host, _to);
            await using var near = new NetworkStream(from);
            await using var far = new NetworkStream(to);
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // The wire was cut.
        }
        finally
        {
            from.Dispose();
            _sockets.TryRemove(from, out _);
            _sockets.TryRemove(to, out _);
        }
    }
}
