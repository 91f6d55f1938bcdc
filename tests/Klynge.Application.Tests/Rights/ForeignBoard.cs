namespace Klynge.Application.Tests.Rights;

/// <summary>The board beside another forum's, prepared once for all tests of what is foreign: each puts it back as it was.</summary>
public sealed class ForeignBoard : IAsyncLifetime
{
    internal const string Name = "Another forum's board";

    private RightsBoard _board = null!;
    private ForeignRecords _foreign = null!;
    private RightsChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _board = await RightsBoard.CreateAsync();
        _foreign = await ForeignRecords.PrepareAsync(_board);
        await _board.ForgetMessagesAsync();
        _chat = await RightsChat.CreateAsync(_board);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    internal (RightsBoard Board, ForeignRecords Foreign, RightsChat Chat) Start()
    {
        _board.PutBack();
        return (_board, _foreign, _chat);
    }
}

[CollectionDefinition(ForeignBoard.Name)]
public sealed class ForeignBoardTests : ICollectionFixture<ForeignBoard>;
