namespace Klynge.Application.Outbox;

/// <summary>The case that a message is about, so that the secretariat hears which one a person could not be asked about.</summary>
/// <param name="Forum">The id of the case's forum.</param>
public sealed record MessageSubject(Guid Forum, string ForumName, string Title);
