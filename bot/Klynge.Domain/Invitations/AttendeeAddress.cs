namespace Klynge.Domain.Invitations;

/// <summary>
/// What somebody is known by in a calendar or an attendance report: the e-mail, else the object id, both trimmed and in lower case. A name
/// is no address: names are misspelt, and two people share one.
/// </summary>
public static class AttendeeAddress
{
    /// <returns>Null where there is neither.</returns>
    public static string? Of(string? email, string? objectId) => Normalised(email) ?? Normalised(objectId);

    public static string? Normalised(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();
}
