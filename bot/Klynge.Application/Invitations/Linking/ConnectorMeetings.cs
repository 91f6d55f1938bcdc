using Klynge.Application.Ports;
using Klynge.Teams.Connector;
using NodaTime;

namespace Klynge.Application.Invitations.Linking;

/// <summary>Asks the channel by the connector, as everything else is asked.</summary>
/// <param name="connector">Made when it is needed: the command line has jobs to list and no channel.</param>
internal sealed class ConnectorMeetings(Func<ConnectorClient> connector) : ITeamsMeetings
{
    public async Task<MeetingDetails?> ReadAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken)
    {
        try
        {
            return await connector().GetMeetingAsync(serviceUrl, meetingId, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Failure is ConnectorFailure.Unavailable or ConnectorFailure.Throttled)
        {
            var wait = exception.RetryAfter is { } asked ? Duration.FromTimeSpan(asked) : (Duration?)null;
            throw new CalendarUnavailableException("The channel did not tell of a meeting.", wait, exception);
        }
        catch (ConnectorException exception) when (exception.Failure is ConnectorFailure.Gone or ConnectorFailure.Refused or ConnectorFailure.Unauthorized)
        {
            return null; // The meeting is gone or another's, or its chat has not given the bot the right to read it.
        }
    }
}
