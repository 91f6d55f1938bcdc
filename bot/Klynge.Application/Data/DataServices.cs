using Klynge.Application.Data.Engines;
using Klynge.Application.Data.Leases;
using Klynge.Application.Data.Migrations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;

namespace Klynge.Application.Data;

public static class DataServices
{
    /// <summary>What is read together is of one moment. The lists that a question reads beside its rows (an item's guests, who is kept out of it) are short.</summary>
    private const QuerySplittingBehavior InOneStatement = QuerySplittingBehavior.SingleQuery;

    /// <summary>Registers the context factory (reads) and the one <see cref="Writer"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">SQLite: <c>Data Source=…/klynge.db</c>. PostgreSQL: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="identityClientId">The managed identity that signs in to a PostgreSQL without a password; null for the surroundings' own.</param>
    public static IServiceCollection AddKlyngeData(this IServiceCollection services, string connectionString, string? identityClientId = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddSingleton<Writer>()
            .AddSingleton<DirectoryVersion>()
            .AddHostedService<DirectoryListener>()
            .AddSingleton<RunOnceLease>();
        return IsPostgres(connectionString)
            ? services
                .AddSingleton(_ => PostgresSource.Create(connectionString, identityClientId))
                .AddPooledDbContextFactory<KlyngeContext>((provider, options) =>
                    options.UseKlyngePostgres(provider.GetRequiredService<NpgsqlDataSource>()))
            : services.AddPooledDbContextFactory<KlyngeContext>(options => options.UseKlyngeSqlite(connectionString));
    }

    /// <summary>
    /// The keys of sessions stand in the database, so that every host of it takes a session, and a restart ends none. They are read when
    /// somebody signs in, not at each start: call it after whatever else asks for Data Protection.
    /// </summary>
    public static IServiceCollection AddKeysInDatabase(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Klynge").PersistKeysToDbContext<KlyngeContext>();
        foreach (var early in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(early);

        return services;
    }

    /// <summary>Whether a connection string is one of PostgreSQL: it names a host. Any other is one of SQLite.</summary>
    public static bool IsPostgres(string connectionString) => DatabaseEngine.IsPostgres(connectionString);

    /// <summary>Configures a context for SQLite as the product runs it; tests and tools use the same.</summary>
    public static DbContextOptionsBuilder UseKlyngeSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 5 }.ToString(), sqlite => sqlite.UseQuerySplittingBehavior(InOneStatement))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll);

    /// <summary>Configures a context for PostgreSQL as the product runs it; tests and tools use the same.</summary>
    /// <remarks>Npgsql's own strategy would hide what has happened in an exception of another type; the writer tries again by itself.</remarks>
    public static DbContextOptionsBuilder UseKlyngePostgres(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options
            .UseNpgsql(source, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)).UseQuerySplittingBehavior(InOneStatement))
            .AddInterceptors(NewCommands.Instance)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll);

    /// <summary>Makes the database or brings it up to date; run before anything else touches it.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        this IDbContextFactory<KlyngeContext> contexts, IClock clock, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new Migrator(db, clock).MigrateAsync(cancellationToken);
    }
}
