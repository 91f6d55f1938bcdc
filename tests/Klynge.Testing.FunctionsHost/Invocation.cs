namespace Klynge.Testing.FunctionsHost;

/// <summary>What the worker answered to an invocation.</summary>
/// <param name="Error">The exception's text, as the Functions host would log it.</param>
/// <param name="Outputs">By the names of the outgoing bindings; null for one that stays empty.</param>
/// <param name="Logs">What the worker logged under this invocation: <c>Error Klynge.Functions.Jobs.WorkFunction: …</c>.</param>
public sealed record Invocation(InvocationStatus Status, string? Error, IReadOnlyDictionary<string, string?> Outputs, IReadOnlyList<string> Logs);

public enum InvocationStatus
{
    Failed = 0,
    Succeeded = 1,
    Cancelled = 2,
}

/// <summary>What came of a request to one of the function app's addresses.</summary>
/// <param name="Response">What the caller gets.</param>
/// <param name="Body">Of the response.</param>
/// <param name="Invocation">Null when no function has that address.</param>
public sealed record HttpInvocation(HttpResponseMessage Response, string Body, Invocation? Invocation);

/// <summary>What became of a message in a queue.</summary>
/// <param name="IsPoison">It failed every time and is put aside.</param>
public sealed record Delivery(IReadOnlyList<Invocation> Attempts, bool IsPoison);
