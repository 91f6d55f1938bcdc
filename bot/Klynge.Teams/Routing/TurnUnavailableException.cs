namespace Klynge.Teams.Routing;

/// <summary>
/// Nothing of the turn could be done, and it is worth bringing again: the channel is answered 503 with when to, and a repeated delivery runs.
/// For turns that nobody waits for, such as an installation; a person is answered in words.
/// </summary>
public sealed class TurnUnavailableException(string text, Exception inner) : Exception(text, inner);
