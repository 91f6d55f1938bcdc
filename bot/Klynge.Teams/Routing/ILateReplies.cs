using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>
/// Takes an answer that the channel does not take now, and sends it later: so the request that it answers ends, and nobody waits for
/// nothing. Without one the turn fails and the channel brings the activity again.
/// </summary>
public interface ILateReplies
{
    /// <summary>Keeps the answer; it is safe when this returns.</summary>
    /// <param name="turn">Whose conversation and thread it belongs to.</param>
    Task SaveAsync(TurnContext turn, Activity message, CancellationToken cancellationToken);
}
