using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>The right to run a job now, until the lease runs out.</summary>
internal sealed record JobClaim(JobDefinition Job, Guid RunId, Instant DueAt, Instant StartedAt, int EarlierFailures);
