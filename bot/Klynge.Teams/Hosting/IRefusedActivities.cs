using Klynge.Teams.Activities;

namespace Klynge.Teams.Hosting;

/// <summary>Keeps a record of messages and button presses that a genuine channel brought and that were not let in.</summary>
public interface IRefusedActivities
{
    /// <param name="activity">Nothing of it is proven but the channel and the service URL.</param>
    /// <param name="cancellationToken">The channel has hung up.</param>
    Task RecordAsync(Activity activity, CancellationToken cancellationToken);
}
