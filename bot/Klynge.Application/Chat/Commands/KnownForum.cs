namespace Klynge.Application.Chat.Commands;

/// <summary>A forum that the person may name, as the parser needs it.</summary>
/// <param name="Key">What the command carries on: the caller's own key, opaque to the parser.</param>
/// <param name="Name">As people call it: "Chefforum".</param>
/// <param name="Aliases">Other names for it, such as its slug or short name.</param>
public sealed record KnownForum(string Key, string Name, params IReadOnlyList<string> Aliases);
