using System.Collections.Concurrent;
using Grpc.Core;
using Klynge.Testing.FunctionsHost.Wire;
using Content = Klynge.Testing.FunctionsHost.Wire.StreamingMessage.ContentOneofCase;

namespace Klynge.Testing.FunctionsHost;

/// <summary>The host's end of the one stream. The worker answers in any order: an answer is found by what it is about.</summary>
internal sealed class WorkerStream(string workerId) : FunctionRpc.FunctionRpcBase, IDisposable
{
    /// <summary>The real host waits ten seconds for the first word; a machine that runs all tests at once is given more.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(3);

    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RpcLog> _logs = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile Exception? _end;

    internal IReadOnlyCollection<RpcLog> Logs => _logs;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Take(message, responseStream);

            End(new IOException("The worker has closed the stream."));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            End(exception); // Its process is gone.
        }
    }

    /// <summary>Nothing more will come: fails whoever waits.</summary>
    internal void End(Exception reason)
    {
        _end ??= reason;
        _started.TrySetException(_end);
        foreach (var awaited in _awaited.Values)
            awaited.TrySetException(_end);
    }

    /// <param name="key">What the answer is about: an invocation, a function, or the answer's kind where there is but one.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<StreamingMessage> AskAsync(string key, StreamingMessage message, CancellationToken cancellationToken)
    {
        var awaited = _awaited[key] = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(message, cancellationToken);
        if (_end is { } end)
            awaited.TrySetException(end);

        return await awaited.Task.WaitAsync(AnswerWithin, cancellationToken);
    }

    internal async Task SendAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        var writer = await _started.Task.WaitAsync(AnswerWithin, cancellationToken);
        message.RequestId = Guid.NewGuid().ToString();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await writer.WriteAsync(message, CancellationToken.None);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or OperationCanceledException && _end is not null)
        {
            throw new IOException("The worker has gone.", exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private void Take(StreamingMessage message, IServerStreamWriter<StreamingMessage> writer)
    {
        switch (message.ContentCase)
        {
            case Content.StartStream when message.StartStream.WorkerId == workerId:
                _started.TrySetResult(writer);
                break;
            case Content.RpcLog:
                _logs.Enqueue(message.RpcLog);
                break;
            default:
                if (_awaited.TryRemove(KeyOf(message), out var awaited))
                    awaited.TrySetResult(message);

                break;
        }
    }

    private static string KeyOf(StreamingMessage message) => message.ContentCase switch
    {
        Content.InvocationResponse => message.InvocationResponse.InvocationId,
        Content.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
        _ => message.ContentCase.ToString(),
    };
}
