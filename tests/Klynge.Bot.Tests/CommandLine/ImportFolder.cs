using Klynge.Testing;

namespace Klynge.Bot.Tests.CommandLine;

/// <summary>A folder with files to import, in which the program runs.</summary>
internal sealed class ImportFolder : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("klynge-").FullName;

    internal string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    internal Task<ProgramResult> RunAsync(params string[] arguments) => BotCommand.RunAsync(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
