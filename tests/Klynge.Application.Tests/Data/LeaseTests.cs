using Klynge.Application.Data;
using Klynge.Application.Data.Leases;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Tests.Data;

/// <summary>Two writers on one database stand for two processes.</summary>
public abstract class LeaseTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : LeaseTests(TestStore.Sqlite);

    public sealed class OnPostgres() : LeaseTests(TestStore.Postgres);

    private static readonly Duration Minute = Duration.FromMinutes(1);

    private TestBoard _board = null!;
    private Writer _otherWriter = null!;
    private RunOnceLease _here = null!;
    private RunOnceLease _there = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _otherWriter = new Writer(_board.Contexts, _board.Clock);
        (_here, _there) = (new RunOnceLease(_board.Writer), new RunOnceLease(_otherWriter));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _otherWriter.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task Lease_IsHeldByOneUntilItIsGivenBack()
    {
        await using (await TakeAsync(_here))
        {
            Assert.Null(await _there.TryTakeAsync("job", Minute, Ct));
            Assert.Null(await _here.TryTakeAsync("job", Minute, Ct));
            await using var other = await _there.TryTakeAsync("another", Minute, Ct);
            Assert.NotNull(other);
        }

        await using var next = await TakeAsync(_there);
    }

    [Fact]
    public async Task Lease_OfOneWhoDied_ComesFreeWhenItsTimeIsOver()
    {
        var dead = await TakeAsync(_here);
        _board.Clock.Advance(Minute - Duration.Epsilon);
        Assert.Null(await _there.TryTakeAsync("job", Minute, Ct));

        _board.Clock.Advance(Duration.Epsilon);
        await using var next = await TakeAsync(_there);

        Assert.False(await dead.RenewAsync(Minute, Ct));
        await dead.DisposeAsync();
        Assert.Null(await _here.TryTakeAsync("job", Minute, Ct));
    }

    [Fact]
    public async Task Lease_ThatIsRenewed_StaysWithItsHolder()
    {
        await using var lease = await TakeAsync(_here);
        _board.Clock.Advance(Minute / 2);

        Assert.True(await lease.RenewAsync(Minute, Ct));
        Assert.Equal(_board.Clock.GetCurrentInstant() + Minute, lease.Until);
        _board.Clock.Advance(Minute * 3 / 4);
        Assert.Null(await _there.TryTakeAsync("job", Minute, Ct));
    }

    [Fact]
    public async Task Lease_TellsInsideAWriteWhetherItIsStillHeld()
    {
        await using var late = await TakeAsync(_here);
        Assert.True(await IsHeldAsync(late));
        _board.Clock.Advance(Minute);
        Assert.True(await IsHeldAsync(late));

        await using var next = await TakeAsync(_there);
        Assert.False(await IsHeldAsync(late));
    }

    [Fact]
    public async Task Lease_TakenByManyAtOnce_IsWonByOne()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? _here : _there).TryTakeAsync("job", Minute, Ct)));

        Assert.Single(tries, lease => lease is not null);
    }

    private static async Task<Lease> TakeAsync(RunOnceLease leases)
    {
        var lease = await leases.TryTakeAsync("job", Minute, Ct);
        Assert.NotNull(lease);
        return lease;
    }

    private async Task<bool> IsHeldAsync(Lease lease) =>
        (await _board.Writer.WriteAsync<bool>(Caller.System, "Look", forum: null, scope => Task.FromResult<Result<bool>>(lease.IsHeldIn(scope)), Ct)).Value;
}
