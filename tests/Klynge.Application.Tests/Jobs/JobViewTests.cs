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
    private JobFixture _fixture = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync();
        _fixture = new JobFixture(_board);
    }

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
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
        await JobFixture.RunDueAsync(_fixture.Runner(_job), Ct);
        _board.Clock.Advance(Duration.FromSeconds(10) + Grace);
        Assert.False((await ViewAsync()).IsOverdue);

        _board.Clock.Advance(Duration.FromSeconds(1));

        Assert.True((await ViewAsync()).IsOverdue);
    }

    [Fact]
    public async Task AJobThatKeepsFailing_IsOverdueAfterItsGrace_ThoughItIsTriedAgainAndAgain()
    {
        _job.Work = _ => throw new InvalidOperationException();
        var runner = _fixture.Runner(_job);
        var began = _board.Clock.GetCurrentInstant();
        while (_board.Clock.GetCurrentInstant() <= began + Grace)
        {
            await JobFixture.RunDueAsync(runner, Ct);
            Assert.False((await ViewAsync()).IsOverdue);
            _board.Clock.Set((await _fixture.StateAsync(_job)).NextRunAt);
        }

        await JobFixture.RunDueAsync(runner, Ct);

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

        var run = Assert.Single(await JobFixture.RunDueAsync(_fixture.Runner(_job), Ct));

        Assert.Equal(JobOutcome.Succeeded, run.Outcome);
        Assert.False((await ViewAsync()).IsRunning);
    }

    private async Task<JobView> ViewAsync() => Assert.Single(await _fixture.Queries(_job).ListAsync(Ct));
}
