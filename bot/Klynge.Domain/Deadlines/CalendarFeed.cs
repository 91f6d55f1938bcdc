using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>A person's secret calendar link to a forum's deadlines. The secret itself is not kept, only its hash.</summary>
public sealed class CalendarFeed
{
    public required CalendarFeedId Id { get; init; }

    public required ForumId ForumId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the secret in the link.</summary>
    public required string TokenHash { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? RevokedAt { get; private set; }

    public void Revoke(Instant now) => RevokedAt ??= now;
}

public readonly record struct CalendarFeedId(Guid Value) : IRecordId
{
    public static CalendarFeedId New() => new(Guid.CreateVersion7());
}
