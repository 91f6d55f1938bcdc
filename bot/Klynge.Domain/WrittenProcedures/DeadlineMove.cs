using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>A new deadline of an open case, with the answers standing: the protocol tells of it. Instants as ISO 8601 text, for the column that holds them.</summary>
/// <param name="At">When it was moved.</param>
/// <param name="By">Who moved it.</param>
/// <param name="Reason">What the voters were told; null for nothing.</param>
public sealed record DeadlineMove(string At, Guid By, string From, string To, string? Reason)
{
    internal static DeadlineMove Of(Instant at, Guid by, Instant from, Instant to, string? reason) =>
        new(Write(at), by, Write(from), Write(to), reason);

    public Instant MovedAt => Read(At);

    public Instant FromDeadline => Read(From);

    public Instant ToDeadline => Read(To);

    private static string Write(Instant instant) => NodaTime.Text.InstantPattern.ExtendedIso.Format(instant);

    private static Instant Read(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
