namespace Klynge.Application.Outbox;

/// <summary>What is said: plain text, or a card with the line that a notification shows.</summary>
/// <param name="Text">Plain text; with a card, the line in the notification and for screen readers.</param>
/// <param name="Card">The card's JSON; null for text alone.</param>
/// <param name="About">The case it is about; null for what belongs to none.</param>
public sealed record OutgoingMessage(string Text, string? Card = null, MessageSubject? About = null);
