using Klynge.Application.Data;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Data;

public abstract class ForgetActivitiesTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : ForgetActivitiesTests(TestStore.Sqlite);

    public sealed class OnPostgres() : ForgetActivitiesTests(TestStore.Postgres);

    private TestBoard _board = null!;

    public async ValueTask InitializeAsync() => _board = await TestBoard.CreateAsync(store);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_board?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task Activities_OlderThanAMonth_AreForgottenAndNewerOnesKept()
    {
        await DoAsync("old");
        _board.Clock.Advance(Duration.FromDays(31));
        await DoAsync("new");

        await new ForgetActivities(_board.Writer).HandleAsync(TestContext.Current.CancellationToken);

        await using var db = _board.Open();
        Assert.Equal("new/Act", Assert.Single(await db.ProcessedActivities.Select(activity => activity.Key).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.IsType<AlreadyHandled>((await DoAsync("new")).Error);
    }

    private Task<Result<Done>> DoAsync(string activity) => _board.Writer.WriteAsync<Done>(
        TestBoard.As(_board.Member, activity), "Act", _board.Forum.Id, _ => Task.FromResult<Result<Done>>(default(Done)));
}
