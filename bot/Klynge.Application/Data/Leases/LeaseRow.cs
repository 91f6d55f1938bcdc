using NodaTime;

namespace Klynge.Application.Data.Leases;

/// <summary>Who may do, until when, what only one process at a time may do. See <see cref="RunOnceLease"/>.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }

    /// <summary>One holding of the lease, not one process: the next holding by the same process is another owner.</summary>
    public required string Owner { get; init; }

    /// <summary>From this instant on anybody may take it.</summary>
    public required Instant Until { get; init; }
}
