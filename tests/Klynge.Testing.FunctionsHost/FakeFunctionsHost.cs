using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using Klynge.Testing.FunctionsHost.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Content = Klynge.Testing.FunctionsHost.Wire.StreamingMessage.ContentOneofCase;

namespace Klynge.Testing.FunctionsHost;

/// <summary>
/// Stands in for the Azure Functions host, which cannot be had everywhere: starts the worker of a package and does over gRPC what the host
/// does. It initialises the worker, asks which functions there are, loads them, invokes them, and asks the worker to end.
/// </summary>
public sealed class FakeFunctionsHost : IAsyncDisposable
{
    /// <summary>What the real host gives a worker to end in before it kills it.</summary>
    public static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    /// <summary>The real host gives a worker up after it has crashed this often.</summary>
    private const int MaxStarts = 3;

    private readonly WebApplication _server;
    private readonly WorkerStream _stream;
    private readonly WorkerProcess _worker;
    private readonly string _folder;
    private readonly Task _watching;

    private FakeFunctionsHost(WebApplication server, WorkerStream stream, WorkerProcess worker, string folder)
    {
        (_server, _stream, _worker, _folder) = (server, stream, worker, folder);
        _watching = WatchAsync();
    }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, WorkerFunction> Functions { get; private set; } = FrozenDictionary<string, WorkerFunction>.Empty;

    /// <summary>What the worker can do, as it has said itself.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Everything that the worker has logged to its host: category, message, exception and properties.</summary>
    public IReadOnlyList<string> Logs => [.. _stream.Logs.Select(log => log.ToString())];

    /// <summary>What the process has printed.</summary>
    public string Output => _worker.Output;

    /// <summary>The time that the worker has had of all cores since it began.</summary>
    public TimeSpan ProcessorTime => _worker.ProcessorTime;

    /// <summary>Starts the worker with the settings that it needs and waits until its functions are loaded.</summary>
    /// <param name="connectionString">The bot's database.</param>
    /// <param name="folder">The data directory.</param>
    /// <param name="environment">Further settings.</param>
    /// <exception cref="WorkerGoneException">It ended before that.</exception>
    public static Task<FakeFunctionsHost> StartAsync(string connectionString, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        StartAsync(WorkerPackage.Folder, new Dictionary<string, string>(environment ?? new Dictionary<string, string>(), StringComparer.Ordinal)
        {
            ["ConnectionStrings__Klynge"] = connectionString,
            ["Klynge__DataDirectory"] = folder,
            ["Klynge__PublicUrl"] = "https://klynge.example/",
        });

    /// <inheritdoc cref="StartAsync(string, string, IReadOnlyDictionary{string, string})"/>
    /// <param name="package">A folder with <c>worker.config.json</c>.</param>
    /// <param name="environment">These settings and none beside.</param>
    public static async Task<FakeFunctionsHost> StartAsync(string package, IReadOnlyDictionary<string, string> environment)
    {
        for (var start = 1; ; start++)
        {
            try
            {
                return await StartOnceAsync(package, environment);
            }
            catch (WorkerGoneException gone) when (start < MaxStarts && gone.Output.Contains("AddressInUseException", StringComparison.Ordinal))
            {
                // It looks for a free port for HTTP and takes it later; another process was faster.
            }
        }
    }

    /// <summary>A timer's beat.</summary>
    public Task<Invocation> TickAsync(string function, CancellationToken cancellationToken) =>
        InvokeAsync(function, new TypedData { Json = TriggerValues.Timer }, cancellationToken);

    /// <summary>A function with a trigger's value as JSON, however odd.</summary>
    public Task<Invocation> InvokeAsync(string function, string json, CancellationToken cancellationToken) =>
        InvokeAsync(function, new TypedData { Json = json }, cancellationToken);

    /// <summary>A timer's beat that is cancelled as soon as the task ends that is given.</summary>
    public async Task<Invocation> TickUntilAsync(string function, Task cancelled, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        var running = InvokeAsync(id, Functions[function], new TypedData { Json = TriggerValues.Timer }, attempt: 1, cancellationToken);
        await Task.WhenAny(cancelled, running);
        RequireCapability("HandlesInvocationCancelMessage");
        await _stream.SendAsync(new() { InvocationCancel = new() { InvocationId = id, GracePeriod = Duration.FromTimeSpan(GracePeriod) } }, cancellationToken);
        return await running;
    }

    /// <summary>Delivers a message of the queue as the host does: again after a failure, as often as <c>host.json</c> says, and then among the poison.</summary>
    /// <param name="function">With a queue for its trigger.</param>
    /// <param name="message">Its text.</param>
    /// <param name="beforeAttempt">What happens before each attempt, which is counted from one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Delivery> DeliverAsync(string function, string message, CancellationToken cancellationToken, Action<int>? beforeAttempt = null)
    {
        var attempts = new List<Invocation>();
        var most = (int)WorkerPackage.Read("host.json")["extensions"]!["queues"]!["maxDequeueCount"]!;
        while (attempts.Count < most && attempts is not [.., { Status: InvocationStatus.Succeeded }])
        {
            beforeAttempt?.Invoke(attempts.Count + 1);
            attempts.Add(await InvokeAsync(Guid.NewGuid().ToString(), Functions[function], new TypedData { String = message }, attempts.Count + 1, cancellationToken));
        }

        return new Delivery(attempts, IsPoison: attempts[^1].Status != InvocationStatus.Succeeded);
    }

    /// <summary>
    /// A request to the function app: the invocation goes over gRPC, the request itself to the worker's own address, and what that answers
    /// is what the caller gets, whatever becomes of the invocation.
    /// </summary>
    /// <param name="path">Below the app's address: <c>api/graph/notifications?validationToken=…</c>.</param>
    public async Task<HttpInvocation> PostAsync(string path, HttpContent content, CancellationToken cancellationToken)
    {
        var target = new Uri(new Uri(Capabilities["HttpUri"]), path);
        if (Functions.Values.SingleOrDefault(one => one.Takes(HttpMethod.Post, target.AbsolutePath["/api/".Length..])) is not { } function)
            return new HttpInvocation(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound), string.Empty, null);

        var id = Guid.NewGuid().ToString();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(3) };
        var forwarding = ForwardAsync(http, target, id, content, cancellationToken);
        var invocation = await InvokeAsync(id, function, new TypedData { Http = new RpcHttp() }, attempt: 1, cancellationToken);
        var response = await forwarding;
        return new HttpInvocation(response, await response.Content.ReadAsStringAsync(cancellationToken), invocation);
    }

    /// <summary>Asks the worker to end and kills it after the grace period.</summary>
    /// <returns>The exit code; null when it had to be killed.</returns>
    public async Task<int?> TerminateAsync(CancellationToken cancellationToken)
    {
        RequireCapability("HandlesWorkerTerminateMessage");
        await _stream.SendAsync(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(GracePeriod) } }, cancellationToken);
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        grace.CancelAfter(GracePeriod);
        try
        {
            return await _worker.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await KillAsync();
            return null;
        }
    }

    /// <summary>As <c>kill -9</c>: no time for anything.</summary>
    public Task KillAsync() => _worker.KillAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _watching;
        await _server.DisposeAsync();
        _worker.Dispose();
        _stream.Dispose();
    }

    /// <summary>A worker that has just started may not listen yet; the real host waits for it in the same way.</summary>
    private static async Task<HttpResponseMessage> ForwardAsync(HttpClient http, Uri target, string id, HttpContent content, CancellationToken cancellationToken)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
            request.Headers.Add("x-ms-invocation-id", id);
            try
            {
                return await http.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await pause.WaitForNextTickAsync(cancellationToken);
            }
            finally
            {
                request.Content = null; // The caller's, and sent again where nobody listened.
            }
        }
    }

    private static async Task<FakeFunctionsHost> StartOnceAsync(string package, IReadOnlyDictionary<string, string> environment)
    {
        var workerId = Guid.NewGuid().ToString();
        var stream = new WorkerStream(workerId);
        var server = await ListenAsync(stream);
        var worker = new WorkerProcess(package, new Uri(server.Urls.First()), workerId, environment);
        var host = new FakeFunctionsHost(server, stream, worker, package);
        try
        {
            await host.LoadAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task<WebApplication> ListenAsync(WorkerStream stream)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(stream);
        builder.WebHost.ConfigureKestrel(server =>
            server.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var server = builder.Build();
        server.MapGrpcService<WorkerStream>();
        await server.StartAsync();
        return server;
    }

    private async Task WatchAsync()
    {
        var exitCode = await _worker.WaitForExitAsync(CancellationToken.None);
        _stream.End(new WorkerGoneException(exitCode, _worker.Output));
    }

    private async Task LoadAsync()
    {
        var init = await AskAsync(Content.WorkerInitResponse, new()
        {
            WorkerInitRequest = new() { HostVersion = "4.1044.0", WorkerDirectory = _folder, FunctionAppDirectory = _folder },
        });
        Require(init.WorkerInitResponse.Result);
        Capabilities = init.WorkerInitResponse.Capabilities.ToFrozenDictionary(StringComparer.Ordinal);
        var metadata = await AskAsync(Content.FunctionMetadataResponse, new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = _folder } });
        Require(metadata.FunctionMetadataResponse.Result);
        foreach (var function in metadata.FunctionMetadataResponse.FunctionMetadataResults)
        {
            var loaded = await _stream.AskAsync(
                function.FunctionId,
                new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } },
                CancellationToken.None);
            Require(loaded.FunctionLoadResponse.Result);
        }

        Functions = metadata.FunctionMetadataResponse.FunctionMetadataResults
            .Select(function => new WorkerFunction(function.FunctionId, function.Name, function.RawBindings))
            .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);
    }

    private Task<StreamingMessage> AskAsync(Content answer, StreamingMessage question) => _stream.AskAsync(answer.ToString(), question, CancellationToken.None);

    private Task<Invocation> InvokeAsync(string function, TypedData value, CancellationToken cancellationToken) =>
        InvokeAsync(Guid.NewGuid().ToString(), Functions[function], value, attempt: 1, cancellationToken);

    private async Task<Invocation> InvokeAsync(string id, WorkerFunction function, TypedData value, int attempt, CancellationToken cancellationToken)
    {
        var request = TriggerValues.Request(id, function, value, attempt);
        var answer = (await _stream.AskAsync(id, new() { InvocationRequest = request }, cancellationToken)).InvocationResponse;
        return new Invocation(
            (InvocationStatus)answer.Result.Status,
            answer.Result.Exception?.Message,
            answer.OutputData.ToFrozenDictionary(output => output.Name, output => TriggerValues.TextOf(output.Data), StringComparer.Ordinal),
            [.. _stream.Logs.Where(log => log.InvocationId == id).Select(log => $"{(LogLevel)log.Level} {log.Category}: {log.Message}")]);
    }

    private void RequireCapability(string name)
    {
        if (!Capabilities.ContainsKey(name))
            throw new InvalidOperationException($"The host would not send it: the worker has not said {name}.");
    }

    private static void Require(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"The worker refused: {result.Exception?.Message}");
    }
}
