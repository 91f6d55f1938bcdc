namespace Klynge.Application.Deadlines.Calendar;

/// <summary>The address of a calendar feed.</summary>
public static class CalendarLinks
{
    /// <summary>The first part of the path, in Danish as people see it in Outlook.</summary>
    public const string Path = "kalender";

    public static Uri Of(Uri publicUrl, string token) => new(publicUrl, $"/{Path}/{token}.ics");
}
