using Klynge.Domain.Common;

namespace Klynge.Application.Chat;

/// <summary>A forum that a person can choose.</summary>
public sealed record ForumChoice(string Key, string Name);

/// <summary>Asked in a chat that is no forum's own, by somebody who sits in several. The chat shows it as a card with a button per forum.</summary>
public sealed record WhichForum(IReadOnlyList<ForumChoice> Choices) : Error(Texts.WhichForum);
