using Klynge.Domain.Forums;

namespace Klynge.Application.Forums;

/// <summary>Somebody in a forum: what the gate finds out before anything is done there, and hands on.</summary>
/// <param name="Board">The name of the board that the forum is part of.</param>
public sealed record Visit(Forum Forum, string Board, ForumAccess Access);
