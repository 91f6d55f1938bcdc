namespace Klynge.Functions.Protocol;

/// <summary>Gathers what is logged while a function runs, so that it goes back to the Functions host with the answer, under that invocation.</summary>
internal sealed class InvocationLogs : ILoggerProvider
{
    private static readonly AsyncLocal<LogLines?> Current = new();

    /// <summary>Everything that is logged from here on in this flow of calls.</summary>
    internal static LogLines Collect() => Current.Value = new LogLines();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Logger(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => Current.Value is not null && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var cause = exception is null ? string.Empty : $" ({exception.GetType().FullName})";
            Current.Value?.Add($"{logLevel} {category}: {formatter(state, exception)}{cause}");
        }
    }
}
