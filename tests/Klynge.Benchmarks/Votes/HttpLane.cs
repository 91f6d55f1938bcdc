using System.Buffers.Text;
using System.Net.Sockets;

namespace Klynge.Benchmarks.Votes;

/// <summary>
/// One kept-alive connection that sends a request and reads its answer, as lean as it can be: the load generator shares the machine's
/// cores with what it measures.
/// </summary>
internal sealed class HttpLane : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    internal async Task ConnectAsync(Uri address) => await _socket.ConnectAsync("127.0.0.1", address.Port);

    /// <returns>The status and the body.</returns>
    internal async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request[sent..]);

        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");

            length += read;
            if (TryRead(length) is { } answer)
                return answer;
        }
    }

    public void Dispose() => _socket.Dispose();

    private (int Status, ReadOnlyMemory<byte> Body)? TryRead(int length)
    {
        var received = _buffer.AsSpan(0, length);
        var headEnd = received.IndexOf(HeadEnd);
        if (headEnd < 0)
            return null;

        var head = received[..headEnd];
        var start = headEnd + HeadEnd.Length;
        var status = Utf8Parser.TryParse(head[9..12], out int read, out _) ? read : 0;
        if (ContentLength(head) is not { } expected)
            return received.EndsWith("0\r\n\r\n"u8) ? (status, _buffer.AsMemory(start, length - start)) : null;

        return length - start >= expected ? (status, _buffer.AsMemory(start, expected)) : null;
    }

    /// <summary>Null for a chunked body.</summary>
    private static int? ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int value, out _) ? value : null;
    }
}
