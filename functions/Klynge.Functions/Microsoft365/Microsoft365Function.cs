using Klynge.Application.Jobs;
using Klynge.Functions.Jobs;

namespace Klynge.Functions.Microsoft365;

/// <summary>Renews subscriptions and reads what is new in calendars.</summary>
internal sealed class Microsoft365Function(JobRunner jobs) : JobTimer(jobs, JobGroup.Microsoft365);
