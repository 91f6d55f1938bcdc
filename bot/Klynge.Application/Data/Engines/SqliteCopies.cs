using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Data.Engines;

/// <summary>
/// The copies of a SQLite database, one a day in <c>copies</c> beside it: <c>copies/klynge-2026-11-28.db</c>. A copy is made by reading every
/// row, so a database that is broken makes none, and never takes the place of a good one.
/// </summary>
public sealed class SqliteCopies
{
    /// <summary>A week: who finds out on Monday that something went wrong on Friday still has Thursday's.</summary>
    internal const int Kept = 7;

    private readonly string _file;

    private SqliteCopies(string file) => _file = file;

    /// <summary>Where the copies lie.</summary>
    public string Folder => Path.Combine(Path.GetDirectoryName(_file)!, "copies");

    private string Name => Path.GetFileNameWithoutExtension(_file);

    /// <summary>Null for PostgreSQL, whose server makes copies of its own, and for a database in memory.</summary>
    public static SqliteCopies? Of(string connectionString) =>
        !DatabaseEngine.IsPostgres(connectionString)
        && new SqliteConnectionStringBuilder(connectionString).DataSource is { Length: > 0 } file
        && !file.StartsWith(':')
            ? new SqliteCopies(Path.GetFullPath(file))
            : null;

    /// <summary>Why the database cannot be used: it is no database, a part of it is damaged, or it is empty although there are copies. Null when it is whole, or not there yet.</summary>
    /// <remarks>Reads the whole file once: some 50 ms for 25 MB.</remarks>
    public bool IsBroken() => File.Exists(_file) && (new FileInfo(_file).Length == 0 ? All().Count > 0 : !IsWhole(_file));

    /// <summary>The newest copy that is whole; null when there is none. Also one that somebody took as the README says, <c>.data.before</c>.</summary>
    public string? Newest()
    {
        var folder = Path.GetDirectoryName(_file)!;
        var taken = Path.Combine($"{folder}.before", Path.GetFileName(_file));
        return All().Append(taken).Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault(IsWhole);
    }

    /// <summary>Makes the copy of a day, or makes it anew, and takes the oldest away.</summary>
    public async Task MakeAsync(LocalDate today, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var (copy, draft) = (Path.Combine(Folder, $"{Name}-{LocalDatePattern.Iso.Format(today)}.db"), Path.Combine(Folder, $".{Guid.NewGuid():N}.tmp"));
        try
        {
            await using (var connection = Open(_file))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $draft";
                command.Parameters.AddWithValue("$draft", draft);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            File.Move(draft, copy, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        All().SkipLast(Kept).ToList().ForEach(File.Delete);
    }

    /// <summary>Oldest first: their names sort by day.</summary>
    private List<string> All() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, $"{Name}-*.db").Order(StringComparer.Ordinal)]
        : [];

    private static bool IsWhole(string file)
    {
        try
        {
            using var connection = Open(file);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return command.ExecuteScalar() is "ok";
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return false;
        }
    }

    /// <summary>Not from the pool, which would keep the file open.</summary>
    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        connection.Open();
        return connection;
    }
}
