namespace Klynge.Functions.Invocations;

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
