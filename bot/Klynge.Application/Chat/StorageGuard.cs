using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.Extensions.Logging;

namespace Klynge.Application.Chat;

/// <summary>
/// Stands around every turn: a database that cannot be read or written is told to the person, wherever in the turn it came to light.
/// Everything else is the endpoint's to log and answer.
/// </summary>
internal sealed partial class StorageGuard(ILogger logger)
{
    internal Func<TurnContext, CancellationToken, Task> Around(Func<TurnContext, CancellationToken, Task> handler) =>
        async (turn, cancellationToken) =>
        {
            try
            {
                await handler(turn, cancellationToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                await turn.ReplyAsync(Explain(exception).Text, cancellationToken);
            }
        };

    /// <summary>Nobody waits for an answer: the channel brings it again.</summary>
    internal Func<TurnContext, CancellationToken, Task> AroundNews(Func<TurnContext, CancellationToken, Task> handler) =>
        async (turn, cancellationToken) =>
        {
            try
            {
                await handler(turn, cancellationToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                throw new TurnUnavailableException(Explain(exception).Text, exception);
            }
        };

    /// <summary>The card stays as it is, with what was typed in it.</summary>
    internal Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> Around(
        Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler) =>
        async (turn, action, cancellationToken) =>
        {
            try
            {
                return await handler(turn, action, cancellationToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                var error = Explain(exception);
                return CardActionResponse.ServerError(error.Code, error.Text);
            }
        };

    /// <summary>The sentence is the only choice, and choosing it is no answer.</summary>
    internal Func<TurnContext, JsonElement, CancellationToken, Task<InvokeResponse>> Around(
        Func<TurnContext, JsonElement, CancellationToken, Task<InvokeResponse>> search) =>
        async (turn, value, cancellationToken) =>
        {
            try
            {
                return await search(turn, value, cancellationToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                return SearchQuery.Answer([new Choice(Explain(exception).Text, string.Empty)]);
            }
        };

    /// <summary>
    /// The writer knows that nothing is saved. A read that failed may have come after a write that went through, such as the card that is
    /// drawn after a vote, so it promises nothing.
    /// </summary>
    private Error Explain(Exception exception)
    {
        LogAway(exception.GetBaseException().GetType().Name);
        return exception is StorageUnavailableException ? new NotSaved() : new NotReadable();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is unavailable; told the person so: {Cause}")]
    private partial void LogAway(string cause);
}
