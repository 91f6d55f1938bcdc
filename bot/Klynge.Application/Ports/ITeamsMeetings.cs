using Klynge.Teams.Connector;

namespace Klynge.Application.Ports;

/// <summary>What the channel tells a bot of the meeting in whose chat it is.</summary>
public interface ITeamsMeetings
{
    /// <param name="serviceUrl">Where the channel is asked.</param>
    /// <param name="meetingId">The channel's id of the meeting.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the bot is not in such a meeting, or may not know of it.</returns>
    /// <exception cref="CalendarUnavailableException">The channel did not answer: ask again later.</exception>
    Task<MeetingDetails?> ReadAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken);
}
