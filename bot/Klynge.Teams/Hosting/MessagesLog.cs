using Klynge.Teams.Connector;
using Microsoft.Extensions.Logging;

namespace Klynge.Teams.Hosting;

internal static partial class MessagesLog
{
    [LoggerMessage(LogLevel.Warning, "Refused a caller of the bot's endpoint: {Refusal}")]
    public static partial void Refused(this ILogger logger, Refusal refusal);

    [LoggerMessage(LogLevel.Information, "Failed to tell a sender over the limit: {Failure}")]
    public static partial void NotToldToSlowDown(this ILogger logger, ConnectorFailure failure);

    [LoggerMessage(LogLevel.Warning, "The channel rejected the answer to a {Type}, activity {ActivityId}: {Failure}")]
    public static partial void AnswerNotTaken(this ILogger logger, string type, string? activityId, ConnectorFailure failure);

    [LoggerMessage(LogLevel.Error, "The handler of a {Type} failed, activity {ActivityId}: {ExceptionType} {Stack}")]
    public static partial void TurnFailed(this ILogger logger, string type, string? activityId, string exceptionType, string? stack);

    [LoggerMessage(LogLevel.Warning, "Deferred a {Type}, activity {ActivityId}: {ExceptionType}")]
    public static partial void TurnPutOff(this ILogger logger, string type, string? activityId, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "Failed to fetch the channel's signing keys: {ExceptionType}")]
    public static partial void KeysNotFetched(this ILogger logger, string exceptionType);

    [LoggerMessage(LogLevel.Warning, "MicrosoftAppId is not set and anonymous callers are not accepted: every caller is refused")]
    public static partial void NobodyCanCall(this ILogger logger);
}
