using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Klynge.Testing;

/// <summary>
/// The wire between the bot and its PostgreSQL. A test cuts it: what runs over it breaks, and nobody answers at its end. Or it stalls it:
/// connections stand, new ones are taken, and nothing comes through. Or it has it break by itself after so many bytes.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _to;
    private readonly ConcurrentDictionary<Socket, byte> _sockets = [];
    private TcpListener? _listener;
    private Task _listening = Task.CompletedTask;
    private TaskCompletionSource _flows = Flowing();
    private long _left = long.MaxValue;
    private volatile bool _isCut;

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
        _isCut = true;
        _listener?.Stop();
        _listener = null;
        foreach (var socket in _sockets.Keys)
        {
            // Without a farewell, so that whoever writes to it next hears of it at once.
            socket.Close(timeout: 0);
        }
    }

    /// <summary>Nothing comes through until <see cref="Mend"/>.</summary>
    public void Stall() => Volatile.Write(ref _flows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>So many bytes still come through, both ways counted together; then every connection breaks, the next ones at once.</summary>
    public void BreakAfter(long bytes) => Volatile.Write(ref _left, bytes);

    public void Mend()
    {
        Volatile.Write(ref _left, long.MaxValue);
        _flows.TrySetResult();
        _isCut = false;
        if (_listener is not null)
            return;

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
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // The wire was cut, while it waited for a connection or between two of them.
        }
    }

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource();
        flows.SetResult();
        return flows;
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer) is var read and > 0)
        {
            await Volatile.Read(ref _flows).Task;
            var left = Interlocked.Add(ref _left, -read) + read;
            await to.WriteAsync(buffer.AsMemory(0, (int)Math.Clamp(left, 0, read)));
            if (left < read)
                return;
        }
    }

    private async Task CarryAsync(Socket from)
    {
        using var to = new Socket(SocketType.Stream, ProtocolType.Tcp);
        (_sockets[from], _sockets[to]) = (0, 0);
        try
        {
            // Taken just before the cut, and not yet among those that it broke.
            if (_isCut)
                return;

            await to.ConnectAsync(_host, _to);
            await using var near = new NetworkStream(from);
            await using var far = new NetworkStream(to);
            await await Task.WhenAny(PassAsync(near, far), PassAsync(far, near));
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
