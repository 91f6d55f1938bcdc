using Klynge.Application.Forums.BoardFile;
using Spectre.Console;

namespace Klynge.Bot.CommandLine;

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

    internal static void Show(IAnsiConsole console, BoardChanges changes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(string.Empty, BoardTexts.What, BoardTexts.Difference);
        foreach (var change in changes.All)
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
