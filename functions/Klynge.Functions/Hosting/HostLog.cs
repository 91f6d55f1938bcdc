using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klynge.Functions.Hosting;

/// <summary>
/// What the worker says to the Functions host's log, which is read by more people than the bot's own: events and ids. The text of an
/// exception may quote what a person wrote, so only its type and its stack go there; what EF and HTTP log names addresses and statements,
/// so nothing of theirs does, whatever the settings say.
/// </summary>
internal sealed class HostLog(ILoggerProvider workers) : ILoggerProvider, ISupportExternalScope
{
    public ILogger CreateLogger(string categoryName) => new Logger(workers.CreateLogger(categoryName));

    /// <summary>The worker's own provider finds the invocation's id in the scopes.</summary>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (workers as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    public void Dispose() => workers.Dispose();

    /// <summary>The types, from the outermost in: <c>DbUpdateException, PostgresException</c>, and where it was thrown.</summary>
    internal static string Describe(Exception exception)
    {
        var types = new List<string>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            types.Add(cause.GetType().FullName ?? cause.GetType().Name);

        return $"{string.Join(", ", types)} {exception.StackTrace}";
    }

    private sealed class Logger(ILogger workers) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => workers.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => workers.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var cause = exception is null ? string.Empty : $" ({Describe(exception)})";
            workers.Log(logLevel, eventId, state, exception: null, (values, _) => formatter(values, null) + cause);
        }
    }
}

internal static class HostLogServices
{
    /// <summary>In the place of every provider that is there, the worker's own among them.</summary>
    internal static void AddHostLog(this ILoggingBuilder logging)
    {
        var workers = logging.Services.Single(service =>
            service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType?.FullName == "Microsoft.Azure.Functions.Worker.Logging.WorkerLoggerProvider");
        logging.ClearProviders();
        logging.Services.AddSingleton<ILoggerProvider>(provider =>
            new HostLog((ILoggerProvider)ActivatorUtilities.CreateInstance(provider, workers.ImplementationType!)));
        logging
            .AddFilter<HostLog>(category: null, LogLevel.Warning)
            .AddFilter<HostLog>("Klynge", LogLevel.Debug)
            .AddFilter<HostLog>("Microsoft.EntityFrameworkCore", LogLevel.None)
            .AddFilter<HostLog>("Microsoft.AspNetCore", LogLevel.None)
            .AddFilter<HostLog>("System.Net.Http", LogLevel.None);
    }
}
