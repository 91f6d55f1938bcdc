namespace Klynge.Domain.Minutes;

/// <summary>
/// A person on the list, with the name as written, misspelt or not. An apology says only that word was sent ahead: who came after all, or stayed
/// away without one, is told by a decision's text. The substitute is who took the seat for this meeting.
/// </summary>
public sealed record MinutesParticipant(
    string Name,
    string? Organisation = null,
    string? Title = null,
    MinutesRole Role = MinutesRole.Member,
    bool Apology = false,
    string? Substitute = null);
