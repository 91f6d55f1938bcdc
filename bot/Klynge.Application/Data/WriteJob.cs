using Klynge.Domain.Common;

namespace Klynge.Application.Data;

/// <summary>A use case waiting for the writer. Answered once, after the commit of its batch.</summary>
internal abstract class WriteJob(WriteIntent intent)
{
    internal WriteIntent Intent { get; } = intent;

    /// <summary>It has failed by itself and its caller knows: it is not run again with the rest of its batch.</summary>
    internal abstract bool IsAnswered { get; }

    /// <summary>Runs the use case; the error is what it refused with, null for success.</summary>
    internal abstract Task<Error?> RunAsync(WriteScope scope);

    internal abstract void Refuse(Error error);

    /// <summary>Answers the caller with what the last run came to.</summary>
    internal abstract void Complete();

    internal abstract void Fail(Exception exception);
}

internal sealed class WriteJob<T>(WriteIntent intent, Func<WriteScope, Task<Result<T>>> work) : WriteJob(intent)
    where T : notnull
{
    private readonly TaskCompletionSource<Result<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Result<T> _result;

    internal override bool IsAnswered => _answer.Task.IsCompleted;

    internal Task<Result<T>> Completion => _answer.Task;

    internal override async Task<Error?> RunAsync(WriteScope scope)
    {
        _result = await work(scope);
        return _result.Error;
    }

    internal override void Refuse(Error error) => _result = error;

    internal override void Complete() => _answer.TrySetResult(_result);

    internal override void Fail(Exception exception) => _answer.TrySetException(exception);
}
