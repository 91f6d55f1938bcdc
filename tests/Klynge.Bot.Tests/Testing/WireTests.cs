using System.Net;
using System.Net.Sockets;
using Klynge.Testing;

namespace Klynge.Bot.Tests.Testing;

/// <summary>Tests of outages believe that a wire that was cut carries nothing, also not over a connection that was being made at that moment.</summary>
public sealed class WireTests
{
    private const int Rounds = 200, Clients = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cut_WhileConnectionsAreMade_LeavesNone()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = ServeAsync(server);
        var survived = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var wire = Wire.To("127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port);
            var clients = Enumerable.Range(0, Clients).Select(_ => ConnectAsync(wire.Port)).ToList();
            await clients[round % Clients];
            wire.Cut();

            foreach (var client in await Task.WhenAll(clients))
            {
                using (client)
                    survived += await IsAnsweredAsync(client) ? 1 : 0;
            }
        }

        server.Stop();
        await serving;
        Assert.Equal(0, survived);
    }

    /// <returns>Null where nobody took the connection any more.</returns>
    private static async Task<Socket?> ConnectAsync(int port)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, Ct);
            return client;
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
    }

    private static async Task<bool> IsAnsweredAsync(Socket? client)
    {
        if (client is null)
            return false;

        try
        {
            await client.SendAsync(new byte[1], Ct);
            return await client.ReceiveAsync(new byte[1], Ct) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Says back what it is told, until it is stopped.</summary>
    private static async Task ServeAsync(TcpListener server)
    {
        try
        {
            while (true)
                _ = EchoAsync(await server.AcceptSocketAsync(Ct));
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // It was stopped.
        }
    }

    private static async Task EchoAsync(Socket client)
    {
        var buffer = new byte[16];
        using (client)
        {
            try
            {
                while (await client.ReceiveAsync(buffer, Ct) is var read and > 0)
                    await client.SendAsync(buffer.AsMemory(0, read), Ct);
            }
            catch (SocketException)
            {
                // The wire was cut.
            }
        }
    }
}
