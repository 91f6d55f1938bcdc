using Klynge.Application.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Klynge.Application.Tests.Data.Engines;

public sealed class SqliteFileTests
{
    [Fact]
    public void File_IsSentToTheDisk_WhileAnotherConnectionWrites()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-file-").FullName;
        using (var writer = Open(folder))
        using (var beside = Open(folder))
        {
            Execute(writer, "PRAGMA journal_mode=WAL; CREATE TABLE Rows (Id INTEGER PRIMARY KEY); BEGIN IMMEDIATE; INSERT INTO Rows VALUES (1)");
            SqliteFile.Sync(beside);
            Execute(writer, "COMMIT");

            Assert.Equal(1L, Execute(beside, "SELECT count(*) FROM Rows"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void DatabaseInMemory_HasNothingToSend()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();

        SqliteFile.Sync(memory);
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "file.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
