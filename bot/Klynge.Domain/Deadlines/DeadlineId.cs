namespace Klynge.Domain.Deadlines;

public readonly record struct DeadlineId(Guid Value)
{
    public static DeadlineId New() => new(Guid.CreateVersion7());
}
