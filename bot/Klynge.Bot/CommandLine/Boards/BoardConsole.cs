using System.Text;
using Klynge.Application.Forums.BoardFile;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Boards;

/// <summary>Shows problems and changes of a board file in a terminal.</summary>
internal static class BoardConsole
{
    /// <summary>Wide where nobody's terminal sets the width, so that a log keeps each change on one line.</summary>
    private const int WidthWithoutTerminal = 200;

    internal static IAnsiConsole Create()
    {
        var ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out), Ansi = ansi });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthWithoutTerminal;
        return console;
    }

    internal static void Show(IAnsiConsole console, BoardChanges changes) => Show(console, changes.All);

    internal static void Show(IAnsiConsole console, IReadOnlyList<BoardChange> changes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(string.Empty, BoardTexts.What, BoardTexts.Difference);
        foreach (var change in changes)
        {
            var (word, colour) = Word(change.Kind);
            table.AddRow(new Text(word, new Style(colour)), new Text(change.Subject), new Text(change.Detail));
        }

        console.Write(table);
    }

    private static (string Word, Color Colour) Word(BoardChangeKind kind) => kind switch
    {
        BoardChangeKind.Added => (BoardTexts.Added, Color.Green),
        BoardChangeKind.Changed => (BoardTexts.Changed, Color.Yellow),
        BoardChangeKind.Ended => (BoardTexts.Ended, Color.Red),
        _ => throw new InvalidOperationException($"No such kind: {kind}."),
    };
}

/// <summary>Writes a text to a file or to standard output, as UTF-8 without a byte order mark.</summary>
internal static class BoardOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A file that is there is only overwritten when asked for; nothing half-written is left behind.</summary>
    internal static async Task<int> WriteAsync(string text, FileInfo? file, bool overwrite, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Utf8.GetBytes(text), cancellationToken);
            return ExitCodes.Success;
        }

        if (file.Exists && !overwrite)
        {
            await Console.Error.WriteLineAsync(BoardTexts.FileExists(file.FullName));
            return ExitCodes.BadInput;
        }

        var draft = file.FullName + ".tmp";
        try
        {
            await File.WriteAllTextAsync(draft, text, Utf8, cancellationToken);
            File.Move(draft, file.FullName, overwrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(BoardTexts.CannotWrite(file.FullName, exception.Message));
            return ExitCodes.Failed;
        }

        Console.WriteLine(BoardTexts.Written(file.FullName));
        return ExitCodes.Success;
    }
}
