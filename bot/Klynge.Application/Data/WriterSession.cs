using System.Data;
using Klynge.Application.Data.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klynge.Application.Data;

/// <summary>The writer's own context on its own connection. It is kept from batch to batch until something breaks.</summary>
internal sealed class WriterSession : IAsyncDisposable
{
    private const string SavePoint = "SAVEPOINT use_case";
    private const string RollBack = "ROLLBACK TO SAVEPOINT use_case";
    private const string LetGo = "RELEASE SAVEPOINT use_case";

    private readonly DatabaseEngine _engine;
    private readonly SqliteLog? _log;

    private WriterSession(KlyngeContext db, DatabaseEngine engine)
    {
        (Db, _engine, _log) = (db, engine, engine.LogOf(db));
        Sql = new PreparedSql(db.Database.GetDbConnection());
    }

    internal KlyngeContext Db { get; }

    internal PreparedSql Sql { get; }

    /// <summary>
    /// How many rows this connection has changed so far, in whatever way: two that are equal mean that nothing was written between. Null
    /// where the database does not tell.
    /// </summary>
    internal long? Changes => _engine.ChangesOf(Db);

    /// <summary>False once the connection has broken, whatever exception that came out as.</summary>
    internal bool IsOpen => Db.Database.GetDbConnection().State == ConnectionState.Open;

    internal static async Task<WriterSession> OpenAsync(KlyngeContext db, DatabaseEngine engine)
    {
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.OpenConnectionAsync();
            await engine.PrepareWriterAsync(db);
            return new WriterSession(db, engine);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <returns>The transaction, and the name that the database knows it by.</returns>
    internal async Task<(IDbContextTransaction Transaction, string Name)> BeginAsync()
    {
        var transaction = await Db.Database.BeginTransactionAsync();
        Sql.Join(transaction.GetDbTransaction());
        return (transaction, await _engine.AcquireWriterLockAsync(Db, CancellationToken.None));
    }

    /// <summary>After a transaction, when its callers have their answers: what the database wants of its writer now and then.</summary>
    internal Task TidyAsync(int useCases) => _log?.GrewAsync(useCases) ?? Task.CompletedTask;

    internal async Task<bool> WasCommittedAsync(string transaction) => await _engine.WasCommittedAsync(Db, transaction) == true;

    internal void Announce() => _engine.Announce(Sql);

    internal void CreateSavepoint() => Sql.Execute(SavePoint);

    internal void RollbackToSavepoint() => Sql.Execute(RollBack);

    internal void ReleaseSavepoint() => Sql.Execute(LetGo);

    public async ValueTask DisposeAsync()
    {
        Sql.Dispose();
        if (_log is not null)
            await _log.DisposeAsync();

        await Db.DisposeAsync();
    }
}
