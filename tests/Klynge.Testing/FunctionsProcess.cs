using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Klynge.Testing;

/// <summary>The function app's custom handler started for real, as the Functions host starts it: a port by environment, settings by environment.</summary>
public sealed class FunctionsProcess : IAsyncDisposable
{
    /// <summary>The Functions host waits 30 seconds; a machine that runs all tests at once is given more.</summary>
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private FunctionsProcess(Process process, int port)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(3) };
    }

    public HttpClient Http { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="connectionString">The bot's database.</param>
    /// <param name="folder">The data directory.</param>
    /// <param name="environment">Further settings.</param>
    public static async Task<FunctionsProcess> StartAsync(
        string connectionString, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePort();
        var process = Start(folder, new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ConnectionStrings__Klynge"] = connectionString,
            ["Klynge__DataDirectory"] = folder,
            ["Klynge__PublicUrl"] = "https://klynge.example/",
        });
        var functions = new FunctionsProcess(process, port);
        try
        {
            await functions.WaitUntilItListensAsync(port);
            return functions;
        }
        catch
        {
            await functions.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it with these settings and none beside; the caller ends it.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(ProgramRun.DotnetPath(), [Path.Combine(AppContext.BaseDirectory, "Klynge.Functions.dll")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The functions did not start.");
    }

    /// <summary>Calls a function as the Functions host does.</summary>
    /// <param name="function">The folder's name.</param>
    /// <param name="body">The whole payload, however odd.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FunctionAnswer> InvokeAsync(string function, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, function) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1040.300");
        using var response = await Http.SendAsync(request, cancellationToken);
        return new FunctionAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>As <c>kill -9</c>: no time for anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private async Task WaitUntilItListensAsync(int port)
    {
        using var patience = new CancellationTokenSource(ReadyWithin);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The functions ended with exit code {_process.ExitCode}: {Output}");
            }

            if (await ListensAsync(port, patience.Token))
            {
                return;
            }
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false; // Nobody listens yet.
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
