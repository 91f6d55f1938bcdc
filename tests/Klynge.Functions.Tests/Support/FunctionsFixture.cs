using Klynge.Testing;
using Microsoft.Data.Sqlite;

namespace Klynge.Functions.Tests.Support;

/// <summary>One started handler on a database of its own, for the tests of a class.</summary>
public class FunctionsFixture : IAsyncLifetime
{
    private readonly IReadOnlyDictionary<string, string>? _settings;

    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;

    public FunctionsFixture()
    {
    }

    /// <param name="settings">By environment.</param>
    private protected FunctionsFixture(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public FunctionsProcess Functions { get; private set; } = null!;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False";

    public async ValueTask InitializeAsync() => Functions = await FunctionsProcess.StartAsync(ConnectionString, _folder, _settings);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Functions.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The first value of the first row, straight from the file.</summary>
    public string? Query(string sql)
    {
        using var db = new SqliteConnection(ConnectionString);
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
