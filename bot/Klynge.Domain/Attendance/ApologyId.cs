namespace Klynge.Domain.Attendance;

public readonly record struct ApologyId(Guid Value)
{
    public static ApologyId New() => new(Guid.CreateVersion7());
}
