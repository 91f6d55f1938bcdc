using Klynge.Application.Deadlines.Editing;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Agendas;
using Microsoft.EntityFrameworkCore;
using static Klynge.Application.Tests.Deadlines.DeadlineFixture;

namespace Klynge.Application.Tests.Deadlines;

/// <summary>An agreement is made at an item: where none is named, or none that the forum has, nothing is set.</summary>
public sealed class AgreementOfItemTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Agreement_WithoutAnItemOfTheForum_IsNotSet()
    {
        await using var fixture = await CreateAsync();
        foreach (var item in new AgendaItemId?[] { null, AgendaItemId.New() })
        {
            var request = new SetDeadlineRequest(fixture.Board.Forum.Id, "Lave et udkast", On(2026, 2, 27), Responsible: null, item) { IsAgreement = true };
            var set = await fixture.Chat.Get<SetDeadline>().HandleAsync(TestBoard.As(fixture.Board.Secretary), request, Ct);
            Assert.IsType<ItemNotFound>(set.Error);
        }

        await using var db = fixture.Board.Open();
        Assert.False(await db.Deadlines.AnyAsync(one => one.Title == "Lave et udkast", Ct));
    }
}
