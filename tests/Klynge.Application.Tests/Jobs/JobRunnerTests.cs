using Klynge.Application.Data;
using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using Klynge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>A job runs when it is due, in one process at a time, once for all that was missed, and later after each failure.</summary>
public abstract class JobRunnerTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : JobRunnerTests(TestStore.Sqlite);

    public sealed class OnPostgres() : JobRunnerTests(TestStore.Postgres);

    private static readonly JobSchedule EveryTenSeconds = JobSchedule.Every(Duration.FromSeconds(10));

    private TestBoard _board = null!;
    private JobBench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FakeClock Clock => _board.Clock;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _bench = new JobBench(_board);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_board is not null)
        {
            await _bench.DisposeAsync();
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task Run_OfADueJob_IsRecordedWithTheNext()
    {
        var job = new TestJob(EveryTenSeconds);

        var run = Assert.Single(await JobBench.RunDueAsync(_bench.Runner(job), Ct));

        Assert.Equal(JobOutcome.Succeeded, run.Outcome);
        var state = await _bench.StateAsync(job);
        var now = Clock.GetCurrentInstant();
        Assert.Equal((now, now, now), (state.StartedAt, state.FinishedAt, state.SucceededAt));
        Assert.Equal((JobOutcome.Succeeded, 0, null), (state.Outcome, state.FailuresInARow, state.Failure));
        Assert.Equal(now + Duration.FromSeconds(10), state.NextRunAt);
        Assert.Equal(state.NextRunAt, state.DueAt);
        Assert.False(await _bench.IsRunningAsync(job));
    }

    [Fact]
    public async Task Run_BeforeTheNextIsDue_DoesNothing()
    {
        var job = new TestJob(EveryTenSeconds);
        var runner = _bench.Runner(job);
        await JobBench.RunDueAsync(runner, Ct);
        Clock.Advance(Duration.FromSeconds(9));

        Assert.Empty(await JobBench.RunDueAsync(runner, Ct));
        Assert.Null((await runner.RunAsync(job, Ct)).Outcome);
        Assert.Single(job.Runs);
    }

    [Fact]
    public async Task Run_OfAnotherGroup_IsLeftToItsOwnTimer()
    {
        var job = new TestJob(EveryTenSeconds);

        Assert.Empty(await _bench.Runner(job).RunDueAsync(JobGroup.Outbox, Ct));
        Assert.Empty(job.Runs);
    }

    [Fact]
    public async Task AJobThatIsNew_WithAClockTime_WaitsForIt()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var runner = _bench.Runner(job);
        Assert.Empty(await JobBench.RunDueAsync(runner, Ct));

        Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(8, 0)));
        await JobBench.RunDueAsync(runner, Ct);

        Assert.Equal(Clock.GetCurrentInstant(), Assert.Single(job.Runs).DueAt);
    }

    [Fact]
    public async Task MissedRuns_OfThreeDaysAsleep_AreMadeUpForOnce()
    {
        var daily = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var often = new TestJob(EveryTenSeconds, name: "often");
        var runner = _bench.Runner(daily, often);
        await JobBench.RunDueAsync(runner, Ct);
        var missed = (await _bench.StateAsync(daily)).DueAt;
        often.Runs.Clear();
        Clock.Advance(Duration.FromDays(3));

        await JobBench.RunDueAsync(runner, Ct);
        await JobBench.RunDueAsync(runner, Ct);

        Assert.Equal(missed, Assert.Single(daily.Runs).DueAt);
        Assert.Single(often.Runs);
        Assert.Equal(DanishTime.ToInstant(new LocalDate(2026, 1, 17), new LocalTime(8, 0)), (await _bench.StateAsync(daily)).NextRunAt);
    }

    [Fact]
    public async Task MissedRun_WhileEveryProcessWasDown_IsMadeUpForAtTheNextStart()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        await JobBench.RunDueAsync(_bench.Runner(job), Ct);
        Clock.Advance(Duration.FromDays(2));

        await JobBench.RunDueAsync(_bench.Runner(job), Ct);

        Assert.Single(job.Runs);
    }

    [Fact]
    public async Task WhatFallsDueWhileTheMissedRunIsMadeUpFor_IsNotLost()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var runner = _bench.Runner(job);
        await JobBench.RunDueAsync(runner, Ct);
        var eight = DanishTime.ToInstant(new LocalDate(2026, 1, 15), new LocalTime(8, 0));
        Clock.Set(eight - Duration.FromSeconds(1));
        job.Work = _ =>
        {
            Clock.Set(eight + Duration.FromSeconds(1));
            return Task.CompletedTask;
        };

        await JobBench.RunDueAsync(runner, Ct);
        await JobBench.RunDueAsync(runner, Ct);

        Assert.Equal(eight, job.Runs[1].DueAt);
    }

    [Fact]
    public async Task AFailedRun_IsTriedAgainLaterEachTime_AndKeepsWhenItWasDue()
    {
        var job = new TestJob(EveryTenSeconds, _ => throw new InvalidOperationException("Karen Ravn"));
        var runner = _bench.Runner(job);
        var due = Clock.GetCurrentInstant();
        var waits = new List<double>();
        for (var failure = 1; failure <= 9; failure++)
        {
            var run = Assert.Single(await JobBench.RunDueAsync(runner, Ct));
            Assert.Equal(JobOutcome.Failed, run.Outcome);
            var state = await _bench.StateAsync(job);
            Assert.Equal((failure, "InvalidOperationException", due), (state.FailuresInARow, state.Failure, state.DueAt));
            waits.Add((state.NextRunAt - Clock.GetCurrentInstant()).TotalSeconds);
            Clock.Set(state.NextRunAt);
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 900, 900], waits);
    }

    [Fact]
    public async Task ASuccessAfterFailures_StartsAnew()
    {
        var job = new TestJob(EveryTenSeconds, _ => throw new InvalidOperationException());
        var runner = _bench.Runner(job);
        await JobBench.RunDueAsync(runner, Ct);
        job.Work = _ => Task.CompletedTask;
        Clock.Advance(Duration.FromSeconds(10));

        await JobBench.RunDueAsync(runner, Ct);

        var state = await _bench.StateAsync(job);
        Assert.Equal((0, null, JobOutcome.Succeeded), (state.FailuresInARow, state.Failure, state.Outcome));
        Assert.Equal(Clock.GetCurrentInstant() + Duration.FromSeconds(10), state.NextRunAt);
    }

    [Fact]
    public async Task AJobThatFails_DoesNotStopTheNext()
    {
        var broken = new TestJob(EveryTenSeconds, _ => throw new InvalidOperationException(), "broken");
        var sound = new TestJob(EveryTenSeconds, name: "sound");

        var runs = await JobBench.RunDueAsync(_bench.Runner(broken, sound), Ct);

        Assert.Equal([JobOutcome.Failed, JobOutcome.Succeeded], runs.Select(run => run.Outcome));
    }

    [Fact]
    public async Task TwoProcesses_AtOnce_RunAJobOnce()
    {
        var mine = new TestJob(EveryTenSeconds);
        var theirs = new TestJob(EveryTenSeconds);
        var (here, there) = (_bench.Runner(mine), _bench.Runner(theirs));

        for (var round = 1; round <= 20; round++)
        {
            await Task.WhenAll(JobBench.RunDueAsync(here, Ct), JobBench.RunDueAsync(there, Ct));
            Assert.Equal(round, mine.Runs.Count + theirs.Runs.Count);
            Clock.Advance(Duration.FromSeconds(10));
        }
    }

    [Fact]
    public async Task ARunThatIsGoingOn_IsNotOverlapped()
    {
        var release = new TaskCompletionSource();
        var job = new TestJob(EveryTenSeconds, _ => release.Task);
        var first = _bench.Runner(job).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => job.Runs.Count == 1);
        Clock.Advance(Duration.FromSeconds(11));

        Assert.Empty(await JobBench.RunDueAsync(_bench.Runner(job), Ct));
        release.SetResult();
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await first).Outcome);
    }

    [Fact]
    public async Task AJobWhoseProcessWasKilled_IsTakenUpWhenItsLeaseRunsOut_AndTheDeadRunRecordsNothing()
    {
        var release = new TaskCompletionSource();
        var dead = new TestJob(EveryTenSeconds, _ => release.Task);
        var killed = _bench.Runner(dead).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => dead.Runs.Count == 1);
        var alive = new TestJob(EveryTenSeconds);
        var runner = _bench.Runner(alive);
        Clock.Advance(JobLedger.LeaseFor - Duration.FromSeconds(1));
        Assert.Empty(await JobBench.RunDueAsync(runner, Ct));
        Clock.Advance(Duration.FromSeconds(1));

        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await JobBench.RunDueAsync(runner, Ct)).Outcome);
        var state = await _bench.StateAsync(alive);
        release.SetException(new InvalidOperationException());
        await killed;

        Assert.Equal(dead.Runs[0].DueAt, Assert.Single(alive.Runs).DueAt);
        Assert.Equivalent(state, await _bench.StateAsync(alive));
    }

    [Fact]
    public async Task ALongRun_KeepsItsLease()
    {
        var time = new ManualTimer();
        var release = new TaskCompletionSource();
        var job = new TestJob(EveryTenSeconds, _ => release.Task);
        var run = _bench.Runner(time, job).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => job.Runs.Count == 1);
        Clock.Advance(Duration.FromSeconds(12));
        time.Tick();
        await WaitForAsync(async () => await _bench.LeaseEndAsync(job) == Clock.GetCurrentInstant() + JobLedger.LeaseFor);
        Clock.Advance(Duration.FromSeconds(12));

        Assert.Empty(await JobBench.RunDueAsync(_bench.Runner(job), Ct));
        release.SetResult();
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await run).Outcome);
    }

    [Fact]
    public async Task ARunThatLostItsLease_IsStopped()
    {
        var time = new ManualTimer();
        var slow = new TestJob(EveryTenSeconds, token => Task.Delay(Timeout.Infinite, token));
        var run = _bench.Runner(time, slow).RunDueAsync(JobGroup.Procedures, Ct);
        await WaitForAsync(() => slow.Runs.Count == 1);
        Clock.Advance(JobLedger.LeaseFor);
        await JobBench.RunDueAsync(_bench.Runner(new TestJob(EveryTenSeconds)), Ct);

        time.Tick();

        Assert.Equal(JobOutcome.Interrupted, Assert.Single(await run).Outcome);
        Assert.Equal(JobOutcome.Succeeded, (await _bench.StateAsync(slow)).Outcome);
    }

    [Fact]
    public async Task ARunThatIsAskedToStop_LeavesTheJobToTheNextAtOnce()
    {
        using var stopping = new CancellationTokenSource();
        var job = new TestJob(EveryTenSeconds, token => Task.Delay(Timeout.Infinite, token));
        var run = _bench.Runner(job).RunDueAsync(JobGroup.Procedures, stopping.Token);
        await WaitForAsync(() => job.Runs.Count == 1);
        await stopping.CancelAsync();
        Assert.Equal(JobOutcome.Interrupted, Assert.Single(await run).Outcome);

        job.Work = _ => Task.CompletedTask;
        Assert.Equal(JobOutcome.Succeeded, Assert.Single(await JobBench.RunDueAsync(_bench.Runner(job), Ct)).Outcome);
        Assert.Equal(0, (await _bench.StateAsync(job)).FailuresInARow);
    }

    [Fact]
    public async Task AScheduleThatHasBecomeTighter_CountsFromTheNextStart()
    {
        var now = Clock.GetCurrentInstant();
        await JobBench.RunDueAsync(_bench.Runner(new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)))), Ct);
        var often = new TestJob(EveryTenSeconds);

        await JobBench.RunDueAsync(_bench.Runner(often), Ct);

        Assert.Equal(now + Duration.FromSeconds(10), (await _bench.StateAsync(often)).NextRunAt);
    }

    [Fact]
    public async Task WhileTheDatabaseIsLocked_NothingRuns()
    {
        var job = new TestJob(EveryTenSeconds);
        var runner = _bench.Runner(job);
        await JobBench.RunDueAsync(runner, Ct);
        Clock.Advance(Duration.FromSeconds(10));
        await using (await _board.Database.LockAsync())
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => JobBench.RunDueAsync(runner, Ct));
        }

        Assert.Single(job.Runs);
        await JobBench.RunDueAsync(runner, Ct);
        Assert.Equal(2, job.Runs.Count);
    }

    [Fact]
    public async Task Runs_AreNotInTheAuditLog()
    {
        await JobBench.RunDueAsync(_bench.Runner(new TestJob(EveryTenSeconds)), Ct);

        await using var db = _board.Open();
        Assert.Equal(0, await db.Audit.CountAsync(Ct));
    }

    [Fact]
    public void TwoJobsOfOneName_AreRefusedAtStart() =>
        Assert.Throws<InvalidOperationException>(() => new JobRegistry([new TestJob(EveryTenSeconds), new TestJob(EveryTenSeconds)]));

    private static Task WaitForAsync(Func<bool> condition) => WaitForAsync(() => Task.FromResult(condition()));

    private static async Task WaitForAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
            await look.WaitForNextTickAsync(patience.Token);
    }
}
