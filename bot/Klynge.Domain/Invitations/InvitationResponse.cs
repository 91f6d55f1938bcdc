namespace Klynge.Domain.Invitations;

/// <summary>What a person has answered to an invitation in the calendar.</summary>
public enum InvitationResponse
{
    /// <summary>Nothing; also what Exchange falls back to when an event is sent out anew, so it never undoes an earlier answer.</summary>
    None = 0,

    /// <summary>Deltager.</summary>
    Accepted = 1,

    /// <summary>Måske.</summary>
    Tentative = 2,

    /// <summary>Deltager ikke.</summary>
    Declined = 3,
}
