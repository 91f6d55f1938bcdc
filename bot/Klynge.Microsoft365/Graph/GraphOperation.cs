namespace Klynge.Microsoft365.Graph;

/// <summary>What a request to Graph is about, as one of a few words: its path holds ids of people and names of files, and is told nobody.</summary>
internal static class GraphOperation
{
    internal const string Upload = "upload";

    /// <param name="url">With Graph's version first in its path.</param>
    internal static string Of(Uri? url)
    {
        var parts = url?.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts switch
        {
            [_, "sites" or "drives", ..] => "documents",
            [_, "subscriptions", ..] => "subscriptions",
            [_, "users", _, "onlineMeetings", _, "attendanceReports", ..] => "attendance",
            [_, "users", _, "onlineMeetings", ..] => "meetings",
            [_, "users", _, "sendMail"] => "mail",
            [_, "users", _, "events" or "calendar" or "calendarView", ..] => "calendar",
            _ => "other",
        };
    }
}
