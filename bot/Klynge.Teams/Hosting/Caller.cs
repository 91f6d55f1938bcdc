using Klynge.Teams.Activities;

namespace Klynge.Teams.Hosting;

/// <summary>What a validated token says, or nobody in particular on the developer's own machine.</summary>
internal sealed class Caller
{
    private readonly string _serviceUrl;
    private readonly IReadOnlyCollection<string> _endorsements;

    private Caller(bool isAnonymous, string serviceUrl, IReadOnlyCollection<string> endorsements) =>
        (IsAnonymous, _serviceUrl, _endorsements) = (isAnonymous, serviceUrl, endorsements);

    public static Caller Anonymous { get; } = new(isAnonymous: true, "", []);

    public bool IsAnonymous { get; }

    /// <param name="serviceUrl">The token's claim.</param>
    /// <param name="endorsements">The channels that the signing key may speak for.</param>
    public static Caller WithToken(string serviceUrl, IReadOnlyCollection<string> endorsements) =>
        new(isAnonymous: false, serviceUrl, endorsements);

    /// <summary>
    /// The token must be for this very service URL, and its key endorsed for this channel: else a token of one channel could
    /// be used to speak as another, or to make the bot send its own token elsewhere. What is missing is a refusal.
    /// </summary>
    public bool MaySend(Activity activity) => IsAnonymous
        || (activity is { ServiceUrl.Length: > 0, ChannelId.Length: > 0 }
            && string.Equals(_serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            && _endorsements.Contains(activity.ChannelId, StringComparer.Ordinal));
}
