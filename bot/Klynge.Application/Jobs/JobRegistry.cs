using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>Every job of the process, as the features registered them.</summary>
public sealed class JobRegistry
{
    /// <exception cref="InvalidOperationException">Two jobs have one name; found at start, not at the first run.</exception>
    public JobRegistry(IEnumerable<IJob> jobs)
    {
        All = [.. jobs];
        if (All.GroupBy(job => job.Definition.Name, StringComparer.Ordinal).FirstOrDefault(named => named.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Two jobs are called {twice.Key}.");
    }

    /// <summary>In the order of registration, in which the jobs of a group run.</summary>
    public IReadOnlyList<IJob> All { get; }
}

/// <param name="Name">The job in the table, in logs and on the command line: lower case with hyphens, a verb first. Never changed, since its history hangs on it.</param>
/// <param name="Group">Which timer wakes it where Azure Functions run the jobs.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Grace">How long after it was due it may still lack a successful run before it counts as overdue and somebody should look.</param>
public sealed record JobDefinition(string Name, JobGroup Group, JobSchedule Schedule, Duration Grace);

/// <summary>Jobs that share a timer. Each group has a function of its name in <c>functions/Klynge.Functions</c>; a test compares them.</summary>
public enum JobGroup
{
    Outbox = 1,
    Procedures = 2,
    Deadlines = 3,
    Documents = 4,
    Microsoft365 = 5,
}
