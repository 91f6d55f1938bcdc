namespace Klynge.Application.Outbox;

/// <summary>What is said: plain text, or a card with the line that a notification shows.</summary>
/// <param name="Text">Plain text; with a card, the line in the notification and for screen readers.</param>
/// <param name="Card">The card's JSON; null for text alone.</param>
/// <param name="About">The case it is about; null for what belongs to none.</param>
/// <param name="Reply">An answer that the channel did not take at once, as it was to be sent; null for everything else.</param>
public sealed record OutgoingMessage(string Text, string? Card = null, MessageSubject? About = null, LateReply? Reply = null);

/// <param name="Activity">The message as JSON.</param>
/// <param name="ConversationId">With its thread, in a channel.</param>
/// <param name="ThreadId">The message that it answers; null for none.</param>
public sealed record LateReply(string Activity, string ConversationId, string? ThreadId);
