using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>A job runs when it is due, in one process at a time, once for all that was missed, and later after each failure.</summary>
public abstract class JobRunnerTests(TestStore store) : JobScenario(store)
{
    public sealed class OnSqlite() : JobRunnerTests(TestStore.Sqlite);

    public sealed class OnPostgres() : JobRunnerTests(TestStore.Postgres);

    [Fact]
    public async Task Run_OfADueJob_IsRecordedWithTheNext()
    {
        var job = new TestJob(EveryTenSeconds);

        var run = Assert.Single(await JobFixture.RunDueAsync(Fixture.Runner(job), Ct));

        Assert.Equal(JobOutcome.Succeeded, run.Outcome);
        var state = await Fixture.StateAsync(job);
        var now = Clock.GetCurrentInstant();
        Assert.Equal((now, now, now), (state.StartedAt, state.FinishedAt, state.SucceededAt));
        Assert.Equal((JobOutcome.Succeeded, 0, null), (state.Outcome, state.FailuresInARow, state.Failure));
        Assert.Equal(now + Duration.FromSeconds(10), state.NextRunAt);
        Assert.Equal(state.NextRunAt, state.DueAt);
        Assert.False(await Fixture.IsRunningAsync(job));
    }

    [Fact]
    public async Task Run_BeforeTheNextIsDue_DoesNothing()
    {
        var job = new TestJob(EveryTenSeconds);
        var runner = Fixture.Runner(job);
        await JobFixture.RunDueAsync(runner, Ct);
        Clock.Advance(Duration.FromSeconds(9));

        Assert.Empty(await JobFixture.RunDueAsync(runner, Ct));
        Assert.Null((await runner.RunAsync(job, Ct)).Outcome);
        Assert.Single(job.Runs);
    }

    [Fact]
    public async Task Run_OfAnotherGroup_IsLeftToItsOwnTimer()
    {
        var job = new TestJob(EveryTenSeconds);

        Assert.Empty(await Fixture.Runner(job).RunDueAsync(JobGroup.Outbox, Ct));
        Assert.Empty(job.Runs);
    }

    [Fact]
    public async Task AJobThatIsNew_WithAClockTime_WaitsForIt()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var runner = Fixture.Runner(job);
        Assert.Empty(await JobFixture.RunDueAsync(runner, Ct));

        Clock.Set(DanishTime.ToInstant(new LocalDate(2026, 1, 14), new LocalTime(8, 0)));
        await JobFixture.RunDueAsync(runner, Ct);

        Assert.Equal(Clock.GetCurrentInstant(), Assert.Single(job.Runs).DueAt);
    }

    [Fact]
    public async Task MissedRuns_OfThreeDaysAsleep_AreMadeUpForOnce()
    {
        var daily = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var often = new TestJob(EveryTenSeconds, name: "often");
        var runner = Fixture.Runner(daily, often);
        await JobFixture.RunDueAsync(runner, Ct);
        var missed = (await Fixture.StateAsync(daily)).DueAt;
        often.Runs.Clear();
        Clock.Advance(Duration.FromDays(3));

        await JobFixture.RunDueAsync(runner, Ct);
        await JobFixture.RunDueAsync(runner, Ct);

        Assert.Equal(missed, Assert.Single(daily.Runs).DueAt);
        Assert.Single(often.Runs);
        Assert.Equal(DanishTime.ToInstant(new LocalDate(2026, 1, 17), new LocalTime(8, 0)), (await Fixture.StateAsync(daily)).NextRunAt);
    }

    [Fact]
    public async Task MissedRun_WhileEveryProcessWasDown_IsMadeUpForAtTheNextStart()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        await JobFixture.RunDueAsync(Fixture.Runner(job), Ct);
        Clock.Advance(Duration.FromDays(2));

        await JobFixture.RunDueAsync(Fixture.Runner(job), Ct);

        Assert.Single(job.Runs);
    }

    [Fact]
    public async Task WhatFallsDueWhileTheMissedRunIsMadeUpFor_IsNotLost()
    {
        var job = new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)));
        var runner = Fixture.Runner(job);
        await JobFixture.RunDueAsync(runner, Ct);
        var eight = DanishTime.ToInstant(new LocalDate(2026, 1, 15), new LocalTime(8, 0));
        Clock.Set(eight - Duration.FromSeconds(1));
        job.Work = _ =>
        {
            Clock.Set(eight + Duration.FromSeconds(1));
            return Task.CompletedTask;
        };

        await JobFixture.RunDueAsync(runner, Ct);
        await JobFixture.RunDueAsync(runner, Ct);

        Assert.Equal(eight, job.Runs[1].DueAt);
    }

    [Fact]
    public async Task AFailedRun_IsTriedAgainLaterEachTime_AndKeepsWhenItWasDue()
    {
        var job = new TestJob(EveryTenSeconds, _ => throw new InvalidOperationException("Karen Ravn"));
        var runner = Fixture.Runner(job);
        var due = Clock.GetCurrentInstant();
        var waits = new List<double>();
        for (var failure = 1; failure <= 9; failure++)
        {
            var run = Assert.Single(await JobFixture.RunDueAsync(runner, Ct));
            Assert.Equal(JobOutcome.Failed, run.Outcome);
            var state = await Fixture.StateAsync(job);
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
        var runner = Fixture.Runner(job);
        await JobFixture.RunDueAsync(runner, Ct);
        job.Work = _ => Task.CompletedTask;
        Clock.Advance(Duration.FromSeconds(10));

        await JobFixture.RunDueAsync(runner, Ct);

        var state = await Fixture.StateAsync(job);
        Assert.Equal((0, null, JobOutcome.Succeeded), (state.FailuresInARow, state.Failure, state.Outcome));
        Assert.Equal(Clock.GetCurrentInstant() + Duration.FromSeconds(10), state.NextRunAt);
    }

    [Fact]
    public async Task AJobThatFails_DoesNotStopTheNext()
    {
        var broken = new TestJob(EveryTenSeconds, _ => throw new InvalidOperationException(), "broken");
        var sound = new TestJob(EveryTenSeconds, name: "sound");

        var runs = await JobFixture.RunDueAsync(Fixture.Runner(broken, sound), Ct);

        Assert.Equal([JobOutcome.Failed, JobOutcome.Succeeded], runs.Select(run => run.Outcome));
    }

    [Fact]
    public async Task AScheduleThatHasBecomeTighter_CountsFromTheNextStart()
    {
        var now = Clock.GetCurrentInstant();
        await JobFixture.RunDueAsync(Fixture.Runner(new TestJob(JobSchedule.DailyAt(new LocalTime(8, 0)))), Ct);
        var often = new TestJob(EveryTenSeconds);

        await JobFixture.RunDueAsync(Fixture.Runner(often), Ct);

        Assert.Equal(now + Duration.FromSeconds(10), (await Fixture.StateAsync(often)).NextRunAt);
    }

    [Fact]
    public async Task Runs_AreNotInTheAuditLog()
    {
        await JobFixture.RunDueAsync(Fixture.Runner(new TestJob(EveryTenSeconds)), Ct);

        await using var db = Board.Open();
        Assert.Equal(0, await db.Audit.CountAsync(Ct));
    }

    [Fact]
    public void TwoJobsOfOneName_AreRefusedAtStart() =>
        Assert.Throws<InvalidOperationException>(() => new JobRegistry([new TestJob(EveryTenSeconds), new TestJob(EveryTenSeconds)]));
}
