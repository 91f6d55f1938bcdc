using NodaTime;

namespace Klynge.Application.Invitations;

/// <summary>
/// A meeting in whose chat the bot is, with what Teams says of it. It is kept because the forum may be known only later, and because Teams
/// tells a bot in the chat more of a meeting than anybody else.
/// </summary>
public sealed class MeetingChat
{
    public required string ConversationId { get; init; }

    /// <summary>The channel's id of the meeting, which its events carry.</summary>
    public required string TeamsMeetingId { get; set; }

    /// <summary>Where the channel is asked.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>Entra object id of the organizer, lower case; null until Teams has been asked, and where it does not say (another tenant).</summary>
    public string? OrganizerId { get; set; }

    /// <summary>Exactly as Teams wrote it.</summary>
    public string? JoinUrl { get; set; }

    public string? Title { get; set; }

    /// <summary>When the meeting is planned to begin; of a series, the occurrence that Teams had in mind. Null for »Mød nu«.</summary>
    public Instant? Start { get; set; }

    public Instant? End { get; set; }
}
