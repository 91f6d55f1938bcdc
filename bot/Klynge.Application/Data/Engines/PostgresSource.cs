using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace Klynge.Application.Data.Engines;

/// <summary>The connections to a PostgreSQL, and how they sign in.</summary>
public static class PostgresSource
{
    /// <summary>Statements that come again are prepared by themselves; a vote is some ten of them.</summary>
    private const int MaxPrepared = 100;

    /// <summary>A token of Entra lasts an hour or more; a new one is fetched well before, and soon again when that fails.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan RefreshAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Seconds, unless the connection string says otherwise. A server that takes a connection or a statement and never answers is given up
    /// while somebody still waits: Teams does so for fifteen seconds. Npgsql then opens a second connection to cancel the statement, and waits
    /// for that one as well: 6 and 5 seconds. A statement gets longer than a writer waits for the lock. Npgsql's own are 15 and 30.
    /// </summary>
    private const int ConnectTimeout = 5, CommandTimeout = 6;

    private static readonly TokenRequestContext Scope = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    /// <summary>
    /// Without a password in the connection string the bot signs in with Entra: its managed identity in Azure, the developer's own
    /// account elsewhere. A server on this machine is asked without either.
    /// </summary>
    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="identityClientId">The user-assigned identity; null for the one that the surroundings name.</param>
    public static NpgsqlDataSource Create(string connectionString, string? identityClientId = null) =>
        Create(connectionString, () => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identityClientId }));

    internal static NpgsqlDataSource Create(string connectionString, Func<TokenCredential> identity)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.MaxAutoPrepare = MaxPrepared;
        settings.AutoPrepareMinUsages = 2;
        if (settings.KeepAlive == 0)
            settings.KeepAlive = 30;

        var defaults = new NpgsqlConnectionStringBuilder();
        if (settings.Timeout == defaults.Timeout)
            settings.Timeout = ConnectTimeout;
        if (settings.CommandTimeout == defaults.CommandTimeout)
            (settings.CommandTimeout, settings.CancellationTimeout) = (CommandTimeout, 1_000);

        // By itself Npgsql asks every server for Kerberos first, and waits as long for that answer as for a connection. TLS is asked for as ever.
        if (settings.GssEncryptionMode == defaults.GssEncryptionMode)
            settings.GssEncryptionMode = GssEncryptionMode.Disable;

        // A query that selects a tuple is translated to a row value.
        builder.EnableRecordsAsTuples();
        if (SignsInWithEntra(settings))
        {
            var credential = identity();
            builder.UsePeriodicPasswordProvider(
                async (_, token) => (await credential.GetTokenAsync(Scope, token)).Token, Refresh, RefreshAfterFailure);
        }

        return builder.Build();
    }

    private static bool SignsInWithEntra(NpgsqlConnectionStringBuilder settings) =>
        string.IsNullOrEmpty(settings.Password) && string.IsNullOrEmpty(settings.Passfile) && !IsThisMachine(settings.Host);

    private static bool IsThisMachine(string? host) => host is null or "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/');
}
