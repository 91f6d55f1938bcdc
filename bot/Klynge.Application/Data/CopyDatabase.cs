using Klynge.Application.Data.Engines;
using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>Takes the day's copy of a SQLite database, so that there is one to restore; on PostgreSQL the server does.</summary>
public sealed class CopyDatabase(ApplicationSettings settings, IClock clock)
{
    public Task HandleAsync(CancellationToken cancellationToken) =>
        SqliteCopies.Of(settings.ConnectionString)?.MakeAsync(DanishTime.Today(clock), cancellationToken) ?? Task.CompletedTask;
}
