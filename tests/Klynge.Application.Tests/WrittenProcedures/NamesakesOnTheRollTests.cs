using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Two members of one name: wherever one of them is named, the organisation stands beside.</summary>
public sealed class NamesakesOnTheRollTests : ProcedureTest
{
    [Fact]
    public async Task Namesakes_AreToldApart_OnCardsAndInDocuments()
    {
        var id = await OpenWithNamesakesAsync();
        await Fixture.VoteAsync(Board.OtherMember, id);
        await using var db = Board.Open();
        var record = await ProcedureRecord.ReadAsync(db, Board.Forum.Id, id, default);

        Assert.Superset(
            new HashSet<string> { "Mads Holt (Birkelse Kommune)", "Mads Holt (Sønderlund Kommune)" },
            record!.View.Seats.Select(seat => seat.Voter).ToHashSet(StringComparer.Ordinal));
        Assert.Equal("Mads Holt (Birkelse Kommune)", record.NameOf(Board.Member.Id));
        Assert.Contains("Mads Holt (Birkelse Kommune)", (await Chat.PressAsync(Board.Secretary, Verbs.View, new { forum = Board.Forum.Id.Value, procedure = id.Value })).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namesake_WhoCannotBeReached_IsNamedWithTheOrganisation()
    {
        await OpenWithNamesakesAsync();
        await using (var db = Board.Open())
        {
            var message = await db.Outbox.AsNoTracking().Where(row => row.PersonId == Board.Member.Id).OrderBy(row => row.Id).LastAsync();
            await new OutboxStore(Board.Writer, new NoMailer()).GiveUpAsync(message, "Forbidden", default);
        }

        Assert.Contains("**Mads Holt (Birkelse Kommune)** kan ikke nås", (await SentToAsync(Board.Secretary)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Substitute_OfAMembersName_IsToldApart()
    {
        await NameSubstituteAsync(Board.Doctor, Board.Stranger);
        await using (var db = Board.Open())
        {
            (await db.People.SingleAsync(person => person.Id == Board.Stranger.Id)).Name = Board.Member.Name;
            await db.SaveChangesAsync();
        }

        var told = (await Chat.PressAsync(Board.Doctor, "procedure.seat.give", Named())).Text();
        Assert.Contains("Mads Holt (PLO) har fået din plads", told, StringComparison.Ordinal);
        Assert.Equal("Mads Holt (PLO)", (await SeatAsync(Board.Doctor)).SubstituteName);
    }

    private async Task<Klynge.Domain.WrittenProcedures.WrittenProcedureId> OpenWithNamesakesAsync()
    {
        await using (var db = Board.Open())
        {
            (await db.People.SingleAsync(person => person.Id == Board.OtherMember.Id)).Name = Board.Member.Name;
            await db.SaveChangesAsync();
        }

        return await Fixture.OpenAsync();
    }
}
