using System.Security.Cryptography;
using System.Text;
using Klynge.Testing.FunctionsHost;
using Microsoft.Data.Sqlite;

namespace Klynge.Functions.Tests.Support;

/// <summary>One started worker on a database of its own, for the tests of a class.</summary>
public class FunctionsFixture : IAsyncLifetime
{
    private readonly IReadOnlyDictionary<string, string>? _settings;

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;

    public FunctionsFixture()
    {
    }

    /// <param name="settings">By environment.</param>
    private protected FunctionsFixture(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public FakeFunctionsHost Functions { get; private set; } = null!;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False";

    public async ValueTask InitializeAsync() => Functions = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Functions.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Another worker on the same database.</summary>
    internal Task<FakeFunctionsHost> StartAsync() => FakeFunctionsHost.StartAsync(ConnectionString, _folder, _settings);

    /// <summary>The first value of the first row, straight from the file.</summary>
    public string? Query(string sql)
    {
        using var db = new SqliteConnection(ConnectionString);
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A calendar that is watched, with a subscription of this secret. The database must be there.</summary>
    /// <param name="secret">By which Graph's notifications are known.</param>
    /// <param name="syncAt">When it is read; in the past for now.</param>
    internal void Watch(string secret, string syncAt = "2099-01-01 00:00:00")
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        Query($"""
            INSERT OR REPLACE INTO "CalendarWatches" ("Mailbox", "SubscriptionId", "ClientStateHash", "RenewAt", "SyncAt")
            VALUES ('8b1f6a52-0c1d-4f53-9a55-1d3f4a1c2b77', 's1', '{hash}', '2099-01-01 00:00:00', '{syncAt}')
            """);
    }
}
