using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Klynge.Testing;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>A database with the jobs that the test registers, and a clock of its own.</summary>
public abstract class JobScenario(TestStore store) : IAsyncLifetime
{
    private protected static readonly JobSchedule EveryTenSeconds = JobSchedule.Every(Duration.FromSeconds(10));

    private protected TestBoard Board { get; private set; } = null!;

    private protected JobFixture Fixture { get; private set; } = null!;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected FakeClock Clock => Board.Clock;

    public async ValueTask InitializeAsync()
    {
        Board = await TestBoard.CreateAsync(store);
        Fixture = new JobFixture(Board);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Board is not null)
        {
            await Fixture.DisposeAsync();
            await Board.DisposeAsync();
        }
    }

    private protected static Task WaitForAsync(Func<bool> condition) => WaitForAsync(() => Task.FromResult(condition()));

    private protected static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
            await look.WaitForNextTickAsync(patience.Token);
    }
}
