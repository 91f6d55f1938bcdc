using Klynge.Application.Data;
using Klynge.Application.Data.Leases;
using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Klynge.Application.Tests.Jobs;

/// <summary>What looks after the jobs within a process goes on whatever breaks: it would end the host with it.</summary>
public sealed class JobHostTests() : JobScenario(TestStore.Sqlite)
{
    [Fact]
    public async Task Host_GoesOn_AfterAFaultThatNobodyHasForeseen()
    {
        var (job, time) = (new TestJob(EveryTenSeconds), new ManualTimer());
        var looks = 0;
        var contexts = new Mock<IDbContextFactory<KlyngeContext>>();
        contexts.Setup(factory => factory.CreateDbContextAsync(It.IsAny<CancellationToken>()))
            .Returns(() => ++looks == 1 ? throw new InvalidOperationException("A driver in a state of its own.") : Board.Contexts.CreateDbContextAsync(Ct));
        await using var writer = new Writer(Board.Contexts, Board.Clock);
        var store = new JobStore(writer, new RunOnceLease(writer), contexts.Object, Board.Clock);
        var runner = new JobRunner(new JobRegistry([job]), store, TimeProvider.System, NullLogger<JobRunner>.Instance);
        using var host = new JobHost(runner, time, NullLogger<JobHost>.Instance);

        await host.StartAsync(Ct);
        await host.StartedAsync(Ct);
        await WaitForAsync(() =>
        {
            time.Tick();
            return job.Runs.Count > 0;
        });

        Assert.False(host.ExecuteTask!.IsCompleted);
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Host_BeginsNoJob_BeforeItHasStarted()
    {
        var (job, time) = (new TestJob(EveryTenSeconds), new ManualTimer());
        using var soon = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        await using var writer = new Writer(Board.Contexts, Board.Clock);
        var store = new JobStore(writer, new RunOnceLease(writer), Board.Contexts, Board.Clock);
        var runner = new JobRunner(new JobRegistry([job]), store, TimeProvider.System, NullLogger<JobRunner>.Instance);
        using var host = new JobHost(runner, time, NullLogger<JobHost>.Instance);

        await host.StartAsync(Ct);
        await soon.WaitForNextTickAsync(Ct);
        Assert.Empty(job.Runs);
        await host.StartedAsync(Ct);
        await WaitForAsync(() => job.Runs.Count > 0);

        await host.StopAsync(Ct);
    }
}
