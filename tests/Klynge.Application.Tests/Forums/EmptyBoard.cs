using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>A migrated database with nothing in it, as at the very first start, on Tuesday 13 January 2026 at 9.00.</summary>
public sealed class EmptyBoard : IAsyncDisposable
{
    private TestDatabase _database = null!;

    private EmptyBoard()
    {
    }

    public FakeClock Clock { get; } = new(DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(9, 0)));

    public LocalDate Today => DanishTime.Today(Clock);

    public IDbContextFactory<KlyngeContext> Contexts => _database;

    public Writer Writer { get; private set; } = null!;

    public static async Task<EmptyBoard> CreateAsync()
    {
        var board = new EmptyBoard();
        board._database = await TestDatabase.CreateAsync(store: null);
        board.Writer = new Writer(board.Contexts, board.Clock);
        return board;
    }

    public KlyngeContext Open() => Contexts.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await _database.DisposeAsync();
    }
}
