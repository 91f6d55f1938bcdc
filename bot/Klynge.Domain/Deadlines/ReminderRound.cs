using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>One reminder of a deadline.</summary>
public sealed record ReminderRound(Instant At, ReminderRoundKind Kind);

public enum ReminderRoundKind
{
    /// <summary>Before the day, or on it.</summary>
    Ahead = 1,

    /// <summary>Overskredet: the day has passed and nobody has said that it is done.</summary>
    Overdue = 2,

    /// <summary>Still not done a week later: the chairs are told, and then it is quiet.</summary>
    Chairs = 3,
}
