using Klynge.Functions.Hosting;

namespace Klynge.Functions.Protocol;

/// <summary>
/// <c>POST /{FunctionName}</c>, as the Functions host calls: finds the function, gives it the invocation, and answers always with JSON;
/// 400 for what makes no sense, 500 for what failed, so that the host counts it as failed and a queue's message comes again.
/// </summary>
internal sealed partial class InvocationEndpoint(
    IEnumerable<IFunction> functions, Preparation preparation, IHostApplicationLifetime lifetime, ILogger<InvocationEndpoint> logger)
{
    private const string IdHeader = "X-Azure-Functions-InvocationId";

    private readonly Dictionary<string, IFunction> _functions = functions.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    internal async Task<IResult> HandleAsync(string name, HttpContext context)
    {
        var logs = InvocationLogs.Collect();
        var (status, answer) = await InvokeAsync(name, context);
        return Results.Json(answer.ToJson(logs.All), statusCode: status);
    }

    private async Task<(int Status, InvocationAnswer Answer)> InvokeAsync(string name, HttpContext context)
    {
        var id = context.Request.Headers[IdHeader].ToString();
        if (!_functions.TryGetValue(name, out var function))
        {
            LogUnknown(id);
            return (StatusCodes.Status404NotFound, new InvocationAnswer(Failed: true));
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            var invocation = await Invocation.ReadAsync(context.Request.Body, stopping.Token);
            await preparation.EnsureAsync(stopping.Token);
            var answer = await function.RunAsync(invocation, stopping.Token);
            return (answer.Failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK, answer);
        }
        catch (BadHttpRequestException exception)
        {
            LogMalformed(function.Name, id, exception.Message);
            return (exception.StatusCode, new InvocationAnswer(Failed: true));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The text of an exception may quote what a person wrote; its type and the stack do not.
            LogFailed(function.Name, id, exception.GetType().FullName, exception.StackTrace);
            return (StatusCodes.Status500InternalServerError, new InvocationAnswer(Failed: true));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Invocation {Id} is for a function that is not here")]
    private partial void LogUnknown(string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function}, invocation {Id}: {Problem} Nothing was done.")]
    private partial void LogMalformed(string function, string id, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function}, invocation {Id} failed: {ExceptionType} {Stack}")]
    private partial void LogFailed(string function, string id, string? exceptionType, string? stack);
}
