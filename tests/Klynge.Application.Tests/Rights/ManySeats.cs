using System.Text.Json.Nodes;
using Klynge.Application.Rights;

namespace Klynge.Application.Tests.Rights;

/// <summary>The board of rights with so many members that no card lists them all: one for all the tests, as it was before each of them.</summary>
public sealed class ManySeats : IAsyncLifetime
{
    internal const int More = 120;

    internal RightsBoard Board { get; private set; } = null!;

    internal RightsChat Chat { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Board = await RightsBoard.CreateAsync(board => LargeBody.SeatAsync(board, More, forumCount: 0));
        Chat = await RightsChat.CreateAsync(Board);
    }

    /// <summary>By the secretary, with what the button is usually pressed with.</summary>
    internal Task<string> PressAsync(string verb, params (string Name, JsonNode? Value)[] fields)
    {
        var right = RightsTable.All.OfType<ButtonRight>().Single(one => one.Verb == verb);
        var data = JsonNode.Parse(RightsCalls.Data(Board, right, Actors.Secretariat).GetRawText())!;
        foreach (var (name, value) in fields)
            data[name] = value;
        return Chat.PressAsync(verb, data, Board.People[Actors.Secretariat]);
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
    }
}
