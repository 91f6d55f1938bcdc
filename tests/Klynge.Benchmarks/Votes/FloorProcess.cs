using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Klynge.Benchmarks.Votes;

/// <summary>The floor in a process of its own, as the bot is.</summary>
internal sealed class FloorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FloorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    internal Uri Address { get; }

    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal static async Task<FloorProcess> StartAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var arguments = new[] { typeof(FloorProcess).Assembly.Location, "floor", address.ToString(), Path.Combine(folder, "floor.db") };
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)) ?? throw new InvalidOperationException("The floor did not start.");
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pause.WaitForNextTickAsync())
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "healthz/ready"));
                break;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                continue; // Nobody listens yet.
            }
        }

        return new FloorProcess(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
