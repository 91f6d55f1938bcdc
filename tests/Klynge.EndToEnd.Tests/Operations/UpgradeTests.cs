using System.Globalization;
using Klynge.Application.Data;
using Klynge.Testing;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>An upgrade and the way back, as the README has them, with the real program.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-upgrade-");

    private string Data => Path.Combine(_folder.FullName, ".data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Database_OfAnEarlierVersion_IsBroughtUpToDateWithWhatIsInIt()
    {
        Directory.CreateDirectory(Data);
        Execute(
            """
            CREATE TABLE "SchemaHistory" ("Name" TEXT NOT NULL PRIMARY KEY, "AppliedAt" TEXT NOT NULL);
            """,
            Script("0001_foundation"),
            """
            INSERT INTO "SchemaHistory" VALUES ('0001_foundation', '2026-11-01T00:00:00Z');
            INSERT INTO "Boards" ("Id", "Kind", "Name") VALUES ('3c9e5a10-7b42-4d86-9f00-000000000001', 'Sundhedsråd', 'Sundhedsråd Klitlandet');
            """);

        await using (await BotProcess.StartAsync(_folder.FullName))
        {
            Assert.Equal("Sundhedsråd Klitlandet", Query("""SELECT "Name" FROM "Boards" """));
            Assert.InRange(int.Parse(Query("""SELECT count(*) FROM "SchemaHistory" """), CultureInfo.InvariantCulture), 6, int.MaxValue);
        }
    }

    [Fact]
    public async Task Rollback_WithoutTheCopy_IsRefused_AndWithItTheEarlierVersionGoesOn()
    {
        await using (var bot = await BotProcess.StartAsync(_folder.FullName))
        {
            await bot.AskToStopAsync();
            Assert.Equal(0, await bot.WaitForEndAsync(TestContext.Current.CancellationToken));
        }

        var copy = Path.Combine(_folder.FullName, ".data.before");
        Copy(Data, copy);
        var forums = Query("""SELECT group_concat("Name") FROM "Forums" """);
        Execute("""INSERT INTO "SchemaHistory" VALUES ('9999_later', '2027-01-01T00:00:00Z'); UPDATE "Forums" SET "Name" = 'Noget nyt';""");

        var refused = await ProgramRun.RunAsync(_folder.FullName);
        Directory.Delete(Data, recursive: true);
        Directory.Move(copy, Data);

        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("Databasen er skrevet af en nyere version af botten (9999_later).", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
        await using (await BotProcess.StartAsync(_folder.FullName))
            Assert.Equal(forums, Query("""SELECT group_concat("Name") FROM "Forums" """));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(KlyngeContext).Assembly.GetManifestResourceStream($"Migrations/{name}.sqlite.sql")!);
        return reader.ReadToEnd();
    }

    private SqliteConnection Open()
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(Data, "klynge.db")};Pooling=False");
        db.Open();
        return db;
    }

    private void Execute(params ReadOnlySpan<string> statements)
    {
        using var db = Open();
        foreach (var statement in statements)
        {
            using var command = db.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private string Query(string sql)
    {
        using var db = Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
