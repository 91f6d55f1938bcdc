using Microsoft.Kiota.Abstractions;

namespace Klynge.Microsoft365.Graph;

/// <summary>What is asked of every answer about a calendar. A delta link is only good with the preferences that it was made with.</summary>
internal static class GraphPreferences
{
    /// <summary>An id that stays when the event is moved to another folder.</summary>
    internal const string ImmutableId = "IdType=\"ImmutableId\"";

    private const string Utc = "outlook.timezone=\"UTC\"";

    internal static void ForCalendar(RequestHeaders headers) => headers.Add("Prefer", ImmutableId, Utc);

    internal static void ForDelta(RequestHeaders headers) => headers.Add("Prefer", ImmutableId, Utc, "odata.maxpagesize=100");

    internal static void ForSubscription(RequestHeaders headers) => headers.Add("Prefer", ImmutableId);
}
