namespace Klynge.Microsoft365.Simulated.Meetings;

/// <summary>An online meeting in Teams; the occurrences of a series share one.</summary>
/// <param name="OrganizerId">In whose name it is kept.</param>
/// <param name="JoinUrl">As Teams wrote it.</param>
/// <param name="ThreadId">The meeting's chat.</param>
/// <param name="Subject">Its title.</param>
/// <param name="AttendeeIds">Object ids of the invited accounts.</param>
public sealed record SimulatedMeeting(string OrganizerId, string JoinUrl, string ThreadId, string Subject, IReadOnlyList<string> AttendeeIds)
{
    public string Id { get; init; } = $"MSp{Guid.NewGuid():N}";
}
