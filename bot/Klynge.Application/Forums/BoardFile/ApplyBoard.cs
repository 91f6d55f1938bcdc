using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>Brings the board on record to what a board file says, in one transaction. Applying the same file again changes nothing.</summary>
public sealed class ApplyBoard(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>What applying would change; nothing is saved.</summary>
    public async Task<Result<BoardChanges>> PreviewAsync(BoardDescription board, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new BoardUpdate(db, board, DanishTime.Today(clock)).RunAsync();
    }

    /// <returns>What was changed, or <see cref="AccountBelongsToAnother"/>, or <see cref="BoardNotYours"/> for anybody but the machine itself.</returns>
    public async Task<Result<BoardChanges>> HandleAsync(Caller caller, BoardDescription board, CancellationToken cancellationToken)
    {
        return await writer.WriteAsync<BoardChanges>(caller, nameof(ApplyBoard), forum: null, async scope =>
            caller.IsSystem ? await new BoardUpdate(scope.Db, board, scope.Today).RunAsync() : new BoardNotYours(), cancellationToken);
    }
}

/// <summary>
/// Brings the tracked rows of a context to what a board file says, and takes down what it changes. Preview and application run this
/// same code; the preview throws its context away.
/// </summary>
internal sealed class BoardUpdate(KlyngeContext db, BoardDescription file, LocalDate today)
{
    private readonly ChangeNotes _notes = new();

    internal async Task<Result<BoardChanges>> RunAsync()
    {
        var people = await db.People.ToDictionaryAsync(person => person.Key, StringComparer.Ordinal);
        var forums = await db.Forums.ToDictionaryAsync(forum => forum.Key, StringComparer.Ordinal);
        var seats = (await db.Members.ToListAsync()).ToLookup(seat => seat.ForumId);
        var update = new PeopleUpdate(db, _notes, people);
        if (update.FindTaken(file.People) is { } taken)
            return taken;

        var board = await BoardAsync();
        await update.RunAsync(file.People);
        new ForumUpdate(db, _notes, forums).Run(board, file.Forums);
        foreach (var described in file.Forums)
        {
            var forum = forums[described.Key];
            new SeatUpdate(db, _notes, people, today).Run(forum, described.Members, [.. seats[forum.Id]]);
        }

        return new BoardChanges(_notes.All);
    }

    private async Task<Board> BoardAsync()
    {
        if (await db.Boards.OrderBy(candidate => candidate.Id).FirstOrDefaultAsync() is not { } board)
        {
            board = new Board { Kind = file.Kind, Name = file.Name };
            db.Boards.Add(board);
            _notes.Added(board.Name);
            return board;
        }

        _notes.Set(ApplyTexts.Kind, board.Kind, file.Kind, value => board.Kind = value);
        _notes.Set(ApplyTexts.Name, board.Name, file.Name, value => board.Name = value);
        _notes.Changed(ApplyTexts.Board);
        return board;
    }
}
