using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Outbox;

/// <summary>A card that waited in the outbox goes out with the way to its page, and without one where the host has no workspace.</summary>
public sealed class OutboxLinkTests
{
    private static readonly string Page = CardPages.Case(new WrittenProcedureId(Guid.Parse("01970000-0000-7000-8000-000000000001")));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://klynge.example", true)]
    [InlineData(null, false)]
    public async Task Card_IsSentWithTheWayToItsPage_WhereThereIsOne(string? workspace, bool isThere)
    {
        await using var board = await TestBoard.CreateAsync();
        using var channel = new ChannelDouble();
        await using var fixture = new OutboxFixture(board, channel, workspace: workspace is null ? null : new Uri(workspace));
        var card = new AdaptiveCard { Speak = "Svar", FallbackText = "Svar", Page = Page, Body = [new TextBlock("Svar")] };
        await board.AddAsync(OutboxFixture.Chat(board, "a:member", board.Member.Id));
        Assert.True((await board.Writer.WriteAsync<Done>(new("Test", Caller.System, IsOnRecord: false), scope =>
        {
            scope.Notify(board.Member.Id, card);
            return Task.FromResult<Result<Done>>(default(Done));
        }, Ct)).IsSuccess);

        await fixture.DrainAllAsync(Ct);

        var sent = Assert.Single(channel.Cards);
        Assert.Equal(isThere ? $"{workspace}{Page}" : null, (string?)sent["actions"]?[0]?["url"]);
        Assert.Equal("Svar", (string?)sent["body"]![0]!["text"]);
    }

    /// <summary>Messages of before there were pages are read as they are.</summary>
    [Fact]
    public void MessageOfBefore_HasNoPage() => Assert.Null(JsonSerializer.Deserialize<OutgoingMessage>("""{"Text":"Et","Card":"{}"}""")!.Page);
}
