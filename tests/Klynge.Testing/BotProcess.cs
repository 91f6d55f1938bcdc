using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Klynge.Testing;

/// <summary>The bot started for real: its own process, port and data folder. Disposing stops it and takes the folder away.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(180);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly bool _ownsFolder;

    private BotProcess(Process process, Uri address, string folder, bool ownsFolder)
    {
        (_process, Address, Folder, _ownsFolder) = (process, address, folder, ownsFolder);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    /// <summary>The working folder; <c>.data</c> in it holds the database and the documents.</summary>
    public string Folder { get; }

    public HttpClient Http { get; }

    /// <summary>The time that the process has had of all cores since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The files that the process has loaded as code, by name. Linux only.</summary>
    public IReadOnlySet<string> LoadedAssemblies => File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/maps")
        .Where(line => line.EndsWith(".dll", StringComparison.Ordinal))
        .Select(line => Path.GetFileNameWithoutExtension(line.Split(' ')[^1]))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The memory that the process has now, in MiB. Linux only.</summary>
    public int MemoryMiB => Status("VmRSS:") / 1024;

    /// <summary>The most memory that the process has ever had, in MiB. Linux only.</summary>
    public int PeakMemoryMiB => Status("VmHWM:") / 1024;

    /// <summary>Everything that the process has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <param name="folder">A folder that the caller keeps, for a restart on the same data; null for a new one.</param>
    /// <param name="environment">Settings by environment.</param>
    /// <param name="port">The port of an earlier start, for callers that know no other; null for a free one.</param>
    public static async Task<BotProcess> StartAsync(
        string? folder = null, IReadOnlyDictionary<string, string>? environment = null, int? port = null)
    {
        var address = new Uri($"http://localhost:{port ?? FreePort()}/");
        var home = folder ?? Directory.CreateTempSubdirectory("klynge-bot-").FullName;
        var process = ProgramRun.Start(home, environment, "--urls", address.ToString().TrimEnd('/'));
        var bot = new BotProcess(process, address, home, ownsFolder: folder is null);
        try
        {
            await bot.WaitUntilReadyAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <c>kill -9</c>: no time for anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop, as a platform does before it takes a container away (SIGTERM).</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForEndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();

        Http.Dispose();
        _process.Dispose();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private int Status(string field) => int.Parse(
        File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith(field, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture);

    private async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartWithin);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The bot ended with exit code {_process.ExitCode}: {Output}");

            if (await AnswersAsync(patience.Token))
                return;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync("healthz/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
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
            _output.AppendLine(line);
    }
}
