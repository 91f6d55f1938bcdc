using Klynge.Application.Data;
using Klynge.Application.Data.Leases;
using Klynge.Application.Jobs;
using Klynge.Application.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>Job runners as so many processes have them, each with its own writer, on the one database of a board.</summary>
internal sealed class JobFixture(TestBoard board) : IAsyncDisposable
{
    private readonly List<Writer> _writers = [];

    internal JobRunner Runner(params IJob[] jobs) => Runner(TimeProvider.System, jobs);

    internal JobRunner Runner(TimeProvider time, params IJob[] jobs)
    {
        var writer = new Writer(board.Contexts, board.Clock);
        _writers.Add(writer);
        var store = new JobStore(writer, new RunOnceLease(writer), board.Contexts, board.Clock);
        return new JobRunner(new JobRegistry(jobs), store, time, NullLogger<JobRunner>.Instance);
    }

    /// <summary>Everything that is due.</summary>
    internal static Task<IReadOnlyList<JobRun>> RunDueAsync(JobRunner runner, CancellationToken cancellationToken = default) =>
        runner.RunDueAsync(JobGroup.Procedures, cancellationToken);

    internal JobQueries Queries(params IJob[] jobs) => new(new JobRegistry(jobs), board.Contexts, board.Clock);

    internal async Task<JobState> StateAsync(IJob job)
    {
        await using var db = board.Open();
        return await db.Jobs.AsNoTracking().SingleAsync(state => state.Name == job.Definition.Name);
    }

    internal async Task<bool> IsRunningAsync(IJob job) => Assert.Single(await Queries(job).ListAsync(CancellationToken.None)).IsRunning;

    internal async Task<Instant?> LeaseEndAsync(IJob job)
    {
        await using var db = board.Open();
        var name = JobState.LeaseOf(job.Definition.Name);
        return (await db.Leases.AsNoTracking().SingleOrDefaultAsync(lease => lease.Name == name))?.Until;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
            await writer.DisposeAsync();
    }
}
