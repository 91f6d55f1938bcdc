namespace Klynge.Functions.Protocol;

/// <summary>One function of the app: a folder of its name with a <c>function.json</c>, and this.</summary>
internal interface IFunction
{
    /// <summary>The folder's name, by which the Functions host calls it.</summary>
    string Name { get; }

    /// <exception cref="BadHttpRequestException">The payload is not what the function's bindings promise; nothing was done.</exception>
    Task<InvocationAnswer> RunAsync(Invocation invocation, CancellationToken cancellationToken);
}
