namespace Klynge.EndToEnd.Tests.Jobs.Killing;

/// <summary>A message as it reached the channel. Two of one conversation with one body are one message and its repeat.</summary>
internal sealed record SentMessage(string Conversation, string Body);
