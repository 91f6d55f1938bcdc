using Klynge.Application.Data;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>Draws the shared cards of one kind, such as a forum's agenda, from what is in the database at that moment.</summary>
public interface ISharedCardSource
{
    /// <summary>The <see cref="CardKey.Kind"/> that it draws.</summary>
    string Kind { get; }

    /// <param name="db">A context to read with.</param>
    /// <param name="id">The record, <see cref="CardKey.Id"/>.</param>
    /// <param name="conversation">Where the card will stand; everybody in there reads it.</param>
    /// <param name="now">The instant to draw for.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null when the record is gone, or is not for this conversation's eyes.</returns>
    Task<AdaptiveCard?> DrawAsync(KlyngeContext db, Guid id, Conversation conversation, Instant now, CancellationToken cancellationToken);
}
