using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Spectre.Console;

namespace Klynge.Bot.CommandLine;

/// <summary><c>board apply FIL</c>: reads, shows what would change, asks, applies.</summary>
internal sealed class BoardApplication(CommandServices services, IAnsiConsole console)
{
    internal async Task<int> RunAsync(FileInfo file, bool yes, bool dryRun, CancellationToken cancellationToken)
    {
        if (await ReadAsync(file, cancellationToken) is not { } board)
            return ExitCodes.BadInput;

        await using var provider = await services.OpenAsync(cancellationToken);
        var apply = provider.GetRequiredService<ApplyBoard>();
        var preview = await apply.PreviewAsync(board, cancellationToken);
        if (!preview.TryGet(out var changes, out var error))
            return await RefuseAsync(error.Text);
        if (changes.All.Count == 0)
            return Say(BoardTexts.NothingToDo);

        BoardConsole.Show(console, changes);
        if (dryRun)
            return Say(BoardTexts.NothingApplied);
        if (!yes && !Console.IsInputRedirected && !AsksAndHearsYes(changes.All.Count))
            return Say(BoardTexts.NothingApplied);

        var applied = await apply.HandleAsync(Caller.System, board, cancellationToken);
        return applied.TryGet(out changes, out error) ? Say(BoardTexts.Applied(changes.All.Count)) : await RefuseAsync(error.Text);
    }

    private static async Task<BoardDescription?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(BoardTexts.CannotRead(file.FullName, exception.Message));
            return null;
        }

        var reading = BoardFileReader.Read(content);
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync($"{file.Name}: {problem}");
        if (!reading.IsValid)
            await Console.Error.WriteLineAsync(BoardTexts.Problems(reading.Problems.Count));
        return reading.Board;
    }

    private bool AsksAndHearsYes(int changes)
    {
        console.Markup(Markup.Escape(BoardTexts.Ask(changes)));
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "J" or "JA" or "Y" or "YES";
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return ExitCodes.Success;
    }

    private static async Task<int> RefuseAsync(string text)
    {
        await Console.Error.WriteLineAsync(text);
        return ExitCodes.Failed;
    }
}
