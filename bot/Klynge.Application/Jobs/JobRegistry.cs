namespace Klynge.Application.Jobs;

/// <summary>Every job of the process, as the features registered them.</summary>
public sealed class JobRegistry
{
    /// <exception cref="InvalidOperationException">Two jobs have one name; found at start, not at the first run.</exception>
    public JobRegistry(IEnumerable<IJob> jobs)
    {
        All = [.. jobs];
        if (All.GroupBy(job => job.Definition.Name, StringComparer.Ordinal).FirstOrDefault(named => named.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"Two jobs are called {twice.Key}.");
        }
    }

    /// <summary>In the order of registration, in which the jobs of a group run.</summary>
    public IReadOnlyList<IJob> All { get; }
}
