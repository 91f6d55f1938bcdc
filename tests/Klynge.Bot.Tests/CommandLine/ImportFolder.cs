using Klynge.Testing;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>A folder with files to import, in which the program runs.</summary>
internal sealed class ImportFolder : IDisposable
{
    private const string DatabaseFile = "klynge.db";

    private static readonly Lazy<Task<byte[]>> Database = new(MakeDatabaseAsync);

    internal string Folder { get; } = Directory.CreateTempSubdirectory("klynge-").FullName;

    internal string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>As after a first command: to make the database takes a command longer than all else, so it is made once and each folder has a copy.</summary>
    internal async Task BeginWithDatabaseAsync() => await File.WriteAllBytesAsync(Path.Combine(Folder, DatabaseFile), await Database.Value);

    internal Task<ProgramResult> RunAsync(params string[] arguments) => BotCommand.RunAsync(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<byte[]> MakeDatabaseAsync()
    {
        using var folder = new ImportFolder();
        await folder.RunAsync("minutes", "ingen:2025-02-04");
        return await File.ReadAllBytesAsync(Path.Combine(folder.Folder, DatabaseFile));
    }
}
