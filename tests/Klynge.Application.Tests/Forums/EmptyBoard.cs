using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Forums;

/// <summary>A migrated database with nothing in it, as at the very first start, on Tuesday 13 January 2026 at 9.00.</summary>
public sealed class EmptyBoard : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klynge-").FullName;

    private EmptyBoard()
    {
        Contexts = new Factory($"Data Source={Path.Combine(_folder, "klynge.db")};Pooling=False");
        Clock = new FakeClock(DanishTime.ToInstant(new LocalDate(2026, 1, 13), new LocalTime(9, 0)));
    }

    public FakeClock Clock { get; }

    public LocalDate Today => DanishTime.Today(Clock);

    public IDbContextFactory<KlyngeContext> Contexts { get; }

    public Writer Writer { get; private set; } = null!;

    public static async Task<EmptyBoard> CreateAsync()
    {
        var board = new EmptyBoard();
        await board.Contexts.MigrateAsync(board.Clock, CancellationToken.None);
        board.Writer = new Writer(board.Contexts, board.Clock);
        return board;
    }

    public KlyngeContext Open() => Contexts.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Factory(string connectionString) : IDbContextFactory<KlyngeContext>
    {
        private readonly DbContextOptions<KlyngeContext> _options =
            (DbContextOptions<KlyngeContext>)new DbContextOptionsBuilder<KlyngeContext>().UseKlyngeSqlite(connectionString).Options;

        public KlyngeContext CreateDbContext() => new(_options);
    }
}
