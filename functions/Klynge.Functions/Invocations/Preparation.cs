using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Functions.Invocations;

/// <summary>
/// Brings the database up to date before the first function runs, and not before the process listens: a database that is away must
/// fail invocations, which come again, and not the worker, which the Functions host gives up after three crashes.
/// </summary>
internal sealed class Preparation(IDbContextFactory<KlyngeContext> contexts, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _isDone;

    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
            return;

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!_isDone)
            {
                await contexts.MigrateAsync(clock, cancellationToken);
                _isDone = true;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
