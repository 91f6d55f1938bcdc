using System.Text.Json;
using Klynge.Application.Jobs;
using Klynge.Functions.Protocol;

namespace Klynge.Functions.Jobs;

/// <summary>
/// A timer that wakes a group of jobs. It only beats: when a job is due, in Danish time, and whether another host has it, stands in the
/// database, so a timer in UTC that fires late, twice or in two instances does no harm.
/// </summary>
internal abstract class JobTimer(JobRunner jobs, JobGroup group) : IFunction
{
    public string Name { get; } = group.ToString();

    public async Task<InvocationAnswer> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (BindingValue.Unwrap(invocation.Data("timer")).ValueKind != JsonValueKind.Object)
        {
            throw new BadHttpRequestException("The timer's value is no object.");
        }

        return JobReport.Of(await jobs.RunDueAsync(group, cancellationToken));
    }
}
