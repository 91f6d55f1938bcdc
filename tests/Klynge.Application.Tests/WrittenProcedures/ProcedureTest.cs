using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A board with one open case, for a class of tests.</summary>
public abstract class ProcedureTest : IAsyncLifetime
{
    private protected TestBoard Board { get; private set; } = null!;

    private protected ChatBench Chat { get; private set; } = null!;

    private protected ProcedureBench Bench { get; private set; } = null!;

    private protected WrittenProcedureId Case { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync();
        Chat = new ChatBench(Board);
        Bench = new ProcedureBench(Board, Chat);
        Case = await Bench.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Chat.Dispose();
        await Board.DisposeAsync();
        GC.SuppressFinalize(this);
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
        (await Bench.ReadAsync(Case)).Roll.Single(entry => entry.PersonId == person.Id);

    /// <summary>The board names somebody as a member's substitute.</summary>
    private protected async Task NameSubstituteAsync(Person member, Person substitute)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(candidate => candidate.ForumId == Board.Forum.Id && candidate.PersonId == member.Id);
        seat.SubstituteId = substitute.Id;
        await db.SaveChangesAsync();
    }
}
