using Klynge.Application.Jobs;
using Klynge.Functions.Protocol;

namespace Klynge.Functions.Jobs;

/// <summary>What a run of a group came to. A failed job fails the invocation, so that it shows in the host's own monitoring.</summary>
internal static class JobReport
{
    internal static InvocationAnswer Of(IReadOnlyList<JobRun> runs) => new(Failed: runs.Any(run => run.Outcome == JobOutcome.Failed));
}
