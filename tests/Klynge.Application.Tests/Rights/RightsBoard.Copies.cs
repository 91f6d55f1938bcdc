using Klynge.Application.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Klynge.Application.Tests.Rights;

/// <summary>To prepare the board takes seconds, so it is done once for all: each test has a copy of its database, its documents and its time.</summary>
internal sealed partial class RightsBoard
{
    private static readonly Lazy<Task<Copies>> Usual = new(PrepareUsualAsync);

    /// <param name="seatMore">Seats others as well, before anything freezes who there is; null for nobody.</param>
    /// <param name="store">On PostgreSQL it is made once and neither remembered nor put back.</param>
    internal static async Task<RightsBoard> CreateAsync(Func<TestBoard, Task>? seatMore = null, TestStore store = TestStore.Sqlite)
    {
        var board = seatMore is null && store == TestStore.Sqlite ? await (await Usual.Value).MakeAsync() : await PrepareAsync(seatMore, store);
        board._asItWas.Open();
        return board;
    }

    /// <summary>The bot knows everybody's own chat and the forum's, as it does of whoever has written to it once.</summary>
    internal bool EverybodyHasWritten { get; private set; }

    private static async Task<Copies> PrepareUsualAsync()
    {
        var board = await PrepareAsync(seatMore: null, TestStore.Sqlite);
        board._asItWas.Open();
        (await RightsChat.CreateAsync(board)).Dispose();
        board._asItWas.Close();
        board.EverybodyHasWritten = true;
        var documents = Directory.EnumerateFiles(board.Chat.Documents, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(board.Chat.Documents, file), File.ReadAllBytes(file))).ToList();
        board.Chat.Dispose();
        await board.Board.Writer.DisposeAsync();
        var copies = new Copies(board, await board.Board.Database.ReadAsync(), documents);
        await board.Board.Database.DisposeAsync();
        return copies;
    }

    private sealed record Copies(RightsBoard Of, byte[] Database, IReadOnlyList<(string Path, byte[] Content)> Documents)
    {
        internal async Task<RightsBoard> MakeAsync()
        {
            var copy = (RightsBoard)Of.MemberwiseClone();
            copy._asItWas = new SqliteConnection(InMemory);
            copy.Board = await Of.Board.CopyAsync(Database);
            copy.Chat = new ChatFixture(copy.Board);
            foreach (var (path, content) in Documents)
            {
                var file = Path.Combine(copy.Chat.Documents, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllBytesAsync(file, content);
            }

            return copy;
        }
    }
}
