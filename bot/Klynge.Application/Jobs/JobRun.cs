using NodaTime;

namespace Klynge.Application.Jobs;

/// <param name="Outcome">Null when there was nothing to run: it is not due, or another process has it.</param>
/// <param name="Took">How long it ran.</param>
public sealed record JobRun(string Name, JobOutcome? Outcome, Duration Took)
{
    internal static JobRun None(string name) => new(name, null, Duration.Zero);
}
