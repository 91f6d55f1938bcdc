using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>The calendar or the attendance reports cannot be read for the moment. Nothing is known about what was asked for: try again.</summary>
/// <param name="message">Ids and status codes alone; no names, addresses or subjects, because it is logged.</param>
/// <param name="retryAfter">How long the other side asks to be left alone; null where it does not say.</param>
/// <param name="inner">What happened; null for none.</param>
public sealed class CalendarUnavailableException(string message, Duration? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public Duration? RetryAfter { get; } = retryAfter;
}
