namespace Klynge.Microsoft365.Notifications;

/// <summary>What a host answers to Graph.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">A body as <c>text/plain</c>; null for none.</param>
public sealed record WebhookAnswer(int Status, string? Text = null);
