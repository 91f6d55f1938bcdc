using Klynge.Application.Messaging.Accounts;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.Messaging;

/// <summary>An account is a person by its object id. An address that is a member's is a question to the secretariat.</summary>
public abstract class AccountTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : AccountTests(TestStore.Sqlite);

    public sealed class OnPostgres() : AccountTests(TestStore.Postgres);

    private static readonly string Account = "5c0f3a52-0000-4000-8000-000000000001";

    private TestBoard _board = null!;
    private TwoHostsTests.Host _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _host = new TwoHostsTests.Host(_board);
        await SetAccountAsync(_board.Member, null);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await _board.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("mads@fjordlandet.example")]
    [InlineData("MADS@Fjordlandet.Example")]
    public async Task Account_WithAMembersAddress_IsAskedAbout_AndNobodyUntilThen(string email)
    {
        _host.Roster.Emails[$"29:{Account}"] = email;

        Assert.Null(await _host.FindAsync(Account));
        Assert.Null(await _host.FindAsync(Account));

        await using var db = _board.Open();
        Assert.Null((await db.People.SingleAsync(person => person.Id == _board.Member.Id, Ct)).EntraObjectId);
        var asked = await db.Outbox.SingleAsync(Ct);
        Assert.Equal(_board.Secretary.Id, asked.PersonId);
        Assert.Contains("Er det medlemmets konto?", asked.Payload, StringComparison.Ordinal);
    }

    /// <summary>A stranger can have the bot ask a channel that is slow, as often as they like: none of it holds a request for long.</summary>
    [Fact]
    public async Task Account_ThatTheChannelIsSlowToName_IsNobody_WithinThreeSeconds()
    {
        _host.Roster.IsSilent = true;
        var began = TimeProvider.System.GetTimestamp();

        var found = await _host.FindAsync(Account);

        Assert.Null(found);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(10));
    }

    /// <summary>Somebody who is not known writes again and again, and the channel delivers it twice: the secretariat is asked once.</summary>
    [Fact]
    public async Task Account_ThatWritesFiftyTimesAtOnce_IsAskedAboutOnce()
    {
        _host.Roster.Emails[$"29:{Account}"] = "mads@fjordlandet.example";

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _host.FindAsync(Account)));

        Assert.All(found, Assert.Null);
        await using var db = _board.Open();
        Assert.Single(await db.AccountClaims.ToListAsync(Ct));
        Assert.Single(await db.Outbox.ToListAsync(Ct));
    }

    [Fact]
    public async Task Account_ThatTheSecretariatSaysYesTo_IsTheMemberAtOnce_AndNoMakesItNobodyForGood()
    {
        var other = "5c0f3a52-0000-4000-8000-000000000002";
        await SetAccountAsync(_board.OtherMember, null);
        (_host.Roster.Emails[$"29:{Account}"], _host.Roster.Emails[$"29:{other}"]) = ("mads@fjordlandet.example", "lene@fjordlandet.example");
        await _host.FindAsync(Account);
        await _host.FindAsync(other);

        Assert.Equal(["Mads Holt"], (await AnswerAsync(_board.Secretary, Account, areTheirs: true)).Value);
        Assert.Equal(["Lene Aagaard"], (await AnswerAsync(_board.Secretary, other, areTheirs: false)).Value);

        Assert.Equal(_board.Member.Id, (await _host.FindAsync(Account))?.Id);
        Assert.Null(await _host.FindAsync(other));
        Assert.IsType<NoSuchAccount>((await AnswerAsync(_board.Secretary, other, areTheirs: true)).Error);
    }

    [Fact]
    public async Task Answer_ByAnybodyButTheMembersSecretariat_IsAsIfThereWereNoAccount()
    {
        _host.Roster.Emails[$"29:{Account}"] = "mads@fjordlandet.example";
        await _host.FindAsync(Account);

        foreach (var person in new[] { _board.Chair, _board.Member, _board.Observer, _board.Stranger })
        {
            var refused = (await AnswerAsync(person, Account, areTheirs: true)).Error;
            Assert.Equal(refused, (await AnswerAsync(person, Guid.NewGuid().ToString(), areTheirs: true)).Error);
            Assert.IsType<NoSuchAccount>(refused);
        }

        Assert.Null(await _host.FindAsync(Account));
    }

    /// <summary>A chat of many: one card, not one for each.</summary>
    [Fact]
    public async Task Roster_IsAskedAboutOnOneCard_AndTheNameIsNeverAKey()
    {
        await SetAccountAsync(_board.OtherMember, null);

        await _host.LearnAsync(
            new ChannelAccount { Id = "29:1", AadObjectId = Account, Name = "X", Email = "mads@fjordlandet.example" },
            new ChannelAccount { Id = "29:2", AadObjectId = "5c0f3a52-0000-4000-8000-000000000003", UserPrincipalName = "lene@fjordlandet.example" },
            new ChannelAccount { Id = "29:3", AadObjectId = "5c0f3a52-0000-4000-8000-000000000004", Name = "Mads Holt", Email = "mh@andet.example" });

        await using var db = _board.Open();
        Assert.Equal(2, await db.AccountClaims.CountAsync(Ct));
        Assert.Contains("Der er 2 nye", (await db.Outbox.SingleAsync(Ct)).Payload, StringComparison.Ordinal);
    }

    /// <summary>A member has a new account: the old one goes on until the secretariat says that the new one is right.</summary>
    [Fact]
    public async Task NewAccount_OfAMemberWhoHasOne_TakesItsPlaceOnYesOnly()
    {
        var before = "5c0f3a52-0000-4000-8000-000000000009";
        await SetAccountAsync(_board.Member, before);
        _host.Roster.Emails[$"29:{Account}"] = "mads@fjordlandet.example";

        Assert.Null(await _host.FindAsync(Account));
        Assert.NotNull(await _host.FindAsync(before));
        await AnswerAsync(_board.Secretary, Account, areTheirs: true);

        Assert.NotNull(await _host.FindAsync(Account));
        Assert.Null(await _host.FindAsync(before));
    }

    private async Task SetAccountAsync(Person person, string? account)
    {
        await using var db = _board.Open();
        (await db.People.SingleAsync(one => one.Id == person.Id, Ct)).EntraObjectId = account;
        await db.SaveChangesAsync(Ct);
    }

    private Task<Domain.Common.Result<IReadOnlyList<string>>> AnswerAsync(Person by, string account, bool areTheirs) =>
        new AnswerAccounts(_host.Writer).HandleAsync(TestBoard.As(by), new AnswerAccountsRequest([account], areTheirs), Ct);
}
