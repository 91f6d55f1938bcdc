using Klynge.Application.Outbox;

namespace Klynge.Application.Mails;

/// <summary>A mail in the outbox. The address is looked up when it is sent, so that a corrected one is used.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
/// <param name="About">The case that it is about; null for what belongs to none.</param>
public sealed record OutgoingMail(string Subject, string Text, string Html, MessageSubject? About = null);
