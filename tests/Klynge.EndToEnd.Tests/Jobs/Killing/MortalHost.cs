using Klynge.Testing;
using Klynge.Testing.FunctionsHost;

namespace Klynge.EndToEnd.Tests.Jobs.Killing;

/// <summary>A host that is killed and comes back.</summary>
internal abstract class MortalHost : IAsyncDisposable
{
    private Task _coming = Task.CompletedTask;

    internal bool IsUp => _coming.IsCompletedSuccessfully;

    internal abstract Task StartAsync();

    /// <summary>As <c>kill -9</c>, and started anew without waiting for it.</summary>
    internal async Task KillAsync()
    {
        await KillProcessAsync();
        _coming = StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _coming;
        await KillProcessAsync();
    }

    private protected abstract Task KillProcessAsync();
}

/// <summary>The bot's own host, which runs the jobs and sends what it writes.</summary>
internal sealed class MortalBot(DirectoryInfo folder, Dictionary<string, string> settings) : MortalHost
{
    private BotProcess? _bot;

    private const int MaxStarts = 5;

    /// <summary>Started again, as a platform does, when it gave up at once because the others kept the database busy.</summary>
    internal override async Task StartAsync()
    {
        for (var start = 1; _bot is null; start++)
        {
            try
            {
                _bot = await BotProcess.StartAsync(folder.FullName, settings);
            }
            catch (InvalidOperationException) when (start < MaxStarts)
            {
                continue;
            }
        }
    }

    private protected override async Task KillProcessAsync()
    {
        await (_bot?.DisposeAsync() ?? default);
        _bot = null;
    }
}

/// <summary>The function app's worker, with a Functions host before it that lets every timer fire each second.</summary>
internal sealed class MortalFunctions(DirectoryInfo folder, string connectionString, Dictionary<string, string> settings) : MortalHost
{
    private static readonly string[] Timers = ["Outbox", "Procedures", "Deadlines"];

    private FakeFunctionsHost? _functions;

    internal override async Task StartAsync() => _functions = await FakeFunctionsHost.StartAsync(connectionString, folder.FullName, settings);

    /// <summary>Until it is cancelled. A timer that is still running is not fired again, as in the Functions host.</summary>
    internal Task BeatAsync(CancellationToken cancellationToken) => Task.WhenAll(Timers.Select(timer => BeatAsync(timer, cancellationToken)));

    private protected override async Task KillProcessAsync() => await (_functions?.DisposeAsync() ?? default);

    private async Task BeatAsync(string timer, CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await beat.WaitForNextTickAsync(cancellationToken))
                await TryTickAsync(timer, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return; // The test is over.
        }
    }

    private async Task TryTickAsync(string timer, CancellationToken cancellationToken)
    {
        try
        {
            await _functions!.TickAsync(timer, cancellationToken);
        }
        catch (Exception exception) when (exception is WorkerGoneException or IOException or ObjectDisposedException)
        {
            // Killed meanwhile; the next beat finds the next process.
        }
    }
}
