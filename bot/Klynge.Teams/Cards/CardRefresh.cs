namespace Klynge.Teams.Cards;

/// <summary>
/// The client runs <see cref="Action"/> by itself when it shows the card to one of <see cref="UserIds"/>. Without ids
/// Teams refreshes automatically only where at most 60 people are.
/// </summary>
public sealed record CardRefresh
{
    public const int MaxUserIds = 60;

    /// <exception cref="ArgumentException">More than <see cref="MaxUserIds"/> ids: Teams would refuse the card.</exception>
    public CardRefresh(ExecuteAction action, IReadOnlyList<string>? userIds = null)
    {
        if (userIds?.Count > MaxUserIds)
            throw new ArgumentException($"At most {MaxUserIds} user ids, not {userIds.Count}.", nameof(userIds));
        (Action, UserIds) = (action, userIds);
    }

    public CardAction Action { get; }

    /// <summary>Channel ids (<c>29:…</c>).</summary>
    public IReadOnlyList<string>? UserIds { get; }
}
