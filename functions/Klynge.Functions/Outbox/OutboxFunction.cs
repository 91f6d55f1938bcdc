using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;

namespace Klynge.Functions.Outbox;

/// <summary>Sends what waits: retries, and what a host left that was stopped after a commit.</summary>
internal sealed class OutboxFunction(JobRunner jobs) : JobTimer(jobs, JobGroup.Outbox);
