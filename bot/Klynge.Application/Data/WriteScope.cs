using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// The inside of one write: the context in its transaction and the instant that the whole use case goes by.
/// Nothing is saved by hand; <see cref="Writer"/> saves when the use case succeeds and rolls back when it refuses.
/// </summary>
public sealed class WriteScope(KlyngeContext db, WriteIntent intent, Instant now)
{
    public KlyngeContext Db { get; } = db;

    public WriteIntent Intent { get; } = intent;

    public Caller Caller => Intent.Caller;

    public Instant Now { get; } = now;

    /// <summary>The Danish date of <see cref="Now"/>.</summary>
    public LocalDate Today { get; } = DanishTime.ToDanish(now).Date;
}
