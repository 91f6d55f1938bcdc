using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
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
