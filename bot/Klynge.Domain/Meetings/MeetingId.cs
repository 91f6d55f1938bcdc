namespace Klynge.Domain.Meetings;

public readonly record struct MeetingId(Guid Value)
{
    public static MeetingId New() => new(Guid.CreateVersion7());
}
