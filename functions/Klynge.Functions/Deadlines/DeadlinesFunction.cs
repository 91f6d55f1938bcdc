using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;

namespace Klynge.Functions.Deadlines;

/// <summary>Reminds of deadlines.</summary>
internal sealed class DeadlinesFunction(JobRunner jobs) : JobTimer(jobs, JobGroup.Deadlines);
