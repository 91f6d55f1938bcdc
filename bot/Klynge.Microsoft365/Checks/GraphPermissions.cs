namespace Klynge.Microsoft365.Checks;

/// <summary>A permission of Microsoft Graph that the product asks for as an application.</summary>
/// <param name="Name">As Entra names it, and as it stands in the token's <c>roles</c>.</param>
/// <param name="Why">What the product does with it.</param>
/// <param name="Without">What does not work without it.</param>
public sealed record GraphPermission(string Name, string Why, string Without);

/// <summary>
/// Everything that the product asks of Graph, and nothing else. A test holds the README's table, the script that grants them and the
/// requests that the stand-in answers to this list.
/// </summary>
public static class GraphPermissions
{
    public static readonly GraphPermission Sites = new(
        "Sites.Selected", "store minutes, protocols and evidence in the sites that are named, and freeze attachments that are links to them; each site is given by itself with the role `write`",
        "documents cannot be stored; the card says so and keeps trying");

    public static readonly GraphPermission Calendars = new(
        "Calendars.Read", "read the meetings, and who answered what, in the calendars that call them",
        "no automatic afbud; meetings are not linked to Outlook");

    public static readonly GraphPermission Meetings = new(
        "OnlineMeetings.Read.All", "find the Teams meeting behind a meeting's join link",
        "no attendance proposal after a meeting");

    public static readonly GraphPermission Attendance = new(
        "OnlineMeetingArtifact.Read.All", "read the attendance report of those meetings",
        "no attendance proposal after a meeting");

    public static readonly GraphPermission Mail = new(
        "Mail.Send", "write from the one mailbox that is named to people who are not in Teams",
        "the secretariat is asked to tell them in another way");

    /// <summary>More than is needed: with these, one stolen secret opens every site, calendar or mailbox of the tenant.</summary>
    internal static readonly IReadOnlySet<string> TooWide = new HashSet<string>(StringComparer.Ordinal)
    {
        "Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All", "Files.Read.All", "Files.ReadWrite.All",
        "Calendars.ReadWrite", "OnlineMeetings.ReadWrite.All", "Mail.Read", "Mail.ReadWrite", "User.ReadWrite.All", "Directory.ReadWrite.All",
    };

    public static IReadOnlyList<GraphPermission> All { get; } = [Sites, Calendars, Meetings, Attendance, Mail];
}
