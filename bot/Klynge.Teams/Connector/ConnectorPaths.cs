namespace Klynge.Teams.Connector;

/// <summary>The paths of the channel's interface. An id is data: it can neither add a segment nor leave its own.</summary>
internal static class ConnectorPaths
{
    public const string Conversations = "/v3/conversations";

    internal const int MaxIdLength = 1_024;

    public static string Activities(string conversationId) => $"{Conversations}/{Segment(conversationId)}/activities";

    public static string Activity(string conversationId, string activityId) => $"{Activities(conversationId)}/{Segment(activityId)}";

    public static string MembersPage(string conversationId, string? continuationToken)
    {
        var path = $"{Conversations}/{Segment(conversationId)}/pagedmembers?pageSize=500";
        return continuationToken is null ? path : $"{path}&continuationToken={Uri.EscapeDataString(continuationToken)}";
    }

    public static string Member(string conversationId, string userId) =>
        $"{Conversations}/{Segment(conversationId)}/members/{Segment(userId)}";

    public static string Meeting(string meetingId) => $"/v1/meetings/{Segment(meetingId)}";

    public static string Participant(string meetingId, string aadObjectId, string tenantId) =>
        $"{Meeting(meetingId)}/participants/{Segment(aadObjectId)}?tenantId={Uri.EscapeDataString(tenantId)}";

    /// <summary>Whether it can be an id at all: visible, no step in a path, and no longer than an address bears. Those of Teams have some 200 letters.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && id is not ("." or "..") && !id.AsSpan().ContainsAnyInRange('\0', ' ');

    /// <exception cref="ArgumentException">It would change the path that it stands in.</exception>
    public static string Check(string? id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("An id cannot be a step in a path.", nameof(id)) : id;
    }

    private static string Segment(string id) => Uri.EscapeDataString(Check(id));
}
