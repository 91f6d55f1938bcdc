using Klynge.Application.Ports;
using Klynge.Microsoft365.Graph;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Klynge.Microsoft365.Calendar;

/// <summary>Finds the online meeting that a link belongs to. It knows what the event does not: people's object ids, and the chat.</summary>
internal sealed class OnlineMeetings(GraphServiceClient client)
{
    /// <exception cref="Exception">What the SDK throws; <see cref="GraphFailure.From"/> reads it.</exception>
    /// <returns>Null where there is none, or its organizer is in another tenant.</returns>
    public async Task<OnlineMeeting?> FindAsync(OnlineMeetingKey key, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.Users[key.OrganizerId].OnlineMeetings.GetAsync(
                request => request.QueryParameters.Filter = $"JoinWebUrl eq '{key.JoinUrl.Replace("'", "''", StringComparison.Ordinal)}'",
                cancellationToken);
            return found?.Value?.FirstOrDefault();
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsNotFound: true })
        {
            return null;
        }
    }

    /// <summary>The same, where an event can be read without it: no application access policy is no reason not to see who declined.</summary>
    public async Task<OnlineMeeting?> TryFindAsync(OnlineMeetingKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(key, cancellationToken);
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { IsDenied: true })
        {
            return null;
        }
    }
}
