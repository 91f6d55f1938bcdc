using Klynge.Application.Data;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;

namespace Klynge.Application.Chat;

/// <summary>
/// Stands around every turn: a database that cannot be written is told to the person, wherever in the turn it came to light.
/// Everything else is the endpoint's to log and answer.
/// </summary>
internal static class StorageGuard
{
    internal static Func<TurnContext, CancellationToken, Task> Around(Func<TurnContext, CancellationToken, Task> handler) =>
        async (turn, cancellationToken) =>
        {
            try
            {
                await handler(turn, cancellationToken);
            }
            catch (StorageUnavailableException)
            {
                await turn.ReplyAsync(new NotSaved().Text, cancellationToken);
            }
        };

    /// <summary>The card stays as it is, with what was typed in it.</summary>
    internal static Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> Around(
        Func<TurnContext, InvokedAction, CancellationToken, Task<CardActionResponse>> handler) =>
        async (turn, action, cancellationToken) =>
        {
            try
            {
                return await handler(turn, action, cancellationToken);
            }
            catch (StorageUnavailableException)
            {
                var error = new NotSaved();
                return CardActionResponse.ServerError(error.Code, error.Text);
            }
        };
}
