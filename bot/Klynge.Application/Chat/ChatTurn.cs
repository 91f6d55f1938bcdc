using Klynge.Application.Data;
using Klynge.Application.Messaging;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Chat;

/// <summary>One message or button press by a person whom the board knows.</summary>
public sealed record ChatTurn
{
    /// <summary>The authenticated sender.</summary>
    public required PersonId PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>For use cases: the sender, and the activity that makes a second delivery harmless.</summary>
    public required Caller Caller { get; init; }

    public required string ConversationId { get; init; }

    public required ConversationKind ConversationKind { get; init; }

    /// <summary>The forum whose chat this is; null in a personal chat and in one that is not linked.</summary>
    public ForumId? ConversationForumId { get; init; }

    /// <summary>The forum that the person chose when the bot asked which one; outranks everything else.</summary>
    public ForumId? ChosenForumId { get; init; }

    /// <summary>What the person wrote, for a message; what is asked again after a choice of forum.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The words are a suggestion of the bot's own: what would change something is shown first.</summary>
    public bool AsksFirst { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Danish date.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The sender's account as the channel calls it (<c>29:…</c>).</summary>
    public string? Account { get; init; }

    /// <summary>What the gate has found out in this turn.</summary>
    internal Findings Found { get; } = new();

    public bool IsPersonal => ConversationKind == ConversationKind.Personal;
}
