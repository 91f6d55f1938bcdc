using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Klynge.Testing.FunctionsHost;

/// <summary>The worker's process, started with the arguments and variables that the Functions host gives it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string MaxMessage = "134217728";

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    internal WorkerProcess(string folder, Uri host, string workerId, IReadOnlyDictionary<string, string> environment)
    {
        var (program, worker) = WorkerPackage.CommandOf(folder);
        var start = new ProcessStartInfo(program, [worker, .. Arguments(host, workerId)])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables(folder).Concat(environment))
            start.Environment[name] = value;

        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.TryAdd("Klynge__Pdf__Converter", "none");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <returns>The exit code, with all of the output read.</returns>
    internal async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    internal async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private static Dictionary<string, string> Variables(string folder) => new(StringComparer.Ordinal)
    {
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["FUNCTIONS_WORKER_DIRECTORY"] = folder,
        ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
    };

    /// <summary>Each twice: of old and as workers are asked to read them now.</summary>
    private static string[] Arguments(Uri host, string workerId)
    {
        var port = host.Port.ToString(CultureInfo.InvariantCulture);
        var requestId = Guid.NewGuid().ToString();
        return
        [
            "--host", host.Host, "--port", port, "--workerId", workerId, "--requestId", requestId, "--grpcMaxMessageLength", MaxMessage,
            "--functions-uri", host.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id", requestId,
            "--functions-grpc-max-message-length", MaxMessage,
        ];
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
