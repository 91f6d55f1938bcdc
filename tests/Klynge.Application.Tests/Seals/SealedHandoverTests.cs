using System.Text.Json.Nodes;
using Klynge.Application.Forums.Handovers;
using Klynge.Application.Seals;
using Klynge.Application.Tests.Support;
using Klynge.Seal;

namespace Klynge.Application.Tests.Seals;

/// <summary>What a forum handed over is sealed as evidence is.</summary>
public sealed class SealedHandoverTests : IAsyncLifetime
{
    private readonly TestSealer _sealer = new();
    private TestBoard _board = null!;
    private ChatFixture _chat = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _chat = new ChatFixture(_board, services: _sealer.Register);
        var preview = await _chat.PressAsync(_board.Secretary, HandoverVerbs.Preview, new JsonObject
        {
            ["forum"] = _board.Forum.Id.Value.ToString("N"),
            [HandoverCards.To] = _board.OtherForum.Id.Value.ToString("N"),
            [HandoverCards.Day] = "2026-01-31",
        });
        await _chat.PressAsync(_board.Secretary, preview.Card(), HandoverTexts.Confirm);
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
    }

    /// <summary>It says the same whenever it is made: asked for again, the sealed one stays.</summary>
    [Fact]
    public async Task Package_IsSealed_AndStaysSealed()
    {
        Assert.Equal(1, await _chat.Get<SealPackages>().HandleAsync(Ct));
        var (state, names) = await TestSealer.ReadAsync(Package());
        Assert.Equal(SealState.Proved, state);
        Assert.Equal(["overlevering.docx", "overlevering.json", "manifest.json"], names);
        var bytes = await File.ReadAllBytesAsync(Package(), Ct);

        Assert.True((await _chat.Get<StoreHandover>().HandleAsync(TestBoard.As(_board.Secretary), _board.Forum.Id, Ct)).IsSuccess);

        Assert.Equal(0, await _chat.Get<SealPackages>().HandleAsync(Ct));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Package(), Ct));
        Assert.Equal(1, _sealer.Count);
    }

    private string Package() => Assert.Single(Directory.EnumerateFiles(_chat.Documents, "Overlevering*.asice", SearchOption.AllDirectories), file => !file.Contains(".versions", StringComparison.Ordinal));
}
