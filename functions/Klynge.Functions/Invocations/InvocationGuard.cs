using Klynge.Application.Data;
using Klynge.Functions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Klynge.Functions.Invocations;

/// <summary>
/// Stands around every function: the database is brought up to date before the first, the worker waits for those that run, and of an
/// exception nothing but its type reaches the Functions host.
/// </summary>
internal sealed partial class InvocationGuard(Preparation preparation, RunningInvocations running, ILogger<InvocationGuard> logger)
    : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var invocation = running.Begin();
        try
        {
            await preparation.EnsureAsync(context.CancellationToken);
            await next(context);
        }
        catch (Exception exception)
        {
            throw Conceal(context, CauseOf(exception));
        }
    }

    /// <summary>The worker hands over what an asynchronous function throws as a task's <see cref="AggregateException"/>.</summary>
    private static Exception CauseOf(Exception exception) => exception is AggregateException several ? several.GetBaseException() : exception;

    /// <returns>What the Functions host may be told.</returns>
    private InvocationFailedException Conceal(FunctionContext context, Exception exception)
    {
        var name = context.FunctionDefinition.Name;
        switch (exception)
        {
            case InvocationFailedException ours:
                return ours;
            case OperationCanceledException when IsCancelled(context):
                Answer(context, StatusCodes.Status503ServiceUnavailable);
                return new InvocationFailedException($"{name} was cancelled.", new OperationCanceledException());
            default:
                Answer(context, Outage.Is(exception) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
                LogFailed(name, context.InvocationId, HostLog.Describe(exception));
                return new InvocationFailedException($"{name} failed: {exception.GetType().Name}.");
        }
    }

    private bool IsCancelled(FunctionContext context) => context.CancellationToken.IsCancellationRequested || running.Stopping.IsCancellationRequested;

    /// <summary>The host has passed a request on and passes back what the worker answers: 200 unless it is said here, and Graph would not send again.</summary>
    private static void Answer(FunctionContext context, int status)
    {
        if (context.GetHttpContext() is { Response.HasStarted: false } http)
            http.Response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function}, invocation {Id} failed: {Exception}")]
    private partial void LogFailed(string function, string id, string exception);
}

/// <summary>
/// An invocation that the Functions host must count as failed: a queue's message comes again. The host logs the text, so it is one of
/// ours, with names of functions, jobs and types, and never that of another exception.
/// </summary>
internal sealed class InvocationFailedException : Exception
{
    internal InvocationFailedException(string message)
        : base(message)
    {
    }

    /// <param name="cancelled">The worker answers »cancelled« in place of »failed« where it finds one inside.</param>
    internal InvocationFailedException(string message, OperationCanceledException cancelled)
        : base(message, cancelled)
    {
    }
}
