using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>When a job is due. The same for every host, wherever it stands: clock times are Danish.</summary>
public abstract record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Counted from a fixed point, so that it does not drift by how long a run takes.</summary>
    /// <param name="interval">Positive.</param>
    public static JobSchedule Every(Duration interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, Duration.Zero);
        return new Interval(interval);
    }

    /// <summary>
    /// Once each Danish day. On the day that has no such time (02.30 when summer time begins) it comes as much later as the clock was put
    /// forward; on the day that has it twice, the first time only.
    /// </summary>
    public static JobSchedule DailyAt(LocalTime time) => new Daily(time);

    /// <summary>The first due time after an instant, which is itself excluded.</summary>
    public abstract Instant NextAfter(Instant instant);

    /// <summary>When a job is due that never ran before: at once, or at its clock time, since an installation in the afternoon has missed no morning.</summary>
    public abstract Instant First(Instant now);

    public sealed record Interval(Duration Length) : JobSchedule
    {
        public override Instant NextAfter(Instant instant)
        {
            var length = Length.BclCompatibleTicks;
            var passed = instant.ToUnixTimeTicks();
            return Instant.FromUnixTimeTicks(passed - (passed % length) + length);
        }

        public override Instant First(Instant now) => now;
    }

    public sealed record Daily(LocalTime Time) : JobSchedule
    {
        public override Instant NextAfter(Instant instant)
        {
            var date = DanishTime.ToDanish(instant).Date;
            var today = DanishTime.ToInstant(date, Time);
            return today > instant ? today : DanishTime.ToInstant(date.PlusDays(1), Time);
        }

        public override Instant First(Instant now) => NextAfter(now);
    }
}
