using NodaTime;

namespace Klynge.Application.Jobs;

/// <param name="Name">The job in the table, in logs and on the command line: lower case with hyphens, a verb first. Never changed, since its history hangs on it.</param>
/// <param name="Group">Which timer wakes it where Azure Functions run the jobs.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Grace">How long after it was due it may still lack a successful run before it counts as overdue and somebody should look.</param>
public sealed record JobDefinition(string Name, JobGroup Group, JobSchedule Schedule, Duration Grace);
