using Klynge.Application.Data;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Rights;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Spectre.Console;

namespace Klynge.Bot.CommandLine.Boards;

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
        if (!yes && Console.IsInputRedirected)
            return await RefuseAsync(BoardTexts.NobodyToAsk);
        if (!yes && !AsksAndHearsYes(changes.All.Count))
            return Say(BoardTexts.NothingApplied);

        var applied = await apply.HandleAsync(Caller.Of(ProgramRights.BoardApply), board, cancellationToken);
        if (!applied.TryGet(out changes, out error))
            return await RefuseAsync(error.Text);

        await WarnAsync(provider, cancellationToken);
        return Say(BoardTexts.Applied(changes.All.Count));
    }

    /// <summary>Accounts are said yes to by a secretary, so one of each secretariat must be known by the board file itself.</summary>
    private static async Task WarnAsync(ServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<KlyngeContext>>().CreateDbContextAsync(cancellationToken);
        var today = DanishTime.Today(provider.GetRequiredService<IClock>());
        var deaf = await db.Forums.AsNoTracking()
            .Where(forum => !forum.IsClosed && !db.Members.Any(seat => seat.ForumId == forum.Id && seat.Role == Role.Secretariat
                && seat.From <= today && (seat.To == null || seat.To >= today) && seat.Person.EntraObjectId != null))
            .OrderBy(forum => forum.Level).Select(forum => forum.Name).ToListAsync(cancellationToken);
        if (deaf.Count > 0)
            await Console.Error.WriteLineAsync(BoardTexts.NobodySaysYes(deaf));
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
