using NodaTime;

namespace Klynge.Application.Data;

/// <summary>An instant as the database keeps it: UTC to the microsecond, which is what both databases sort and keep alike.</summary>
internal static class StoredInstant
{
    internal static DateTime ToDatabase(this Instant instant) =>
        Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10).ToDateTimeUtc();

    internal static Instant FromDatabase(DateTime value) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
