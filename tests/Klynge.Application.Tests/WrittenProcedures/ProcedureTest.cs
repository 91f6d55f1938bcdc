using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A board with one open case, for a class of tests.</summary>
/// <param name="store">Null for the one that tests run on that do not say.</param>
public abstract class ProcedureTest(TestStore? store = null) : IAsyncLifetime
{
    private protected TestBoard Board { get; private set; } = null!;

    private protected ChatFixture Chat { get; private set; } = null!;

    private protected ProcedureFixture Fixture { get; private set; } = null!;

    private protected WrittenProcedureId Case { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync(store);
        Chat = new ChatFixture(Board);
        Fixture = new ProcedureFixture(Board, Chat);
        Case = await Fixture.OpenAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Board is null)
            return;

        Chat.Dispose();
        await Board.DisposeAsync();
    }

    private protected object Named() => new { forum = Board.Forum.Id.Value, procedure = Case.Value };

    /// <summary>What a person has been sent, the latest last.</summary>
    private protected async Task<List<string>> SentToAsync(Person person)
    {
        await using var db = Board.Open();
        var rows = await db.Outbox.Where(row => row.PersonId == person.Id).OrderBy(row => row.Id).Select(row => row.Payload!).ToListAsync();
        return rows.ConvertAll(payload => System.Text.RegularExpressions.Regex.Unescape(System.Text.RegularExpressions.Regex.Unescape(payload)));
    }

    private protected async Task<RollEntry> SeatAsync(Person person) =>
        (await Fixture.ReadAsync(Case)).Roll.Single(entry => entry.PersonId == person.Id);

    /// <summary>The board names somebody as a member's substitute.</summary>
    private protected async Task NameSubstituteAsync(Person member, Person substitute)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(candidate => candidate.ForumId == Board.Forum.Id && candidate.PersonId == member.Id);
        seat.SubstituteIds = [substitute.Id];
        await db.SaveChangesAsync();
    }
}
