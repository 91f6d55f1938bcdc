using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>When somebody should look: a job that has not succeeded for longer than its grace, whatever the reason.</summary>
public sealed class JobViewTests : IAsyncLifetime
{
    private static readonly Duration Grace = Duration.FromMinutes(10);

    private readonly TestJob _job = new(JobSchedule.Every(Duration.FromSeconds(10)));
    private TestBoard _board = null!;
    private JobBench _bench = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _bench = new JobBench(_board);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _board.DisposeAsync();
    }

    [Fact]
    public async Task BeforeAnyProcessRanJobs_NothingIsOverdue()
    {
        var view = await ViewAsync();

        Assert.Null(view.State);
        Assert.False(view.IsOverdue || view.IsRunning);
    }

    [Fact]
    public async Task AJobThatNobodyRuns_IsOverdueAfterItsGrace()
    {
        await JobBench.RunDueAsync(_bench.Runner(_job), Ct);
        _board.Clock.Advance(Duration.FromSeconds(10) + Grace);
        Assert.False((await ViewAsync()).IsOverdue);

        _board.Clock.Advance(Duration.FromSeconds(1));

        Assert.True((await ViewAsync()).IsOverdue);
    }

    [Fact]
    public async Task AJobThatKeepsFailing_IsOverdueAfterItsGrace_ThoughItIsTriedAgainAndAgain()
    {
        _job.Work = _ => throw new InvalidOperationException();
        var runner = _bench.Runner(_job);
        var began = _board.Clock.GetCurrentInstant();
        while (_board.Clock.GetCurrentInstant() <= began + Grace)
        {
            await JobBench.RunDueAsync(runner, Ct);
            Assert.False((await ViewAsync()).IsOverdue);
            _board.Clock.Set((await _bench.StateAsync(_job)).NextRunAt);
        }

        await JobBench.RunDueAsync(runner, Ct);

        Assert.True((await ViewAsync()).IsOverdue);
    }

    [Fact]
    public async Task ARunThatHangs_IsOverdueAfterItsGrace()
    {
        _job.Work = async _ =>
        {
            var view = await ViewAsync();
            Assert.True(view.IsRunning);
            _board.Clock.Advance(Grace + Duration.FromSeconds(1));
            Assert.True((await ViewAsync()).IsOverdue);
        };

        var run = Assert.Single(await JobBench.RunDueAsync(_bench.Runner(_job), Ct));

        Assert.Equal(JobOutcome.Succeeded, run.Outcome);
        Assert.False((await ViewAsync()).IsRunning);
    }

    private async Task<JobView> ViewAsync() => Assert.Single(await _bench.Queries(_job).ListAsync(Ct));
}
