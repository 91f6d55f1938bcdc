using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>Two of one name, of whom the roll of an open case knows one alone, or both with the bare name, on both databases.</summary>
public abstract class NamesakesOfLaterTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : NamesakesOfLaterTests(TestStore.Sqlite);

    public sealed class OnPostgres() : NamesakesOfLaterTests(TestStore.Postgres);

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;
    private WrittenProcedureId _case;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _chat = new ChatFixture(_board);
        _fixture = new ProcedureFixture(_board, _chat);
        _case = await _fixture.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _chat.Dispose();
        await _board.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The roll is as it was written before names were told apart.</summary>
    [Fact]
    public async Task BareNamesOnAnOldRoll_AreToldApart_InListsOnCardsAndInTheDocument()
    {
        await RenameAsync(_board.OtherMember);
        await using (var db = _board.Open())
            await db.RollEntries.Where(entry => entry.PersonId == _board.OtherMember.Id).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Name, _board.Member.Name));
        Assert.Equal(2, (await _fixture.ReadAsync(_case)).Roll.Count(entry => entry.Name == "Mads Holt"));

        await _chat.Get<SendProcedureReminders>().HandleAsync(default);

        Assert.Equal(["Mads Holt (Birkelse Kommune)", "Mads Holt (Sønderlund Kommune)"], await HoltsAsync());
        Assert.Contains("Mads Holt (Sønderlund Kommune)", (await _chat.PressAsync(_board.Secretary, Verbs.View, Named())).Text(), StringComparison.Ordinal);
        await using var after = _board.Open();
        var access = (await after.VisitAsync(_board.Secretary.Id, _board.Forum.Id, _board.Today))!.Access;
        var list = await new RollList().ListAsync(after, access, new PeopleSource(PeopleSource.Roll, _board.Forum.Id, ListedId.Of(_case)), _board.Today, default);
        Assert.Contains(list!, choice => choice.Title == "Mads Holt (Sønderlund Kommune)");
        Assert.Equal("Mads Holt (Sønderlund Kommune)", (await ProcedureRecord.ReadAsync(after, _board.Forum.Id, _case, default))!.NameOf(_board.OtherMember.Id));
    }

    /// <summary>The second comes to the forum while the case is out, and is not on its roll.</summary>
    [Fact]
    public async Task Newcomer_OfAMembersName_IsToldApartOnce_AndTheRollStays()
    {
        await RenameAsync(_board.Observer);
        var names = _chat.Get<NameRollsApart>();

        Assert.Equal(1, await names.HandleAsync(default));
        Assert.Equal(0, await names.HandleAsync(default));

        var holt = Assert.Single(await HoltsAsync());
        Assert.Equal("Mads Holt (Birkelse Kommune)", holt);
        Assert.True((await _fixture.VoteAsync(_board.Member, _case)).IsSuccess);
    }

    /// <summary>A member who has taken another name since is on the roll by the one of then, whoever else is called that now.</summary>
    [Fact]
    public async Task NameOfThen_Stays_AndNobodyElsesIsTouched()
    {
        await using (var db = _board.Open())
        {
            (await db.People.SingleAsync(person => person.Id == _board.Member.Id)).Name = "Mads Lund";
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await _chat.Get<NameRollsApart>().HandleAsync(default));
        Assert.Equal(["Mads Holt"], await HoltsAsync());
    }

    /// <summary>A case that is closed is a record of what was.</summary>
    [Fact]
    public async Task ClosedCase_StaysAsItWas()
    {
        Assert.True((await _fixture.WithdrawAsync(_board.Secretary, _case, "Sagen er løst på anden vis.")).IsSuccess);
        await RenameAsync(_board.OtherMember);

        Assert.Equal(0, await _chat.Get<NameRollsApart>().HandleAsync(default));
        Assert.Equal(["Mads Holt"], await HoltsAsync());
    }

    /// <summary>The member's seat was given to somebody whose name another has got since.</summary>
    [Fact]
    public async Task Substitute_IsToldApartToo()
    {
        await using (var db = _board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.ForumId == _board.Forum.Id && seat.PersonId == _board.Doctor.Id)).SubstituteIds = [_board.Stranger.Id];
            await db.SaveChangesAsync();
        }

        await _chat.PressAsync(_board.Doctor, "procedure.seat.give", Named());
        await RenameAsync(_board.Observer, _board.Stranger.Name);

        Assert.Equal(1, await _chat.Get<NameRollsApart>().HandleAsync(default));
        Assert.Equal($"{_board.Stranger.Name} (PLO)", (await _fixture.ReadAsync(_case)).Roll.Single(entry => entry.PersonId == _board.Doctor.Id).SubstituteName);
    }

    private object Named() => new { forum = _board.Forum.Id.Value, procedure = _case.Value };

    private async Task<List<string>> HoltsAsync() =>
        [.. (await _fixture.ReadAsync(_case)).Roll.Select(entry => entry.Name).Where(name => name.StartsWith("Mads Holt", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task RenameAsync(Person person, string? name = null)
    {
        await using var db = _board.Open();
        (await db.People.SingleAsync(one => one.Id == person.Id)).Name = name ?? _board.Member.Name;
        await db.SaveChangesAsync();
    }
}
