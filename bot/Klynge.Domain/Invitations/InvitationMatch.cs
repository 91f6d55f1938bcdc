namespace Klynge.Domain.Invitations;

/// <summary>Whom the board takes an invited person for.</summary>
public enum InvitationMatch
{
    /// <summary>Nobody knows yet; the secretariat has been asked.</summary>
    Unknown = 1,

    /// <summary>Somebody with a seat in the forum on the day of the meeting.</summary>
    Member = 2,

    /// <summary>The substitute on record of somebody with a seat.</summary>
    Substitute = 3,

    /// <summary>Gæst, as the secretariat has said.</summary>
    Guest = 4,

    /// <summary>Nobody to keep account of (a room, a mailing list, an assistant), as the secretariat has said.</summary>
    Ignored = 5,

    /// <summary>A room that was booked with the meeting, or that was in it by its own equipment: nobody, and perhaps several people.</summary>
    Room = 6,
}
