using System.Text.Json;
using Klynge.Testing;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests;

/// <summary>The audit log as the real program checks and exports it, with the database file in the wrong hands meanwhile.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("klynge-audit-");

    private readonly DirectoryInfo _bot = Directory.CreateTempSubdirectory("klynge-audit-bot-");

    public void Dispose()
    {
        _elsewhere.Delete(recursive: true);
        _bot.Delete(recursive: true);
    }

    [Fact]
    public async Task Audit_OfAnAlteredFile_NamesTheRowAndFails()
    {
        // A local database without forums begins with the sample council: two rows of the log, and items with titles.
        await ProgramRun.RunAsync(_bot.FullName, "minutes", "chefforum:1999-01-01");
        var whole = await ProgramRun.RunAsync(_bot.FullName, "audit", "verify", "--json");
        Assert.True(whole.ExitCode == 0, whole.Error + whole.Output);
        using var report = JsonDocument.Parse(whole.Output);
        Assert.True(report.RootElement.GetProperty("isWhole").GetBoolean());
        var noted = report.RootElement.GetProperty("lastHash").GetString()!;
        var heads = _elsewhere.CreateSubdirectory("noter");
        await NoteAsync(heads, "Revisionsspor 2026-11-30.json", report.RootElement.GetProperty("lastNumber").GetInt64(), noted);
        var found = await ProgramRun.RunAsync(_bot.FullName, "audit", "verify", "--expect", noted, "--heads", heads.FullName);
        Assert.True(found.ExitCode == 0, found.Error + found.Output);
        var exported = await ProgramRun.RunAsync(_bot.FullName, "audit", "export", "--case", "Vagtoverlap i julen", "--out", Path.Combine(_elsewhere.FullName, "sag.jsonl"));
        Assert.True(exported.ExitCode == 0, exported.Error);

        Tamper(_bot.FullName, """DROP TRIGGER "Audit_NoUpdate"; UPDATE "Audit" SET "UseCase" = 'Nothing' WHERE "Sequence" = 2""");

        var altered = await ProgramRun.RunAsync(_bot.FullName, "audit", "verify");
        Assert.Equal(1, altered.ExitCode);
        Assert.Matches(@"^Række 2 \(.*, Nothing\) er ændret", altered.Error);
        Assert.Contains("Revisionssporet er ikke helt: 1 fejl", altered.Output, StringComparison.Ordinal);
        await NoteAsync(heads, "Revisionsspor 2026-12-01.json", 3, new string('1', 64));
        var lost = await ProgramRun.RunAsync(_bot.FullName, "audit", "verify", "--heads", heads.FullName);
        Assert.Equal(1, lost.ExitCode);
        Assert.Contains($"Ingen hel række har den hash, der er gemt et andet sted: {new string('1', 64)}.", lost.Error, StringComparison.Ordinal);
        var file = await ProgramRun.RunAsync(_elsewhere.FullName, "audit", "verify", "sag.jsonl");
        Assert.True(file.ExitCode == 0, file.Error);
        Assert.False(Directory.Exists(Path.Combine(_elsewhere.FullName, ".data")), "To check an export needs no database and leaves none.");
    }

    [Theory]
    [InlineData("er ikke en hash", "audit", "verify", "--expect", "abc")]
    [InlineData("findes ikke", "audit", "verify", "mangler.jsonl")]
    [InlineData("findes ikke", "audit", "verify", "--heads", "mangler")]
    [InlineData("Der er ingen sag »Findes ikke«", "audit", "export", "--case", "Findes ikke")]
    public async Task Audit_AskedForWhatIsNotThere_SaysSo(string sentence, params string[] arguments)
    {
        var refused = await ProgramRun.RunAsync(_elsewhere.FullName, arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(sentence, refused.Error, StringComparison.Ordinal);
    }

    private static Task NoteAsync(DirectoryInfo folder, string name, long number, string hash) => File.WriteAllTextAsync(
        Path.Combine(folder.FullName, name),
        JsonSerializer.Serialize(new { format = "klynge-audit-1", number, hash, notedAt = "2026-11-30T03:25:00Z" }));

    private static void Tamper(string folder, string sql)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder, ".data", "klynge.db")};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
