using Klynge.Application.Data;
using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Klynge.Testing;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>Several processes on one database: who runs a job, how long, and what becomes of it when its process is gone.</summary>
public abstract class JobLeaseTests(TestStore store) : JobScenario(store)
{
    public sealed class OnSqlite() : JobLeaseTests(TestStore.Sqlite);

    public sealed class OnPostgres() : JobLeaseTests(TestStore.Postgres);

    [Fact]
    public async Task TwoProcesses_AtOnce_RunAJobOnce()
    {
        var mine = new TestJob(EveryTenSeconds);
        var theirs = new TestJob(EveryTenSeconds);
        var (here, there) = (Fixture.Runner(mine), Fixture.Runner(theirs));

        for (var round = 1; round <= 20; round++)
        {
            await Task.WhenAll(JobFixture.RunDueAsync(here, Ct), JobFixture.RunDueAsync(there, Ct));
            Assert.Equal(round, mine.Runs.Count + theirs.Runs.Count);
            Clock.Advance(Duration.FromSeconds(10));
        }
    }

    [Fact]
    public async Task ARunThatIsGoingOn_IsNotOverlapped()
    {
        var release = new TaskCompletionSource();
        var job = new TestJob(EveryTenSeconds, _ => release.Task);
        var first = Fixture.Runner(job).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => job.Runs.Count == 1);
        Clock.Advance(Duration.FromSeconds(11));

        Assert.Empty(await JobFixture.RunDueAsync(Fixture.Runner(job), Ct));
        release.SetResult();
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await first).Outcome);
    }

    [Fact]
    public async Task AJobWhoseProcessWasKilled_IsTakenUpWhenItsLeaseRunsOut_AndTheDeadRunRecordsNothing()
    {
        var release = new TaskCompletionSource();
        var dead = new TestJob(EveryTenSeconds, _ => release.Task);
        var killed = Fixture.Runner(dead).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => dead.Runs.Count == 1);
        var alive = new TestJob(EveryTenSeconds);
        var runner = Fixture.Runner(alive);
        Clock.Advance(JobStore.LeaseFor - Duration.FromSeconds(1));
        Assert.Empty(await JobFixture.RunDueAsync(runner, Ct));
        Clock.Advance(Duration.FromSeconds(1));

        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await JobFixture.RunDueAsync(runner, Ct)).Outcome);
        var state = await Fixture.StateAsync(alive);
        release.SetException(new InvalidOperationException());
        await killed;

        Assert.Equal(dead.Runs[0].DueAt, Assert.Single(alive.Runs).DueAt);
        Assert.Equivalent(state, await Fixture.StateAsync(alive));
    }

    [Fact]
    public async Task ALongRun_KeepsItsLease()
    {
        var time = new ManualTimer();
        var release = new TaskCompletionSource();
        var job = new TestJob(EveryTenSeconds, _ => release.Task);
        var run = Fixture.Runner(time, job).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => job.Runs.Count == 1);
        Clock.Advance(Duration.FromSeconds(12));
        time.Tick();
        await WaitForAsync(async () => await Fixture.LeaseEndAsync(job) == Clock.GetCurrentInstant() + JobStore.LeaseFor);
        Clock.Advance(Duration.FromSeconds(12));

        Assert.Empty(await JobFixture.RunDueAsync(Fixture.Runner(job), Ct));
        release.SetResult();
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await run).Outcome);
    }

    [Fact]
    public async Task ARunThatLostItsLease_IsStopped()
    {
        var time = new ManualTimer();
        var slow = new TestJob(EveryTenSeconds, token => Task.Delay(Timeout.Infinite, token));
        var run = Fixture.Runner(time, slow).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => slow.Runs.Count == 1);
        Clock.Advance(JobStore.LeaseFor);
        await JobFixture.RunDueAsync(Fixture.Runner(new TestJob(EveryTenSeconds)), Ct);

        time.Tick();

        Assert.Equal(JobOutcome.Interrupted, Assert.Single(await run).Outcome);
        Assert.Equal(JobOutcome.Succeeded, (await Fixture.StateAsync(slow)).Outcome);
    }

    [Fact]
    public async Task ARunThatIsAskedToStop_LeavesTheJobToTheNextAtOnce()
    {
        using var stopping = new CancellationTokenSource();
        var job = new TestJob(EveryTenSeconds, token => Task.Delay(Timeout.Infinite, token));
        var run = Fixture.Runner(job).RunDueAsync(JobGroup.Procedures, stopping.Token);
        await WaitForAsync(() => job.Runs.Count == 1);
        await stopping.CancelAsync();
        Assert.Equal(JobOutcome.Interrupted, Assert.Single(await run).Outcome);

        job.Work = _ => Task.CompletedTask;
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await JobFixture.RunDueAsync(Fixture.Runner(job), Ct)).Outcome);
        Assert.Equal(0, (await Fixture.StateAsync(job)).FailuresInARow);
    }

    [Fact]
    public async Task WhileTheDatabaseIsLocked_NothingRuns()
    {
        var job = new TestJob(EveryTenSeconds);
        var runner = Fixture.Runner(job);
        await JobFixture.RunDueAsync(runner, Ct);
        Clock.Advance(Duration.FromSeconds(10));
        await using (await Board.Database.LockAsync())
            await Assert.ThrowsAsync<StorageUnavailableException>(() => JobFixture.RunDueAsync(runner, Ct));

        Assert.Single(job.Runs);
        await JobFixture.RunDueAsync(runner, Ct);
        Assert.Equal(2, job.Runs.Count);
    }
}
