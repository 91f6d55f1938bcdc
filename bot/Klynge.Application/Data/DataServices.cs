using Klynge.Application.Data.Leases;
using Klynge.Application.Data.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Data;

public static class DataServices
{
    /// <summary>Registers the context factory (reads) and the one <see cref="Writer"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">SQLite: <c>Data Source=…/klynge.db</c>.</param>
    public static IServiceCollection AddKlyngeData(this IServiceCollection services, string connectionString) =>
        services
            .AddPooledDbContextFactory<KlyngeContext>(options => options.UseKlyngeSqlite(connectionString))
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddSingleton<Writer>()
            .AddSingleton<RunOnceLease>();

    /// <summary>Configures a context for SQLite as the product runs it; tests and tools use the same.</summary>
    public static DbContextOptionsBuilder UseKlyngeSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 5 }.ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll);

    /// <summary>Makes the database or brings it up to date; run before anything else touches it.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        this IDbContextFactory<KlyngeContext> contexts, IClock clock, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new Migrator(db, clock).MigrateAsync(cancellationToken);
    }
}
