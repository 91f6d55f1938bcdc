using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>
/// All that deadlines do by themselves: keep in step with meetings and the annual wheel, then remind. Run it every minute or so; it finds
/// its own work in the database, so a run that was missed is made up for by the next.
/// </summary>
public sealed class DeadlineJobs(PlanDeadlines plan, SendDeadlineReminders remind, IClock clock)
{
    public Task SweepAsync(CancellationToken cancellationToken) => SweepAsync(clock.GetCurrentInstant(), cancellationToken);

    /// <returns>How many deadlines people were reminded of.</returns>
    public async Task<int> SweepAsync(Instant now, CancellationToken cancellationToken)
    {
        await plan.HandleAsync(cancellationToken);
        return await remind.HandleAsync(now, cancellationToken);
    }
}
